import Assessment

/// The words of an element, freed from how the file was laid out.
enum Prose {
    /// Removes blank lines around the text, blanks at line ends, and the indentation its lines share.
    ///
    /// What is left is the same text wherever in the file, and however deep, it stands.
    static func tidied(_ text: String) -> String {
        if let plain = singleLine(text) { return plain }
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { trimmingEnd($0) }
        let startsInline = lines.first.map { !$0.isEmpty } ?? false
        if startsInline, let first = lines.first { lines[0] = first.drop { $0.isSpace } }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        let indented = startsInline ? lines.dropFirst() : lines[...]
        let margin = indented.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        let shown = lines.enumerated().map { index, line in
            String(String.UnicodeScalarView(index == 0 && startsInline ? line : line.dropFirst(margin)))
        }
        return shown.joined(separator: "\n")
    }

    private static func singleLine(_ text: String) -> String? {
        guard !text.utf8.contains(UInt8(ascii: "\n")) else { return nil }
        return String(String.UnicodeScalarView(trimmingEnd(text.unicodeScalars[...]).drop { $0.isSpace }))
    }

    private static func trimmingEnd(
        _ line: Substring.UnicodeScalarView
    ) -> Substring.UnicodeScalarView {
        var line = line
        while line.last?.isSpace == true { line.removeLast() }
        return line
    }

    /// An HTML tag outside code marks, such as `<b>` or `</p>`.
    static func firstTag(in text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        var isCode = false
        for start in scalars.indices {
            if scalars[start] == "`" { isCode.toggle() }
            guard !isCode, scalars[start] == "<" else { continue }
            var end = start + 1
            if end < scalars.count, scalars[end] == "/" { end += 1 }
            guard end < scalars.count, scalars[end].isASCII, scalars[end].properties.isAlphabetic
            else { continue }
            guard let close = scalars[end...].firstIndex(of: ">"), close - start <= 200 else { continue }
            return String(String.UnicodeScalarView(scalars[start...close])).shortened
        }
        return nil
    }

    /// The text by which two prompts are the same question: no case, no punctuation, single blanks.
    static func essence(of text: String) -> String {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word))
                word.removeAll()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        // A text of signs alone is still told apart from another.
        return words.isEmpty ? text : words.joined(separator: " ")
    }
}

extension Unicode.Scalar {
    fileprivate var isSpace: Bool { self == " " || self == "\t" || self == "\r" || self == "\n" }
}

extension String {
    /// Nothing but blanks as XML knows them.
    var isBlank: Bool { utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }

    /// Short enough to be quoted in a message.
    var shortened: String {
        unicodeScalars.count <= 60
            ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(57))) + "…"
    }
}
