import Assessment

/// The parts of a file that no excerpt may show, such as passwords.
struct Redaction {
    private(set) var ranges: [Range<Int>] = []

    mutating func hide(_ range: Range<Int>) { ranges.append(range) }

    /// The file with the same lines and columns, and dots in the hidden parts.
    func applied(to source: SourceText) -> SourceText {
        if ranges.isEmpty { return source }
        var bytes = source.bytes
        for range in ranges {
            var at = range.lowerBound
            while at < range.upperBound {
                let length = UTF8Step(in: source.bytes.span, at: at).length
                // As many bytes as the character has, so that columns stay where they were.
                let cover: [UInt8] =
                    switch length {
                    case 1: bytes[at].isLineEnd ? [bytes[at]] : [0x2E]
                    case 2: [0xC2, 0xB7]
                    case 3: [0xE2, 0x80, 0xA2]
                    default: [0xF0, 0x9F, 0x94, 0x92]
                    }
                for (index, byte) in cover.enumerated() { bytes[at + index] = byte }
                at += length
            }
        }
        return SourceText(name: source.name, bytes: bytes)
    }

    /// What to hide where the columns are not known, in a file that speaks of passwords.
    static func wholeTable(in source: SourceText) -> Redaction {
        var redaction = Redaction()
        let head = String(decoding: source.bytes.prefix(1 << 12), as: UTF8.self)
        guard RosterColumn.isSecret(RosterColumn.folded(head)) else { return redaction }
        let end = source.bytes.firstIndex(where: \.isLineEnd) ?? source.bytes.count
        redaction.hide(end..<source.bytes.count)
        return redaction
    }
}
