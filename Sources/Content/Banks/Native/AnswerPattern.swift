/// The small pattern language of accepted answers, chosen so that matching takes linear time:
/// literal characters, `.`, `[abc]`, groups with `|`, and `?`, `*`, `+` after one of them.
enum AnswerPattern {
    /// Why the text is no pattern, or nil where it is one.
    static func fault(in text: String) -> String? {
        var depth = 0
        var canRepeat = false
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            switch scalar {
            case "\\":
                guard scalars.next() != nil else { return "it ends in a single \\" }
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
                guard scalars.next() != nil else { return "it ends in a single \\" }
                isEmpty = false
            default: isEmpty = false
            }
        }
        return "a [ is not closed"
    }
}
