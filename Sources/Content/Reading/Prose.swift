import Assessment

/// The words of an element, freed from how the file was laid out.
enum Prose {
    /// Removes blank lines around the text, blanks at line ends, and the indentation its lines share.
    ///
    /// What is left is the same text wherever in the file, and however deep, it stands.
    static func tidied(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "\n")) else {
            let trimmed = trimmed(bytes[...])
            return trimmed.count == bytes.count ? text : String(decoding: trimmed, as: UTF8.self)
        }
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map(trimmingEnd)
        let startsInline = lines.first.map { !$0.isEmpty } ?? false
        if startsInline { lines[0] = trimmed(lines[0]) }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        let indented = startsInline ? lines.dropFirst() : lines[...]
        let margin = sharedMargin(of: indented.filter { !$0.isEmpty })
        for index in lines.indices where index > 0 || !startsInline {
            lines[index] = lines[index].dropFirst(margin)
        }
        return String(decoding: Array(lines.joined(separator: "\n".utf8)), as: UTF8.self)
    }

    /// How many blanks begin every line alike; a tab is not the same as some spaces.
    private static func sharedMargin(of lines: [ArraySlice<UInt8>]) -> Int {
        guard let first = lines.first else { return 0 }
        return lines.dropFirst().reduce(first.prefix { $0.isBlank }.count) { margin, line in
            zip(first.prefix(margin), line).prefix { $0 == $1 }.count
        }
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        trimmingEnd(line).drop { $0.isBlank }
    }

    private static func trimmingEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while line.last?.isBlank == true { line.removeLast() }
        return line
    }

    /// An HTML tag outside code marks, such as `<b>` or `</p>`.
    static func firstTag(in text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
        let scalars = Array(text.unicodeScalars)
        var isCode = false
        for start in scalars.indices {
            if scalars[start] == "`" { isCode.toggle() }
            guard !isCode, scalars[start] == "<" else { continue }
            var end = start + 1
            if end < scalars.count, scalars[end] == "/" { end += 1 }
            guard end < scalars.count, scalars[end].isASCII, scalars[end].properties.isAlphabetic
            else { continue }
            guard let close = scalars[end...].firstIndex(of: ">"), close - start <= 200 else {
                continue
            }
            return String(String.UnicodeScalarView(scalars[start...close])).shortened
        }
        return nil
    }

    /// Whether an element is one that people format text with.
    static func isHTML(_ name: String) -> Bool { formatting.contains(name.lowercased()) }

    private static let formatting: Set = [
        "a", "b", "blockquote", "br", "code", "div", "em", "font", "h1", "h2", "h3", "hr", "i",
        "img", "li", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "table",
        "tbody", "td", "th", "thead", "tr", "tt", "u", "ul",
    ]

    /// The words by which two prompts are the same question, in lower case with single blanks.
    static func essence(of text: String) -> [UInt8] {
        var essence: [UInt8] = []
        essence.reserveCapacity(text.utf8.count)
        func endWord() {
            if let last = essence.last, last != UInt8(ascii: " ") {
                essence.append(UInt8(ascii: " "))
            }
        }
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in text.utf8 {
                if byte.isWordByte { essence.append(byte.lowercased) } else { endWord() }
            }
        } else {
            for scalar in text.lowercased().unicodeScalars {
                let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                if isWord { essence.append(contentsOf: String(scalar).utf8) } else { endWord() }
            }
        }
        if essence.last == UInt8(ascii: " ") { essence.removeLast() }
        // A text of signs alone is still told apart from another.
        return essence.isEmpty ? Array(text.utf8) : essence
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }

    /// A letter or digit of ASCII.
    fileprivate var isWordByte: Bool {
        (48...57).contains(self) || (97...122).contains(lowercased)
    }

    fileprivate var lowercased: UInt8 { (65...90).contains(self) ? self + 32 : self }
}

extension String {
    /// Short enough to be quoted in a message, and with nothing in it that a reader would not see.
    var shortened: String {
        guard unicodeScalars.count > 60 else { return terminalSafe() }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(57))).terminalSafe() + "…"
    }
}
