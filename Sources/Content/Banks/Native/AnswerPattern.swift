/// The small pattern language of accepted answers, chosen so that matching takes linear time:
/// literal characters, `.`, `[abx-z]`, groups with `|`, and `?`, `*`, `+` after one of them.
enum AnswerPattern {
    /// Time grows with the length of a pattern times that of the answer.
    private static let limit = 1_000

    /// Why the text is no pattern, or nil where it is one.
    static func fault(in text: String) -> String? {
        guard text.unicodeScalars.count <= limit else {
            return "it has more than \(limit) characters"
        }
        var depth = 0
        var canRepeat = false
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            switch scalar {
            case "\\":
                if let fault = faultInEscape(scalars.next()) { return fault }
                canRepeat = true
            case "[":
                if let fault = faultInSet(&scalars) { return fault }
                canRepeat = true
            case "(":
                depth += 1
                canRepeat = false
            case ")":
                depth -= 1
                guard depth >= 0 else { return "a ) closes nothing" }
                canRepeat = true
            case "?", "*", "+":
                guard canRepeat else { return "a \(scalar) repeats nothing" }
                canRepeat = false
            case "|": canRepeat = false
            case "]", "{", "}", "^", "$": return "a \(scalar) has to be written \\\(scalar)"
            default: canRepeat = true
            }
        }
        return depth == 0 ? nil : "a ( is not closed"
    }

    private static func faultInSet(_ scalars: inout String.UnicodeScalarView.Iterator) -> String? {
        var isEmpty = true
        while let scalar = scalars.next() {
            switch scalar {
            case "]": return isEmpty ? "a [] holds nothing" : nil
            case "\\":
                if let fault = faultInEscape(scalars.next()) { return fault }
                isEmpty = false
            // It would be taken for "none of these", which there is no way to say.
            case "^" where isEmpty: return "a ^ has to be written \\^"
            default: isEmpty = false
            }
        }
        return "a [ is not closed"
    }

    /// Other languages give meanings to letters here, such as any digit: they would not be heard.
    private static func faultInEscape(_ scalar: Unicode.Scalar?) -> String? {
        guard let scalar else { return "it ends in a single \\" }
        let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
        return isPlain ? "a \\ before \(scalar) has no meaning" : nil
    }
}
