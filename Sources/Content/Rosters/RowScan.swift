import Assessment
import MarkupReading

/// Finds the fields of one row, and all that is wrong with how they are written.
struct RowScan {
    /// Where the scan is; in the end, where the row's last line ends.
    private(set) var at: Int
    var fields: [DelimitedField] = []
    private(set) var faults: [Diagnostic] = []
    /// How many lines end within the row's quotes.
    private(set) var lineBreaks = 0
    private let separator: UInt8
    private let limits: DelimitedLimits

    private static let quote = UInt8(ascii: "\"")

    init(at start: Int, separator: UInt8, limits: DelimitedLimits) {
        at = start
        self.separator = separator
        self.limits = limits
    }

    mutating func run(over bytes: borrowing Span<UInt8>) {
        while true {
            if fields.count == limits.fields {
                report(
                    .tooLarge, "the row goes past the limit of \(limits.fields) fields", at,
                    "delete what is not needed; a list of people has a few columns")
                return skipLine(in: bytes)
            }
            skipBlanksBeforeQuote(in: bytes)
            if at < bytes.count, bytes[at] == Self.quote {
                guard readQuoted(in: bytes) else { return }
            } else {
                readPlain(in: bytes)
            }
            if let field = fields.last, field.content.count > limits.fieldBytes {
                report(
                    .tooLarge, "this field goes past the limit of \(limits.fieldBytes) bytes",
                    field.offset, "shorten it; or close the quotes before it")
            }
            guard at < bytes.count, bytes[at] == separator else { return }
            at += 1
        }
    }

    private mutating func readPlain(in bytes: borrowing Span<UInt8>) {
        let start = at
        var quoteAt: Int?
        while at < bytes.count, bytes[at] != separator, !bytes[at].isLineEnd {
            if bytes[at] == Self.quote, quoteAt == nil { quoteAt = at }
            at += 1
        }
        fields.append(
            DelimitedField(offset: start, content: start..<at, hasDoubledQuotes: false))
        guard let quoteAt else { return }
        report(
            .strayQuote, "a quote stands within this field", quoteAt,
            "put quotes around the whole field and write each one within it twice, as \"\"")
    }

    /// Reads on as if there were no blanks, so that a separator in the quotes is no second fault.
    private mutating func skipBlanksBeforeQuote(in bytes: borrowing Span<UInt8>) {
        var first = at
        while first < bytes.count, bytes[first] == UInt8(ascii: " ") { first += 1 }
        guard first > at, first < bytes.count, bytes[first] == Self.quote else { return }
        report(
            .strayQuote, "blanks stand before this quote", first,
            "delete the blanks, so that the field begins with its quote")
        at = first
    }

    /// False where the field has no end, and the row with it.
    private mutating func readQuoted(in bytes: borrowing Span<UInt8>) -> Bool {
        let start = at
        var hasDoubledQuotes = false
        var breaks = 0
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            if byte == Self.quote {
                guard at + 1 < bytes.count, bytes[at + 1] == Self.quote else { break }
                hasDoubledQuotes = true
                at += 1
            } else if byte == UInt8(ascii: "\n") {
                if bytes[at - 1] != UInt8(ascii: "\r") { breaks += 1 }
            } else if byte == UInt8(ascii: "\r") {
                breaks += 1
            }
            at += 1
        }
        let end = at
        let isClosed = end < bytes.count
        if isClosed { at += 1 }
        let isFollowed = at < bytes.count && bytes[at] != separator && !bytes[at].isLineEnd
        // Where text follows a quote some lines below, that quote was meant to open another field.
        if !isClosed || isFollowed && breaks > 0 {
            report(
                .unclosedQuote, "this quote is never closed", start,
                "write \" at the end of the field")
            at = start
            skipLine(in: bytes)
            fields.append(
                DelimitedField(
                    offset: start, content: start + 1..<at, hasDoubledQuotes: hasDoubledQuotes))
            return false
        }
        lineBreaks += breaks
        fields.append(
            DelimitedField(
                offset: start, content: start + 1..<end, hasDoubledQuotes: hasDoubledQuotes))
        if isFollowed {
            report(
                .strayQuote, "there is more after the quote that ends this field", at,
                "write a quote within a field twice, as \"\", or delete what follows the last one")
            while at < bytes.count, bytes[at] != separator, !bytes[at].isLineEnd { at += 1 }
        }
        return true
    }

    private mutating func skipLine(in bytes: borrowing Span<UInt8>) {
        while at < bytes.count, !bytes[at].isLineEnd { at += 1 }
    }

    /// Reports the first character that has no place in a text.
    mutating func checkCharacters(in bytes: borrowing Span<UInt8>, from start: Int) {
        var index = start
        while index < at {
            let byte = bytes[index]
            if 0x20 <= byte && byte < 0x7F || byte.isBlankInTable {
                index += 1
                continue
            }
            let step = UTF8Step(in: bytes, at: index)
            if step.shown.isControl || step.shown.isNoncharacter {
                return faults.append(.control(step.shown, at: index))
            }
            index += step.length
        }
    }

    private mutating func report(
        _ code: Diagnostic.Code, _ message: String, _ offset: Int, _ advice: String
    ) {
        faults.append(Diagnostic(.error, code, message, advice: advice, offset: offset))
    }
}

extension UInt8 {
    /// Tabs and line ends may stand within quotes.
    fileprivate var isBlankInTable: Bool { self == UInt8(ascii: "\t") || isLineEnd }
}

extension Diagnostic.Code {
    static let strayQuote: Self = "stray-quote"
    static let unclosedQuote: Self = "unclosed-quote"
}
