extension StringProtocol {
    /// The same text as the content of an HTML or SVG element, or between the quotes of an
    /// attribute.
    ///
    /// What markup is made of becomes a reference; what a page would hide, or obey as a change of
    /// direction, is spelled out as on a terminal. Nowhere else is text from outside safe: not in
    /// addresses, styles, scripts and comments, nor in an attribute without quotes.
    package func htmlSafe() -> String {
        if utf8.allSatisfy(\.isPlainInHTML) { return String(self) }
        var safe = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "&": safe.append(contentsOf: "&amp;".unicodeScalars)
            case "<": safe.append(contentsOf: "&lt;".unicodeScalars)
            case ">": safe.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": safe.append(contentsOf: "&quot;".unicodeScalars)
            case "'": safe.append(contentsOf: "&#39;".unicodeScalars)
            // CR is not among them, since a page's reader takes it for LF.
            case "\t", "\n": safe.append(scalar)
            case _ where scalar.isSafeInTerminal: safe.append(scalar)
            default: safe.append(contentsOf: scalar.terminalEscape.unicodeScalars)
            }
        }
        return String(safe)
    }
}

extension UInt8 {
    fileprivate var isPlainInHTML: Bool {
        switch self {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            false
        default: 0x20 <= self && self < 0x7F
        }
    }
}
