import Assessment
import MarkupReading

/// Reads one way to answer; the name of its element says which.
struct InteractionReader {
    static let elements = [
        "choose", "choose-many", "true-false", "match", "order", "sort", "number", "short-text",
        "blanks", "written",
    ]

    private static let weights = Rational.zero...Rational(1_000)

    private let element: Markup.Element
    private let reading: Reading

    init(_ element: Markup.Element, in reading: Reading) {
        self.element = element
        self.reading = reading
    }

    func read(isOnlyOne: Bool) -> Interaction? {
        guard let kind = readKind() else { return nil }
        // The shape was checked when the kind was read: this only reads what all kinds share.
        let shared = ElementReader(sharing: element, in: reading)
        let id: Interaction.ID? = shared.identifier("id")
        if !isOnlyOne, shared.attribute("id") == nil {
            reading.error(
                .missingAttribute, "<\(element.name)> needs an id beside other interactions",
                at: element.offset, advice: "add id=\"…\" to each interaction of the item")
        }
        return Interaction(
            id: id, weight: shared.number("weight", Self.weights, excluding: .zero),
            kind: kind)
    }

    private func readKind() -> Interaction.Kind? {
        switch element.name {
        case "choose": .choose(readChooseOne())
        case "choose-many": .chooseMany(readChooseMany())
        case "true-false": readTrueFalse().map { .trueFalse($0) }
        case "match": .match(readMatch())
        case "order": .order(readOrder())
        case "sort": .sort(readSort())
        case "number": .number(readNumber())
        case "short-text": .shortText(readShortText())
        case "blanks": .blanks(readBlanks())
        case "written": readWritten().map { .written($0) }
        default: nil
        }
    }

    private func reader(_ attributes: [String], _ children: [String]) -> ElementReader {
        ElementReader(
            element, Shape(attributes: ["id", "weight"] + attributes, children: children),
            in: reading)
    }

    // MARK: Choices

    private func readChooseOne() -> ChooseOne {
        let reader = reader(["shuffle"], ["option"])
        let options = OptionList(reader, rule: .one)
        return ChooseOne(options: options.read(), shuffles: reader.flag("shuffle", default: true))
    }

    private func readChooseMany() -> ChooseMany {
        let reader = reader(["shuffle", "credit", "at-most"], ["option"])
        let credit = reader.choice(
            "credit", default: .allOrNothing, among: ChooseMany.creditRules)
        let options = OptionList(reader, rule: credit == .perOption ? .credits : .several).read()
        let limit = reader.count("at-most", in: 1...max(1, options.count))
        let keys = options.count { $0.isKey }
        if let limit, limit < keys {
            reading.error(
                .answerKey, "a learner may pick \(limit) options, and \(keys) are keys",
                at: reader.offset(of: "at-most"), advice: "raise 'at-most' to \(keys) or more")
        }
        return ChooseMany(
            options: options, shuffles: reader.flag("shuffle", default: true), credit: credit,
            limit: limit)
    }

    private func readTrueFalse() -> TrueFalse? {
        let reader = reader(["key"], ["feedback"])
        var said: [String: String] = [:]
        for child in reader.children("feedback") {
            let feedback = ElementReader(
                child, Shape(attributes: ["when"], holdsText: true), in: reading)
            guard let when = feedback.requiredAttribute("when") else { continue }
            guard when == "true" || when == "false" else {
                feedback.reportBadValue("when", when, allowed: ["true", "false"])
                continue
            }
            if said.updateValue(feedback.ownText(), forKey: when) != nil {
                reading.error(
                    .duplicateElement, "<true-false> has a second feedback for '\(when)'",
                    at: child.offset, advice: "keep one of them")
            }
        }
        guard let key = reader.requiredAttribute("key") else { return nil }
        guard key == "true" || key == "false" else {
            reader.reportBadValue("key", key, allowed: ["true", "false"])
            return nil
        }
        return TrueFalse(
            isTrue: key == "true", feedbackWhenTrue: said["true"], feedbackWhenFalse: said["false"])
    }

    // MARK: Arrangements

    private func readMatch() -> Match {
        let reader = reader(["credit"], ["pair", "extra"])
        return ArrangementReader(reader).match()
    }

    private func readOrder() -> Order {
        ArrangementReader(reader(["credit"], ["entry"])).order()
    }

    private func readSort() -> Sort {
        ArrangementReader(reader(["credit"], ["group", "entry"])).sort()
    }

    // MARK: Typed answers

    private func readNumber() -> NumberEntry {
        TypedAnswerReader(reader(["unit"], ["accept", "unit"])).number()
    }

    private func readShortText() -> ShortText {
        TypedAnswerReader(reader(TypedAnswerReader.comparisonAttributes, ["accept"])).shortText()
    }

    private func readBlanks() -> Blanks {
        BlanksReader(reader(["credit"], ["passage", "blank"])).read()
    }

    private func readWritten() -> Written? {
        let reader = reader(["rubric", "min-words", "max-words"], ["guidance", "model-answer"])
        let least = reader.count("min-words", in: 1...10_000)
        let most = reader.count("max-words", in: 1...10_000)
        if let least, let most, least > most {
            reading.error(
                .badNumber, "an answer of at least \(least) words cannot have at most \(most)",
                at: reader.offset(of: "max-words"), advice: "raise 'max-words' or lower 'min-words'"
            )
        }
        let guidance = reader.text("guidance")
        let modelAnswer = reader.text("model-answer")
        return reader.requiredIdentifier("rubric").map { rubric in
            Written(
                rubric: rubric, minimumWords: least, maximumWords: most, guidance: guidance,
                modelAnswer: modelAnswer)
        }
    }
}

extension ElementReader {
    /// For values of an element whose shape another reader has checked.
    init(sharing element: Markup.Element, in reading: Reading) {
        self.element = element
        self.reading = reading
    }
}
