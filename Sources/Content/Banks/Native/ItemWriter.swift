import Assessment

/// Writes items and their interactions.
enum ItemWriter {
    static func write(_ item: Item, _ writer: inout MarkupWriter) {
        writer.element(
            "item",
            [
                "id": item.id.text, "objective": item.objective?.text,
                "points": item.points == .one ? nil : item.points.description,
                "status": item.status.word(unless: .active),
                "below-zero": item.allowsNegativeMarks.word(unless: false),
            ]
        ) { writer in
            writer.text("prompt", item.prompt)
            for interaction in item.interactions { write(interaction, &writer) }
            for hint in item.hints { writer.text("hint", hint) }
            writer.text("explanation", ifAny: item.explanation)
            writer.text("review", ifAny: item.review)
        }
    }

    private static func write(_ interaction: Interaction, _ writer: inout MarkupWriter) {
        let id = interaction.id?.text
        let weight = interaction.weight?.description
        switch interaction.kind {
        case .choose(let choice):
            writer.element(
                "choose",
                ["id": id, "weight": weight, "shuffle": choice.shuffles.word(unless: true)]
            ) { write(choice.options, &$0) }
        case .chooseMany(let choice):
            writer.element(
                "choose-many",
                [
                    "id": id, "weight": weight, "credit": choice.credit.word(unless: .allOrNothing),
                    "at-most": choice.limit.map(String.init),
                    "shuffle": choice.shuffles.word(unless: true),
                ]
            ) { write(choice.options, &$0) }
        case .trueFalse(let statement):
            writer.element(
                "true-false",
                ["id": id, "weight": weight, "key": statement.isTrue ? "true" : "false"]
            ) { writer in
                if let text = statement.feedbackWhenTrue {
                    writer.text("feedback", ["when": "true"], text)
                }
                if let text = statement.feedbackWhenFalse {
                    writer.text("feedback", ["when": "false"], text)
                }
            }
        case .match(let match): write(match, id, weight, &writer)
        case .order(let order):
            writer.element(
                "order",
                ["id": id, "weight": weight, "credit": order.credit.word(unless: .allOrNothing)]
            ) { write(order.entries, "entry", &$0) }
        case .sort(let sort):
            writer.element(
                "sort", ["id": id, "weight": weight, "credit": sort.credit.word(unless: .perEntry)]
            ) { writer in
                write(sort.groups, "group", &writer)
                for member in sort.members {
                    writer.text(
                        "entry", ["id": member.entry.id.text, "group": member.group.text],
                        member.entry.text, feedback: member.entry.feedback)
                }
            }
        case .number(let number): write(number, id, weight, &writer)
        case .shortText(let text):
            writer.element("short-text", attributes(id, weight, text.comparison)) {
                write(text.accepted, &$0)
            }
        case .blanks(let blanks): write(blanks, id, weight, &writer)
        case .written(let written):
            writer.element(
                "written",
                [
                    "id": id, "weight": weight, "rubric": written.rubric.text,
                    "min-words": written.minimumWords.map(String.init),
                    "max-words": written.maximumWords.map(String.init),
                ]
            ) { writer in
                writer.text("guidance", ifAny: written.guidance)
                writer.text("model-answer", ifAny: written.modelAnswer)
            }
        }
    }

    private static func write(_ options: [Option], _ writer: inout MarkupWriter) {
        for option in options {
            writer.text(
                "option",
                [
                    "id": option.entry.id.text, "key": option.isKey ? "true" : nil,
                    "credit": option.credit?.shareText, "pin": option.isPinned.word(unless: false),
                ], option.entry.text, feedback: option.entry.feedback)
        }
    }

    private static func write(
        _ entries: [Entry], _ name: String, _ writer: inout MarkupWriter
    ) {
        for entry in entries {
            writer.text(name, ["id": entry.id.text], entry.text, feedback: entry.feedback)
        }
    }

    private static func write(
        _ match: Match, _ id: String?, _ weight: String?, _ writer: inout MarkupWriter
    ) {
        writer.element(
            "match", ["id": id, "weight": weight, "credit": match.credit.word(unless: .perPair)]
        ) { writer in
            for pair in match.pairs {
                writer.element("pair", ["id": pair.id.text]) { writer in
                    writer.text("left", pair.left)
                    writer.text("right", pair.right)
                    writer.text("feedback", ifAny: pair.feedback)
                }
            }
            write(match.extras, "extra", &writer)
        }
    }

    // MARK: Typed answers

    private static func write(
        _ number: NumberEntry, _ id: String?, _ weight: String?, _ writer: inout MarkupWriter
    ) {
        writer.element(
            "number",
            ["id": id, "weight": weight, "unit": number.unitRule.word(unless: .none)]
        ) { writer in
            for accepted in number.accepted {
                let tolerance: String? =
                    switch accepted.tolerance {
                    case .absolute(let distance): distance.description
                    case .relative(let share): share.percentText
                    case nil: nil
                    }
                writer.element(
                    "accept",
                    [
                        "value": accepted.value.description, "tolerance": tolerance,
                        "credit": accepted.credit == .one ? nil : accepted.credit.shareText,
                    ]
                ) { $0.text("feedback", ifAny: accepted.feedback) }
            }
            for unit in number.units {
                writer.text(
                    "unit", ["id": unit.symbol.text, "factor": unit.factor.description], unit.name)
            }
        }
    }

    private static func attributes(
        _ id: String?, _ weight: String?, _ comparison: TextComparison
    ) -> MarkupWriter.Attributes {
        [
            "id": id, "weight": weight, "case": comparison.ignoresCase ? nil : "exact",
            "spacing": comparison.collapsesSpacing ? nil : "exact",
            "accents": comparison.ignoresAccents ? "ignore" : nil,
        ]
    }

    private static func write(_ accepted: [AcceptedText], _ writer: inout MarkupWriter) {
        for text in accepted {
            writer.text(
                "accept",
                [
                    "match": text.form.word(unless: .text),
                    "credit": text.credit == .one ? nil : text.credit.shareText,
                ], text.text, feedback: text.feedback)
        }
    }

    private static func write(
        _ blanks: Blanks, _ id: String?, _ weight: String?, _ writer: inout MarkupWriter
    ) {
        writer.element(
            "blanks", ["id": id, "weight": weight, "credit": blanks.credit.word(unless: .perBlank)]
        ) { writer in
            writer.text("passage", blanks.passage)
            for blank in blanks.blanks {
                switch blank.filling {
                case .typed(let text):
                    writer.element("blank", attributes(blank.id.text, nil, text.comparison)) {
                        write(text.accepted, &$0)
                    }
                case .picked(let options):
                    writer.element("blank", ["id": blank.id.text]) { write(options, &$0) }
                }
            }
        }
    }
}
