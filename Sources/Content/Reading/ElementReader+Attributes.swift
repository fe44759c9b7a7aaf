import Assessment
import MarkupReading

extension ElementReader {
    /// The value as it stands, or nil.
    func attribute(_ name: String) -> String? {
        element.attribute(called: name)?.value
    }

    func offset(of name: String) -> Int {
        element.attribute(called: name)?.offset ?? offset
    }

    func requiredAttribute(_ name: String) -> String? {
        guard let value = attribute(name) else {
            reading.error(
                .missingAttribute, "<\(self.name)> has no attribute '\(name)'", at: offset,
                advice: "add \(name)=\"…\" to the tag")
            return nil
        }
        return value
    }

    /// A required value that holds more than blanks.
    func requiredWords(_ name: String) -> String? {
        requiredAttribute(name).flatMap { filled(name, $0) }
    }

    /// The value where there is one, which then has to hold more than blanks.
    func words(_ name: String) -> String? {
        attribute(name).flatMap { filled(name, $0) }
    }

    private func filled(_ name: String, _ value: String) -> String? {
        if !value.isBlankMarkup { return value }
        reading.error(
            .emptyText, "the attribute '\(name)' says nothing", at: offset(of: name),
            advice: "write its value, or remove it")
        return nil
    }

    /// A language tag such as `en` or `de-CH`, by its shape alone.
    func language() -> String? {
        guard let text = words("xml:lang") else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let fits = parts.enumerated().allSatisfy { index, part in
            (1...8).contains(part.utf8.count)
                && part.unicodeScalars.allSatisfy { scalar in
                    scalar.isASCII
                        && (scalar.properties.isAlphabetic
                            || index > 0 && scalar.properties.numericType != nil)
                }
        }
        if fits { return text }
        reading.error(
            .badValue, "'\(text.shortened)' is not a language", at: offset(of: "xml:lang"),
            advice: "write its short name, such as en or de-CH")
        return nil
    }

    // MARK: Ids

    /// A required id of its own; a stand-in where it is missing or malformed, so that reading goes on.
    func ownID<Named>() -> Identifier<Named>? {
        requiredAttribute("id").flatMap { identifier($0, attribute: "id") }
    }

    func identifier<Named>(_ name: String) -> Identifier<Named>? {
        attribute(name).flatMap { identifier($0, attribute: name) }
    }

    func requiredIdentifier<Named>(_ name: String) -> Identifier<Named>? {
        requiredAttribute(name).flatMap { identifier($0, attribute: name) }
    }

    private func identifier<Named>(_ text: String, attribute: String) -> Identifier<Named>? {
        if let id = Identifier<Named>(text) { return id }
        reading.error(
            .badID, "'\(text.shortened)' cannot be an id", at: offset(of: attribute),
            advice: "use letters a to z, digits, '.', '-' and '_', a letter or digit first, "
                + "at most 64, no '..'")
        return nil
    }

    // MARK: Words from a list

    func choice<Value: RawRepresentable & CaseIterable>(
        _ name: String, default value: Value
    ) -> Value where Value.RawValue == String {
        attribute(name) == nil ? value : requiredChoice(name) ?? value
    }

    func requiredChoice<Value: RawRepresentable & CaseIterable>(
        _ name: String, among allowed: [Value] = Array(Value.allCases)
    ) -> Value? where Value.RawValue == String {
        guard let text = requiredAttribute(name) else { return nil }
        if let value = Value(rawValue: text), allowed.contains(where: { $0.rawValue == text }) {
            return value
        }
        reportBadValue(name, text, allowed: allowed.map(\.rawValue))
        return nil
    }

    func choice<Value: RawRepresentable & CaseIterable>(
        _ name: String, default value: Value, among allowed: [Value]
    ) -> Value where Value.RawValue == String {
        attribute(name) == nil ? value : requiredChoice(name, among: allowed) ?? value
    }

