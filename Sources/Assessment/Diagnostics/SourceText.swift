/// The bytes of one file a person wrote, and the name they know it by.
package struct SourceText: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Puts diagnostics in the order of the file and says where in it each one is.
    ///
    /// Those about the file as a whole come first. Costs one walk over the bytes, however many
    /// diagnostics there are; LF, CRLF and a lone CR each end a line.
    package func located(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var found = diagnostics
        // `sort` is stable, so faults at one spot stay in the order they were found.
        found.sort { ($0.offset ?? -1) < ($1.offset ?? -1) }
        let bytes = bytes.span
        var walk = LineWalk(bytes)
        for index in found.indices {
            guard let offset = found[index].offset else { continue }
            walk.advance(to: offset, in: bytes)
            found[index].place = Diagnostic.Place(
                file: name, line: walk.line, column: walk.column,
                excerpt: Diagnostic.Excerpt(
                    of: bytes, lineStart: walk.lineStart, fault: walk.offset))
        }
        return found
    }

    /// The line a byte is on, counted from 1.
    package func line(at offset: Int) -> Int {
        let bytes = bytes.span
        var walk = LineWalk(bytes)
        walk.advance(to: offset, in: bytes)
        return walk.line
    }
}

/// A walk forward through bytes that counts lines, and scalars within a line.
private struct LineWalk {
    private(set) var offset: Int
    private(set) var line = 1
    private(set) var column = 1
    private(set) var lineStart: Int

    init(_ bytes: borrowing Span<UInt8>) {
        // A byte order mark is no part of the first line.
        let hasMark =
            bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        offset = hasMark ? 3 : 0
        lineStart = offset
    }

    mutating func advance(to target: Int, in bytes: borrowing Span<UInt8>) {
        let target = min(target, bytes.count)
        while offset < target {
            let byte = bytes[offset]
            if byte.endsLine {
                let isPair =
                    byte == UInt8(ascii: "\r") && offset + 1 < bytes.count
                    && bytes[offset + 1] == UInt8(ascii: "\n")
                // A fault between CR and LF is still on the line they end.
                if isPair && offset + 1 == target { return }
                offset += isPair ? 2 : 1
                line += 1
                column = 1
                lineStart = offset
            } else if byte < 0x80 {
                offset += 1
                column += 1
            } else {
                let length = UTF8Step(in: bytes, at: offset).length
                // A fault inside a scalar is shown at its beginning.
                if offset + length > target { return }
                offset += length
                column += 1
            }
        }
    }
}
