import Assessment
import Content

/// One change to each field of each way to answer.
extension [Edit<Bank>] {
    static let choices: Self = [
        .part(\.choose, "choose.1", "ChooseOne.options", .rescores([.answers])) {
            $0.options.append(Option(entry: Entry(id: id("z"), text: "Z")))
        },
        .part(\.choose, "choose.1", "ChooseOne.shuffles", .words) { $0.shuffles.toggle() },
        .part(\.choose, "choose.1", "Option.entry", .words) { $0.options[1].entry.text = "x" },
        .part(\.choose, "choose.1", "Option.isKey", .rescores([.key])) {
            $0.options[1].isKey = false
            $0.options[3].isKey = true
        },
        .part(\.choose, "choose.1", "Option.credit", .rescores([.credit])) {
            $0.options[2].credit = nil
        },
        .part(\.choose, "choose.1", "Option.isPinned", .words) { $0.options[3].isPinned = false },
        .part(\.choose, "choose.1", "Entry.id", .rescores([.answers])) {
            $0.options[3].entry.id = id("z")
        },
        .part(\.choose, "choose.1", "Entry.text", .words) { $0.options[1].entry.text += "!" },
        .part(\.choose, "choose.1", "Entry.feedback", .words) {
            $0.options[1].entry.feedback = nil
        },
        .part(\.chooseMany, "several.1", "ChooseMany.options", .rescores([.answers])) {
            $0.options.removeLast()
        },
        .part(\.chooseMany, "several.1", "ChooseMany.shuffles", .words) { $0.shuffles.toggle() },
        .part(\.chooseMany, "several.1", "ChooseMany.credit", .rescores([.credit])) {
            $0.credit = .perKey
        },
        .part(\.chooseMany, "several.1", "ChooseMany.limit", .rescores([.answers])) {
            $0.limit = nil
        },
        .part(\.chooseMany, "several.1", "Option.isKey", .rescores([.key])) {
            $0.options[0].isKey = true
        },
        .part(\.chooseMany, "several.3", "Option.credit", .rescores([.credit])) {
            $0.options[3].credit = share("-25%")
        },
        .part(\.chooseMany, "several.3", "Option.credit", .rescores([.credit, .key])) {
            $0.options[3].credit = share("25%")
        },
        .part(\.trueFalse, "true-false.1", "TrueFalse.isTrue", .rescores([.key])) {
            $0.isTrue = false
        },
        .part(\.trueFalse, "true-false.1", "TrueFalse.feedbackWhenTrue", .words) {
            $0.feedbackWhenTrue = nil
        },
        .part(\.trueFalse, "true-false.1", "TrueFalse.feedbackWhenFalse", .words) {
            $0.feedbackWhenFalse = "No."
        },
    ]

    static let arrangements: Self = [
        .part(\.match, "match.1", "Match.pairs", .rescores([.key])) { $0.pairs.removeLast() },
        .part(\.match, "match.1", "Match.extras", .rescores([.answers])) { $0.extras = [] },
        .part(\.match, "match.1", "Match.credit", .rescores([.credit])) {
            $0.credit = .allOrNothing
        },
        .part(\.match, "match.1", "Match.Pair.id", .rescores([.key])) { $0.pairs[0].id = id("z") },
        .part(\.match, "match.1", "Match.Pair.left", .words) { $0.pairs[0].left = "Lyon" },
        .part(\.match, "match.1", "Match.Pair.right", .words) { $0.pairs[0].right = "Gaul" },
        .part(\.match, "match.1", "Match.Pair.feedback", .words) { $0.pairs[0].feedback = nil },
        .part(\.order, "order.1", "Order.entries", .rescores([.key])) { $0.entries.reverse() },
        .part(\.order, "order.1", "Order.credit", .rescores([.credit])) {
            $0.credit = .perNeighbor
        },
        .part(\.order, "order.1", "Entry.text", .words) { $0.entries[0].text = "1" },
        .part(\.sort, "sort.1", "Sort.groups", .rescores([.answers])) {
            $0.groups.append(Entry(id: id("z"), text: "Z"))
        },
        .part(\.sort, "sort.1", "Sort.members", .rescores([.key])) { $0.members.removeLast() },
        .part(\.sort, "sort.1", "Sort.credit", .rescores([.credit])) { $0.credit = .allOrNothing },
        .part(\.sort, "sort.1", "Sort.Member.entry", .words) { $0.members[0].entry.text = "Fig" },
        .part(\.sort, "sort.1", "Sort.Member.group", .rescores([.key])) {
            $0.members[0].group = id("stone")
        },
    ]

