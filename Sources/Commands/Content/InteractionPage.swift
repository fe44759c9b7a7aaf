import Assessment
import Screens
import Sittings
import Terminal

/// How to answer an item, as a person reads it.
enum InteractionPage {
    static func show(_ interaction: Interaction, showingKeys: Bool, on page: inout Page) {
        page.paragraph(instruction(interaction.kind), indent: 2)
        switch interaction.kind {
        case .choose(let choice): options(choice.options, showingKeys, &page)
        case .chooseMany(let choice): options(choice.options, showingKeys, &page)
        case .trueFalse(let statement):
            guard showingKeys else { return }
            page.item("key:", statement.isTrue ? "true" : "false", indent: 4)
        case .match(let match): pairs(match, showingKeys, &page)
        case .order(let order):
            let entries = showingKeys ? order.entries : order.entries.sorted { $0.text < $1.text }
            for (index, entry) in entries.enumerated() {
                page.item(showingKeys ? "\(index + 1)." : "-", entry.text, indent: 4)
            }
        case .sort(let sort): groups(sort, showingKeys, &page)
        case .number(let number): accepted(number, showingKeys, &page)
        case .shortText(let text): accepted(text, showingKeys, &page)
        case .blanks(let blanks): gaps(blanks, showingKeys, &page)
        case .written(let written):
            guard showingKeys, let answer = written.modelAnswer else { return }
            page.item("model answer:", answer, indent: 4)
        }
    }

    private static func instruction(_ kind: Interaction.Kind) -> String {
        switch kind {
        case .choose: "Choose one."
        case .chooseMany(let choice): Draft.Control.chooseMany(limit: choice.limit)
        case .trueFalse: "True or false?"
        case .match: "Match each on the left with one on the right."
        case .order: "Put these in order."
        case .sort: "Sort these into the groups."
        case .number(let number): number.instruction
        case .shortText: "Type a few words."
        case .blanks: "Fill in the blanks."
        case .written(let written): written.instruction
        }
    }

    // MARK: Each kind

    private static func options(_ options: [Option], _ showingKeys: Bool, _ page: inout Page) {
        for (index, option) in options.enumerated() {
            var marker = "\(letter(index)))"
            if showingKeys {
                let credit = option.credit.map { " \($0.shareText)" } ?? ""
                marker = (option.isKey ? "* " : "  ") + marker + credit
            }
            page.item(marker, option.entry.text, indent: showingKeys ? 2 : 4)
            if showingKeys, let feedback = option.entry.feedback {
                page.paragraph(feedback, indent: 8)
            }
        }
    }

    private static func letter(_ index: Int) -> String {
        String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index % 26)))
    }

    private static func pairs(_ match: Match, _ showingKeys: Bool, _ page: inout Page) {
        if showingKeys {
            for pair in match.pairs { page.item("-", "\(pair.left) → \(pair.right)", indent: 4) }
            for extra in match.extras { page.item("-", "(nothing) → \(extra.text)", indent: 4) }
        } else {
            for pair in match.pairs { page.item("-", pair.left, indent: 4) }
            // Sorted, so that the order in the file tells nothing.
            let rights = match.pairs.map(\.right) + match.extras.map(\.text)
            page.paragraph("with", indent: 4)
            for right in rights.sorted() { page.item("-", right, indent: 4) }
        }
    }

    private static func groups(_ sort: Sort, _ showingKeys: Bool, _ page: inout Page) {
        for group in sort.groups {
            page.item("[]", group.text, indent: 4)
            guard showingKeys else { continue }
            for member in sort.members where member.group == group.id {
                page.item("-", member.entry.text, indent: 7)
            }
        }
        guard !showingKeys else { return }
        for text in sort.members.map(\.entry.text).sorted() { page.item("-", text, indent: 4) }
    }

    private static func accepted(_ number: NumberEntry, _ showingKeys: Bool, _ page: inout Page) {
        if number.unitRule != .none {
            let units = number.units.map(\.symbol.text).joined(separator: ", ")
            page.item("units:", units, indent: 4)
        }
        guard showingKeys else { return }
        for accepted in number.accepted {
            let tolerance =
                switch accepted.tolerance {
                case .absolute(let distance): " ± \(distance)"
                case .relative(let share): " ± \(share.shareText)"
                case nil: ""
                }
            page.item(
                "key:", "\(accepted.value)\(tolerance) earns \(accepted.credit.shareText)",
                indent: 4)
        }
    }

    private static func accepted(_ text: ShortText, _ showingKeys: Bool, _ page: inout Page) {
        guard showingKeys else { return }
        for accepted in text.accepted {
            let form = accepted.form == .text ? "" : " (\(accepted.form.rawValue))"
            page.item(
                "key:", "\(accepted.text)\(form) earns \(accepted.credit.shareText)", indent: 4)
        }
    }

    private static func gaps(_ blanks: Blanks, _ showingKeys: Bool, _ page: inout Page) {
        // An id often is the word that belongs into the gap.
        var names = blanks.blanks.map { "[[\($0.id)]]" }
        var passage = blanks.passage
        if !showingKeys {
            for (index, marker) in names.enumerated() {
                passage = passage.replacing(marker, with: "[\(index + 1)]")
            }
            names = names.indices.map { "[\($0 + 1)]" }
        }
        page.paragraph(passage, indent: 4)
        for (name, blank) in zip(names, blanks.blanks) {
            switch blank.filling {
            case .typed(let text):
                guard showingKeys else { continue }
                page.paragraph(name, indent: 4)
                accepted(text, showingKeys, &page)
            case .picked(let choices):
                page.paragraph(name, indent: 4)
                options(choices, showingKeys, &page)
            }
        }
    }
}
