/// A piece of a line, and whether it stands out from the rest.
package struct Span: Sendable, Hashable {
    package var text: String
    package let isStrong: Bool

    package init(_ text: String, isStrong: Bool = false) {
        self.text = text
        self.isStrong = isStrong
    }
}

extension [Span] {
    package var text: String { map(\.text).joined() }

    /// Goes on with the last piece where that stands out alike.
    mutating func add(_ text: String, isStrong: Bool = false) {
        if let last = indices.last, self[last].isStrong == isStrong {
            self[last].text += text
        } else if !text.isEmpty {
            append(Span(text, isStrong: isStrong))
        }
    }
}

/// Finds what Markdown makes stand out: `**words**` and `*words*`, without their asterisks.
///
/// An asterisk that encloses nothing, or stands within a word or in code, is one that was meant.
struct Emphasis {
    private let text: [Unicode.Scalar]
    /// Signs that nothing closes any more, so that a line is read in time that grows with it.
    private var unclosed: Set<Mark> = []

    private struct Mark: Hashable {
        let sign: Unicode.Scalar
        let count: Int
    }

    private init(_ line: String) { text = Array(line.unicodeScalars) }

    /// The words between the blanks of a line, each in the pieces it has.
    static func words(of line: String) -> [[Span]] {
        var words: [[Span]] = [[]]
        var emphasis = Emphasis(line)
        for span in emphasis.spans() {
            let pieces = span.text.split(separator: " ", omittingEmptySubsequences: false)
            for (index, piece) in pieces.enumerated() {
                if index > 0 { words.append([]) }
                words[words.count - 1].add(String(piece), isStrong: span.isStrong)
            }
        }
        return words.filter { !$0.isEmpty }
    }

    private mutating func spans() -> [Span] {
        var spans: [Span] = []
        var index = 0
        while index < text.count {
            if text[index] == "`" {
                let end = endOfCode(from: index)
                spans.add(string(index..<end))
                index = end
            } else if text[index] == "*" {
                let inside = index + run(at: index)
                if let end = closing(of: index..<inside) {
                    spans.add(string(inside..<end), isStrong: true)
                    index = end + inside - index
                } else {
                    spans.add(string(index..<inside))
                    index = inside
                }
            } else {
                spans.add(String(text[index]))
                index += 1
            }
        }
        return spans
    }

    /// Where the asterisks are that close these; nil where these open nothing.
    private mutating func closing(of opening: Range<Int>) -> Int? {
        let mark = Mark(sign: "*", count: opening.count)
        guard opening.count <= 2, !unclosed.contains(mark), !isWord(before: opening.lowerBound),
            !isBlank(at: opening.upperBound)
        else { return nil }
        var index = opening.upperBound
        while index < text.count {
            if text[index] == "`" {
                index = endOfCode(from: index)
                continue
            }
            guard text[index] == "*" else {
                index += 1
                continue
            }
            let end = index + run(at: index)
            if end - index == opening.count, !isBlank(at: index - 1), !isWord(before: end + 1) {
                return index
            }
            index = end
        }
        unclosed.insert(mark)
        return nil
    }

    /// How many of the same sign stand there.
    private func run(at index: Int) -> Int {
        text[index...].prefix { $0 == text[index] }.count
    }

    /// Behind the backticks that close those at the index, or behind those themselves.
    private mutating func endOfCode(from index: Int) -> Int {
        let mark = Mark(sign: "`", count: run(at: index))
        let start = index + mark.count
        guard mark.count <= 3, !unclosed.contains(mark) else { return start }
        var next = start
        while next < text.count {
            let length = text[next] == "`" ? run(at: next) : 0
            if length == mark.count { return next + length }
            next += max(length, 1)
        }
        unclosed.insert(mark)
        return start
    }

    private func isBlank(at index: Int) -> Bool {
        !text.indices.contains(index) || text[index].properties.isWhitespace
    }

    private func isWord(before index: Int) -> Bool {
        text.indices.contains(index - 1)
            && (text[index - 1].properties.isAlphabetic
                || text[index - 1].properties.numericType != nil)
    }

    private func string(_ range: Range<Int>) -> String {
        var string = String.UnicodeScalarView()
        string.append(contentsOf: text[range])
        return String(string)
    }
}