    static let typed: Self = [
        .part(\.number, "number.1", "NumberEntry.accepted", .rescores([.key])) {
            $0.accepted.removeFirst()
        },
        .part(\.number, "number.1", "NumberEntry.unitRule", .rescores([.answers])) {
            $0.unitRule = .optional
        },
        .part(\.number, "number.1", "NumberEntry.units", .rescores([.answers, .key])) {
            $0.units.removeLast()
        },
        .part(\.number, "number.1", "NumberEntry.Accepted.value", .rescores([.key])) {
            $0.accepted[0].value = Rational(12)
        },
        .part(\.number, "number.1", "NumberEntry.Accepted.tolerance", .rescores([.key])) {
            $0.accepted[0].tolerance = nil
        },
        .part(\.number, "number.1", "NumberEntry.Tolerance.absolute", .rescores([.key])) {
            $0.accepted[0].tolerance = .absolute(.one)
        },
        .part(\.number, "number.1", "NumberEntry.Tolerance.relative", .rescores([.key])) {
            $0.accepted[1].tolerance = .relative(share("1/3"))
        },
        .part(\.number, "number.1", "NumberEntry.Tolerance.relative", .rescores([.key])) {
            $0.accepted[1].tolerance = .absolute(share("0.05"))
        },
        .part(\.number, "number.1", "NumberEntry.Accepted.credit", .rescores([.credit])) {
            $0.accepted[0].credit = share("90%")
        },
        .part(\.number, "number.1", "NumberEntry.Accepted.feedback", .words) {
            $0.accepted[0].feedback = nil
        },
        .part(\.number, "number.1", "NumberEntry.Unit.symbol", .rescores([.answers, .key])) {
            $0.units[0].symbol = id("hr")
        },
        .part(\.number, "number.1", "NumberEntry.Unit.factor", .rescores([.key])) {
            $0.units[1].factor = share("1/61")
        },
        .part(\.number, "number.1", "NumberEntry.Unit.name", .rescores([.answers])) {
            $0.units[0].name = "hour"
        },
        .part(\.shortText, "text.1", "ShortText.accepted", .rescores([.key, .credit])) {
            $0.accepted.removeLast()
        },
        .part(\.shortText, "text.1", "ShortText.comparison", .rescores([.key])) {
            $0.comparison = TextComparison()
        },
        .part(\.shortText, "text.1", "TextComparison.ignoresCase", .rescores([.key])) {
            $0.comparison.ignoresCase.toggle()
        },
        .part(\.shortText, "text.1", "TextComparison.collapsesSpacing", .rescores([.key])) {
            $0.comparison.collapsesSpacing.toggle()
        },
        .part(\.shortText, "text.1", "TextComparison.ignoresAccents", .rescores([.key])) {
            $0.comparison.ignoresAccents.toggle()
        },
        .part(\.shortText, "text.1", "AcceptedText.text", .rescores([.key])) {
            $0.accepted[0].text = "Cafe"
        },
        .part(\.shortText, "text.1", "AcceptedText.form", .rescores([.key])) {
            $0.accepted[0].form = .wildcard
        },
        .part(\.shortText, "text.1", "AcceptedText.credit", .rescores([.credit])) {
            $0.accepted[0].credit = share("1/2")
        },
        .part(\.shortText, "text.1", "AcceptedText.feedback", .words) {
            $0.accepted[0].feedback = nil
        },
    ]

    static let blanks: Self = [
        .part(\.blanks, "blanks.1", "Blanks.passage", .words) { $0.passage = "[[why]] [[what]]" },
        .part(\.blanks, "blanks.1", "Blanks.blanks", .rescores([.answers, .key])) {
            $0.blanks.append(
                Blanks.Blank(
                    id: id("z"), filling: .typed(ShortText(accepted: [AcceptedText(text: "z")]))))
        },
        .part(\.blanks, "blanks.1", "Blanks.credit", .rescores([.credit])) {
            $0.credit = .allOrNothing
        },
        .part(\.blanks, "blanks.1", "Blanks.Blank.id", .rescores([.answers])) {
            $0.blanks[0].id = id("z")
        },
        .part(\.blanks, "blanks.1", "Blanks.Blank.filling", .rescores([.key])) {
            $0.blanks[0].filling.typed.accepted[0].text = "that"
        },
        .part(\.blanks, "blanks.1", "Blanks.Blank.filling", .words) {
            $0.blanks[0].filling.typed.accepted[1].feedback = nil
        },
        .part(\.blanks, "blanks.1", "Blanks.Blank.filling", .words) {
            $0.blanks[1].filling.picked[0].entry.text = "for what"
        },
        .part(\.blanks, "blanks.1", "Blanks.Blank.filling", .rescores([.credit])) {
            $0.blanks[1].filling.picked[1].credit = nil
        },
        .part(\.written, "written.1", "Written.rubric", .rescores([.answers])) {
            $0.rubric = id("other")
        },
        .part(\.written, "written.1", "Written.minimumWords", .rescores([.answers])) {
            $0.minimumWords = nil
        },
        .part(\.written, "written.1", "Written.maximumWords", .rescores([.answers])) {
            $0.maximumWords = nil
        },
        .part(\.written, "written.1", "Written.guidance", .words) { $0.guidance = nil },
        .part(\.written, "written.1", "Written.modelAnswer", .words) { $0.modelAnswer = nil },
    ]
}
