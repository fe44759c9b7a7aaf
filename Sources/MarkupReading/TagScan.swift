import Assessment

/// Walks over the attributes of a start tag as they stand in the file.
///
/// libxml2 delivers attributes without their places. It has checked the tag by then, so the walk
/// need not; on a tag that is broken it just ends early.
struct TagScan {
    struct Field {
        /// The name with its prefix.
        let name: Range<Int>
        /// The first byte of the value, after the quote.
        let value: Int
    }

    private var at: Int

    /// Begins at the `<` of a tag.
    init(_ bytes: borrowing Span<UInt8>, at offset: Int) {
        at = offset + 1
        skip(bytes) { !$0.isBlankMarkup && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    }

    mutating func next(_ bytes: borrowing Span<UInt8>) -> Field? {
        skip(bytes, while: \.isBlankMarkup)
        let start = at
        skip(bytes) {
            !$0.isBlankMarkup && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/")
                && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<")
        }
        let name = start..<at
        skip(bytes, while: \.isBlankMarkup)
        guard !name.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return nil }
        at += 1
        skip(bytes, while: \.isBlankMarkup)
        guard at < bytes.count else { return nil }
        let quote = bytes[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        let value = at + 1
        at = value
        skip(bytes) { $0 != quote }
        at += 1
        return Field(name: name, value: value)
    }

    /// The next field that is an attribute, and not the declaration of a namespace; `xmlns:` without
    /// a name declares nothing, and libxml2 delivers it as an attribute.
    mutating func nextAttribute(_ bytes: borrowing Span<UInt8>) -> Field? {
        while let field = next(bytes) {
            let name = field.name
            let isDeclaration =
                bytes.starts(with: "xmlns", at: name.lowerBound)
                && (name.count == 5
                    || name.count > 6 && bytes[name.lowerBound + 5] == UInt8(ascii: ":"))
            if !isDeclaration { return field }
        }
        return nil
    }

    @inline(__always)
    private mutating func skip(_ bytes: borrowing Span<UInt8>, while holds: (UInt8) -> Bool) {
        while at < bytes.count, holds(bytes[at]) { at += 1 }
    }

    /// The name, with its prefix, of the tag at an offset: `<a:b …` and `</a:b …` alike.
    static func name(_ bytes: borrowing Span<UInt8>, at offset: Int) -> String {
        var at = offset + 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "/") { at += 1 }
        var name: [UInt8] = []
        while at < bytes.count, name.count < 80, !bytes[at].isBlankMarkup,
            bytes[at] != UInt8(ascii: "/"), bytes[at] != UInt8(ascii: ">"),
            bytes[at] != UInt8(ascii: "<")
        {
            name.append(bytes[at])
            at += 1
        }
        // XML allows even invisible tag characters in a name.
        return String(decoding: name, as: UTF8.self).terminalSafe()
    }

    /// The attribute whose qualified name stands twice, at its second place.
    static func duplicate(_ bytes: borrowing Span<UInt8>, at offset: Int) -> Field? {
        var seen: Set<[UInt8]> = []
        var scan = TagScan(bytes, at: offset)
        while let field = scan.next(bytes) {
            if !seen.insert(field.name.map { bytes[$0] }).inserted { return field }
        }
        return nil
    }

    /// The first attribute whose name has a prefix.
    static func attribute(
        prefixed prefix: String, _ bytes: borrowing Span<UInt8>, at offset: Int
    ) -> Field? {
        let start = Array((prefix + ":").utf8)
        var scan = TagScan(bytes, at: offset)
        while let field = scan.next(bytes) {
            if field.name.count > start.count,
                start.indices.allSatisfy({ bytes[field.name.lowerBound + $0] == start[$0] })
            {
                return field
            }
        }
        return nil
    }
}
