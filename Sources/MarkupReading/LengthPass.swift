import Assessment

/// Measures tags, text and comments, and finds a DOCTYPE, without parsing any further.
///
/// Where the markup itself is broken it steps on quietly: libxml2 says so better.
struct LengthPass {
    let limits: MarkupLimits
    private var at = 0
    private var isInProlog = true
    /// The text since the last tag: where it begins, and how much there is of it.
    private var text = (start: 0, length: 0)

    init(limits: MarkupLimits) {
        self.limits = limits
    }

    mutating func firstFault(in bytes: borrowing Span<UInt8>) -> Diagnostic? {
        while at < bytes.count {
            let fault = bytes[at] == UInt8(ascii: "<") ? markup(bytes) : run(bytes)
            if let fault { return fault }
        }
        return nil
    }

    private mutating func run(_ bytes: borrowing Span<UInt8>) -> Diagnostic? {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
        return addText(at - start, from: start)
    }

    private mutating func addText(_ length: Int, from start: Int) -> Diagnostic? {
        if text.length == 0 { text.start = start }
        text.length += length
        return text.length <= limits.textBytes
            ? nil : limits.exceeded("this text", by: \.textBytes, at: text.start)
    }

    private mutating func markup(_ bytes: borrowing Span<UInt8>) -> Diagnostic? {
        let start = at
        if bytes.starts(with: "<!--", at: at) {
            skip(past: "-->", from: at + 4, in: bytes)
            return at - start <= limits.commentBytes
                ? nil : limits.exceeded("this comment", by: \.commentBytes, at: start)
        }
        if bytes.starts(with: "<?", at: at) {
            skip(past: "?>", from: at + 2, in: bytes)
            return at - start <= limits.commentBytes
                ? nil : limits.exceeded("this instruction", by: \.commentBytes, at: start)
        }
        if bytes.starts(with: "<![CDATA[", at: at) {
            skip(past: "]]>", from: at + 9, in: bytes)
            return addText(at - start, from: start)
        }
        if isInProlog, bytes.starts(with: "<!DOCTYPE", at: at) { return .doctype(at: at) }
        guard at + 1 < bytes.count, bytes[at + 1].beginsTag else {
            at += 1
            return addText(1, from: start)
        }
        isInProlog = false
        text.length = 0
        skipTag(bytes)
        return at - start <= limits.tagBytes
            ? nil : limits.exceeded("this tag", by: \.tagBytes, at: start)
    }

    /// Goes past a `>` that no quotes enclose, or up to a `<`, which no tag may hold.
    private mutating func skipTag(_ bytes: borrowing Span<UInt8>) {
        at += 1
        let isEnd = bytes[at] == UInt8(ascii: "/")
        var quote: UInt8?
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "<") { return }
            at += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), !isEnd {
                quote = byte
            }
        }
    }

    private mutating func skip(
        past end: StaticString, from start: Int, in bytes: borrowing Span<UInt8>
    ) {
        at = start
        let first = end.utf8Start.pointee
        while at < bytes.count {
            if bytes[at] == first, bytes.starts(with: end, at: at) {
                at += end.utf8CodeUnitCount
                return
            }
            at += 1
        }
        at = bytes.count
    }
}

extension Diagnostic {
    /// A document type, which could name files, define entities and change answer keys.
    static func doctype(at offset: Int?) -> Diagnostic {
        Diagnostic(
            .error, "doctype", "the file has a document type (<!DOCTYPE …>), which is not read",
            advice: "delete the <!DOCTYPE …> line; if this is a web page, it is the wrong file",
            offset: offset)
    }
}

extension UInt8 {
    /// Whether a `<` before this byte opens a tag: `/`, or the first byte of a name.
    fileprivate var beginsTag: Bool {
        switch self {
        case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...0xFF: true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }
}
