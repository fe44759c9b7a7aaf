import Assessment
import MarkupReading

/// Reads what a learner types: numbers with units, and short texts.
struct TypedAnswerReader {
    static let comparisonAttributes = ["case", "spacing", "accents"]

    private static let credits = Rational.zero...Rational.one

    private let reader: ElementReader

    init(_ reader: ElementReader) {
        self.reader = reader
    }

    private var reading: Reading { reader.reading }

    // MARK: Numbers

    func number() -> NumberEntry {
        let elements = reader.children("accept")
        let accepted = elements.compactMap(acceptedNumber)
        let unitRule = reader.choice("unit", default: NumberEntry.UnitRule.none)
        let units = readUnits()
        checkReach(accepted.map(\.credit), isWhole: accepted.count == elements.count)
        if unitRule == .none, !units.isEmpty {
            reading.warning(
                .unused, "the units are never asked for", at: reader.offset,
                advice: "write unit=\"optional\" or unit=\"required\", or remove them")
        }
        if unitRule != .none, !units.contains(where: { $0.factor == .one }) {
            reading.error(
                .answerKey, "no unit has the factor 1", at: reader.offset,
                advice: "give the unit that the accepted values are in factor=\"1\"")
        }
        return NumberEntry(accepted: accepted, unitRule: unitRule, units: units)
    }

    private func acceptedNumber(_ element: Markup.Element) -> NumberEntry.Accepted? {
        let accept = ElementReader(
            element, Shape(attributes: ["value", "tolerance", "credit"], children: ["feedback"]),
            in: reading)
        let tolerance = tolerance(of: accept)
        let credit = accept.share("credit", Self.credits, excluding: .zero) ?? .one
        let feedback = accept.text("feedback")
        guard accept.requiredAttribute("value") != nil, let value = accept.number("value")
        else { return nil }
        if case .relative = tolerance, value == .zero {
            reading.error(
                .badNumber, "a percentage of 0 is no tolerance", at: accept.offset(of: "tolerance"),
                advice: "write the tolerance as a plain number")
        }
        return NumberEntry.Accepted(
            value: value, tolerance: tolerance, credit: credit, feedback: feedback)
    }

    private func tolerance(of accept: ElementReader) -> NumberEntry.Tolerance? {
        guard let text = accept.attribute("tolerance") else { return nil }
        if text.utf8.last == UInt8(ascii: "%") {
            return accept.share("tolerance", .zero...Rational.one).map { .relative($0) }
        }
        return accept.number("tolerance", .zero...Rational(999_999_999)).map { .absolute($0) }
    }

    private func readUnits() -> [NumberEntry.Unit] {
        var names = UsedNames()
        return reader.children("unit").compactMap { element in
            let unit = ElementReader(
                element, Shape(attributes: ["id", "factor"], holdsText: true), in: reading)
            let name = unit.ownText()
            let factor = unit.requiredAttribute("factor").flatMap { _ in
                unit.number("factor", .zero...Rational(999_999_999), excluding: .zero)
            }
            guard let id: Entry.ID = unit.ownID() else { return nil }
            names.claim(id, "unit", at: element.offset, in: reading)
            return NumberEntry.Unit(symbol: id, factor: factor ?? .one, name: name)
        }
    }

    // MARK: Short texts

    func shortText() -> ShortText {
        let elements = reader.children("accept")
        let accepted = elements.map(acceptedText)
        checkReach(accepted.map(\.credit), isWhole: true)
        return ShortText(
            accepted: accepted,
            comparison: TextComparison(
                ignoresCase: comparison("case", "ignore", "exact"),
                collapsesSpacing: comparison("spacing", "collapse", "exact"),
                ignoresAccents: comparison("accents", "exact", "ignore") == false))
    }

    private func acceptedText(_ element: Markup.Element) -> AcceptedText {
        let accept = ElementReader(
            element,
            Shape(attributes: ["match", "credit"], children: ["feedback"], holdsText: true),
            in: reading)
        let text = accept.ownText()
        let form = accept.choice("match", default: AcceptedText.Form.text)
        if form == .pattern, let fault = AnswerPattern.fault(in: text) {
            reading.error(
                .badValue, "the pattern '\(text.shortened)' cannot be read: \(fault)",
                at: element.offset, advice: "use letters, . [abc] (one|other) ? * + and \\ only")
        }
        return AcceptedText(
            text: text, form: form,
            credit: accept.share("credit", Self.credits, excluding: .zero) ?? .one,
            feedback: accept.text("feedback"))
    }

    /// Whether the attribute has its first value, which is its default.
    private func comparison(_ name: String, _ first: String, _ second: String) -> Bool {
        guard let text = reader.attribute(name) else { return true }
        if text != first, text != second {
            reader.reportBadValue(name, text, allowed: [first, second])
        }
        return text != second
    }

    private func checkReach(_ credits: [Rational], isWhole: Bool) {
        guard isWhole, !credits.contains(.one) else { return }
        reading.error(
            .answerKey,
            credits.isEmpty
                ? "<\(reader.name)> accepts no answer" : "no accepted answer earns the full marks",
            at: reader.offset,
            advice: "add an <accept> that earns 100%, which it does when it says no credit")
    }
}