    func flag(_ name: String, default value: Bool) -> Bool {
        switch attribute(name) {
        case nil: return value
        case "yes": return true
        case "no": return false
        case .some(let text):
            reportBadValue(name, text, allowed: ["yes", "no"])
            return value
        }
    }

    func reportBadValue(_ name: String, _ text: String, allowed: [String]) {
        let guess = Suggestions.near(text, among: allowed).first
        reading.error(
            .badValue, "'\(text.shortened)' is not a value of '\(name)'", at: offset(of: name),
            advice: guess.map { "did you mean '\($0)'?" }
                ?? "it may be: \(allowed.joined(separator: ", "))")
    }

    // MARK: Numbers

    /// A plain number within the range, in words such as "more than 0 and at most 1000".
    func number(
        _ name: String, _ range: ClosedRange<Rational>? = nil, excluding excluded: Rational? = nil
    ) -> Rational? {
        attribute(name).flatMap { text in
            exact(name, text, range, excluding: excluded) { (text) throws(Rational.Malformed) in
                try Rational(exactly: text)
            }
        }
    }

    /// A share such as `80%`, `1/3` or `0.8`.
    func share(
        _ name: String, _ range: ClosedRange<Rational>, excluding excluded: Rational? = nil
    ) -> Rational? {
        attribute(name).flatMap { text in
            exact(name, text, range, excluding: excluded, isShare: true) {
                (text) throws(Rational.Malformed) in try Rational(share: text)
            }
        }
    }

    private func exact(
        _ name: String, _ text: String, _ range: ClosedRange<Rational>?, excluding: Rational?,
        isShare: Bool = false, parse: (String) throws(Rational.Malformed) -> Rational
    ) -> Rational? {
        do {
            let value = try parse(text)
            if range.map({ $0.contains(value) }) ?? true, value != excluding { return value }
            let bounds = range.map { range in
                let lower = isShare ? range.lowerBound.shareText : "\(range.lowerBound)"
                let upper = isShare ? range.upperBound.shareText : "\(range.upperBound)"
                return excluding == range.lowerBound
                    ? "more than \(lower) and at most \(upper)" : "from \(lower) to \(upper)"
            }
            reportBadNumber(name, text, "it is out of range", bounds ?? "other than 0")
        } catch {
            reportBadNumber(
                name, text, "\(error)", isShare ? "such as 80% or 1/3" : "such as 2 or 0.5")
        }
        return nil
    }

    private func reportBadNumber(_ name: String, _ text: String, _ why: String, _ wanted: String) {
        reading.error(
            .badNumber, "'\(name)' cannot be '\(text.shortened)': \(why)", at: offset(of: name),
            advice: "write a number \(wanted)")
    }

    func count(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = attribute(name) else { return nil }
        let isDigits =
            (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
        if isDigits, let value = Int(text), range.contains(value) { return value }
        reportBadNumber(
            name, text, isDigits ? "it is out of range" : "it is not a whole number",
            "from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    func requiredCount(_ name: String, in range: ClosedRange<Int>) -> Int? {
        requiredAttribute(name).flatMap { _ in count(name, in: range) }
    }

    func duration(_ name: String) -> Seconds? {
        guard let text = attribute(name) else { return nil }
        if let value = Seconds(text: text) { return value }
        reading.error(
            .badNumber, "'\(name)' cannot be '\(text.shortened)': it is not a length of time",
            at: offset(of: name), advice: "write a whole number and s, m, h or d, such as 45m")
        return nil
    }

    func requiredVersion(_ name: String = "version") -> String {
        guard let text = requiredAttribute(name) else { return "" }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count <= 3,
            parts.allSatisfy({ part in
                (1...6).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
            })
        {
            return text
        }
        reading.error(
            .badValue, "'\(text.shortened)' is not a version", at: offset(of: name),
            advice: "write up to three numbers with dots between, such as 1.0.0")
        return text
    }
}
