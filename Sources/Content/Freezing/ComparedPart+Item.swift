import Assessment

extension Bank {
    var comparedItems: [ComparedPart] { items.map { ComparedPart($0) } }
}

extension ComparedPart {
    init(_ item: Item) {
        self.init(
            id: item.id.text, content: Self.bytes(of: item),
            structure: Self.bytes(of: item.structure))
        note(.objective, item.objective?.text ?? "")
        note(.points, "\(item.points)", "\(item.allowsNegativeMarks)")
        for (index, interaction) in item.interactions.enumerated() {
            note(.answers, interaction.id?.text ?? "")
            if let weight = interaction.weight { note(.points, "\(index)", "\(weight)") }
            note(interaction.kind, at: "\(index)")
        }
    }

    private static func bytes(of item: Item) -> [UInt8] {
        var writer = MarkupWriter()
        ItemWriter.write(item, &writer)
        return writer.bytes
    }

    private mutating func note(_ kind: Interaction.Kind, at place: String) {
        switch kind {
        case .choose(let choice):
            note(.answers, "choose")
            note(choice.options, at: place)
        case .chooseMany(let choice):
            note(.answers, "choose-many", choice.limit.map(String.init) ?? "")
            note(.credit, choice.credit.rawValue)
            note(choice.options, at: place, keysByCredit: choice.credit == .perOption)
        case .trueFalse(let statement):
            note(.answers, "true-false")
            note(.key, "\(statement.isTrue)")
        case .match(let match): note(match, at: place)
        case .order(let order):
            note(.answers, "order")
            note(.credit, order.credit.rawValue)
            note(.key, order.entries.map(\.id.text).joined(separator: " "))
            for entry in order.entries { note(entry, at: place) }
        case .sort(let sort): note(sort, at: place)
        case .number(let number): note(number)
        case .shortText(let text):
            note(.answers, "short-text")
            note(text)
        case .blanks(let blanks): note(blanks, at: place)
        case .written(let written):
            note(
                .answers, "written", written.rubric.text,
                written.minimumWords.map(String.init) ?? "",
                written.maximumWords.map(String.init) ?? "")
        }
    }

    private mutating func note(_ entry: Entry, at place: String) {
        note(words: entry.text, at: place, entry.id.text)
    }

    private mutating func note(
        _ options: [Option], at place: String, keysByCredit: Bool = false
    ) {
        for option in options {
            let id = option.entry.id.text
            note(option.entry, at: place)
            note(.answers, id)
            let isRight = option.isKey || keysByCredit && option.credit.map { $0 > .zero } == true
            if isRight { note(.key, place, id) }
            if let credit = option.credit { note(.credit, place, id, "\(credit)") }
        }
    }

    private mutating func note(_ match: Match, at place: String) {
        note(.answers, "match")
        note(.credit, match.credit.rawValue)
        for pair in match.pairs {
            note(.key, pair.id.text)
            note(words: pair.left, at: "\(place) left", pair.id.text)
            note(words: pair.right, at: "\(place) right", pair.id.text)
        }
        for extra in match.extras {
            note(.answers, extra.id.text)
            note(extra, at: "\(place) right")
        }
    }

    private mutating func note(_ sort: Sort, at place: String) {
        note(.answers, "sort")
        note(.credit, sort.credit.rawValue)
        for group in sort.groups {
            note(.answers, group.id.text)
            note(group, at: "\(place) group")
        }
        for member in sort.members {
            note(.key, member.entry.id.text, member.group.text)
            note(member.entry, at: place)
        }
    }

    // MARK: Typed answers

    private mutating func note(_ number: NumberEntry) {
        note(.answers, "number", number.unitRule.rawValue)
        for unit in number.units {
            note(.answers, unit.symbol.text, unit.name)
            note(.key, unit.symbol.text, "\(unit.factor)")
        }
        for accepted in number.accepted {
            let tolerance =
                switch accepted.tolerance {
                case .absolute(let distance): "\(distance)"
                case .relative(let share): share.percentText
                case nil: ""
                }
            note(.key, "\(accepted.value)", tolerance)
            if accepted.credit != .one {
                note(.credit, "\(accepted.value)", "\(accepted.credit)")
            }
        }
    }

    private mutating func note(_ text: ShortText) {
        let comparison = text.comparison
        note(
            .key, "\(comparison.ignoresCase)", "\(comparison.collapsesSpacing)",
            "\(comparison.ignoresAccents)")
        for accepted in text.accepted {
            note(.key, accepted.form.rawValue, accepted.text)
            if accepted.credit != .one { note(.credit, accepted.text, "\(accepted.credit)") }
        }
    }

    private mutating func note(_ blanks: Blanks, at place: String) {
        note(.answers, "blanks")
        note(.credit, blanks.credit.rawValue)
        for blank in blanks.blanks {
            note(.answers, blank.id.text)
            switch blank.filling {
            case .typed(let text):
                note(.answers, "typed")
                note(text)
            case .picked(let options):
                note(.answers, "picked")
                note(options, at: "\(place) \(blank.id)")
            }
        }
    }
}
