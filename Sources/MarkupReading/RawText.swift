import Assessment

/// Finds in the file what libxml2 delivered decoded.
enum RawText {
    /// The byte in the file that a byte of decoded text came from.
    ///
    /// Walks the text from its beginning: references count as what they stand for, CRLF as one
    /// byte; comments, instructions and the brackets of CDATA count as nothing. Costs as much as
    /// the text is long, and is asked only for the beginning of a text and for faults in it.
    static func offset(
        of position: Int, inTextAt start: Int, of source: SourceText
    ) -> Int {
        let bytes = source.bytes.span
        var at = start
        var decoded = 0
        var isVerbatim = false
        while at < bytes.count {
            if isVerbatim {
                if bytes.starts(with: "]]>", at: at) {
                    isVerbatim = false
                    at += 3
                    continue
                }
            } else if bytes[at] == UInt8(ascii: "<") {
                if bytes.starts(with: "<![CDATA[", at: at) {
                    isVerbatim = true
                    at += 9
                } else if bytes.starts(with: "<!--", at: at) {
                    at = end(of: "-->", from: at + 4, in: bytes)
                } else if bytes.starts(with: "<?", at: at) {
                    at = end(of: "?>", from: at + 2, in: bytes)
                } else {
                    return at
                }
                continue
            }
            let unit = unit(at: at, verbatim: isVerbatim, in: bytes)
            if decoded + unit.decoded > position { return at }
            decoded += unit.decoded
            at += unit.raw
        }
        return at
    }

    /// How many bytes stand in the file, and how many in the decoded text.
    private static func unit(
        at: Int, verbatim: Bool, in bytes: borrowing Span<UInt8>
    ) -> (raw: Int, decoded: Int) {
        if bytes[at] == UInt8(ascii: "\r") {
            return (bytes.starts(with: "\r\n", at: at) ? 2 : 1, 1)
        }
        guard !verbatim, bytes[at] == UInt8(ascii: "&") else { return (1, 1) }
        let isNumber = bytes.starts(with: "&#", at: at)
        let isHex = bytes.starts(with: "&#x", at: at)
        var value: UInt32 = 0
        var end = at + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: ";") {
            if isNumber, let digit = Character(Unicode.Scalar(bytes[end])).hexDigitValue {
                value = (value &* (isHex ? 16 : 10)) &+ UInt32(digit)
            }
            end += 1
        }
        let scalar = isNumber ? Unicode.Scalar(value) : nil
        return (end + 1 - at, scalar.map { UTF8.width($0) } ?? 1)
    }

    private static func end(
        of mark: StaticString, from start: Int, in bytes: borrowing Span<UInt8>
    ) -> Int {
        var at = start
        while at < bytes.count, !bytes.starts(with: mark, at: at) { at += 1 }
        return at + mark.utf8CodeUnitCount
    }
}
