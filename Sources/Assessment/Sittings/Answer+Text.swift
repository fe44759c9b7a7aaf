/// An answer as one text that reads back as the same answer, for stores and scripts.
///
/// One line an interaction, `-` where it has no response: `chosen a c`, `paired l1=r2 l2=x1`,
/// `ordered c a b`, `sorted e1=g2`, `typed 3.5 days`, `filled b1=is%20recorded`, `written …`. In
/// typed words a line break is `\n` and a backslash `\\`; in gaps, blanks and the like are `%20`.
extension Answer: CustomStringConvertible {
    package var description: String {
        responses.map { $0?.line ?? "-" }.joined(separator: "\n")
    }

    /// Reads what ``description`` writes; nil for what is no answer.
    package init?(_ text: String) {
        if text.isEmpty {
            self.init([])
            return
        }
        var responses: [Response?] = []
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.elementsEqual("-".unicodeScalars) {
                responses.append(nil)
            } else {
                guard let response = Response(line: Substring(line)) else { return nil }
                responses.append(response)
            }
        }
        self.init(responses)
    }
}

extension Response {
    fileprivate var line: String {
        switch self {
        case .chosen(let ids): Self.line("chosen", ids.map(\.text))
        case .ordered(let ids): Self.line("ordered", ids.map(\.text))
        case .paired(let pairs): Self.line("paired", Self.words(pairs.mapValues(\.text)))
        case .sorted(let pairs): Self.line("sorted", Self.words(pairs.mapValues(\.text)))
        case .filled(let gaps): Self.line("filled", Self.words(gaps.mapValues(Self.percentCoded)))
        case .typed(let text): "typed " + text.asOneLine
        case .written(let text): "written " + text.asOneLine
        }
    }

    fileprivate init?(line: Substring) {
        let scalars = line.unicodeScalars
        guard let blank = scalars.firstIndex(of: " ") else { return nil }
        let rest = String(scalars[scalars.index(after: blank)...])
        let words = rest.utf8.split(separator: UInt8(ascii: " ")).compactMap { String($0) }
        switch String(scalars[..<blank]) {
        case "chosen":
            guard let ids = Self.ids(words) else { return nil }
            self = .chosen(ids)
        case "ordered":
            guard let ids = Self.ids(words) else { return nil }
            self = .ordered(ids)
        case "paired":
            guard let pairs = Self.pairs(words, reading: { Entry.ID($0) }) else { return nil }
            self = .paired(pairs)
        case "sorted":
            guard let pairs = Self.pairs(words, reading: { Entry.ID($0) }) else { return nil }
            self = .sorted(pairs)
        case "filled":
            guard let gaps = Self.pairs(words, reading: Self.percentDecoded) else { return nil }
            self = .filled(gaps)
        case "typed":
            guard let text = String(oneLine: rest) else { return nil }
            self = .typed(text)
        case "written":
            guard let text = String(oneLine: rest) else { return nil }
            self = .written(text)
        default: return nil
        }
    }

    private static func line(_ name: String, _ words: [String]) -> String {
        name + " " + words.joined(separator: " ")
    }

    /// Sorted, so that equal responses are equal texts.
    private static func words(_ pairs: [Entry.ID: String]) -> [String] {
        pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    private static func ids(_ words: [String]) -> [Entry.ID]? {
        let ids = words.compactMap { Entry.ID($0) }
        return ids.count == words.count ? ids : nil
    }

    private static func pairs<Value>(
        _ words: [String], reading: (String) -> Value?
    ) -> [Entry.ID: Value]? {
        var pairs: [Entry.ID: Value] = [:]
        for word in words {
            let sides = word.utf8.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, let left = String(sides[0]).flatMap({ Entry.ID($0) }),
                let right = String(sides[1]).flatMap(reading), pairs[left] == nil
            else { return nil }
            pairs[left] = right
        }
        return pairs
    }

    /// Every byte that is not a letter or a digit of ASCII becomes `%XX`.
    private static func percentCoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                byte < 0x80
                && (Unicode.Scalar(byte).properties.isAlphabetic
                    || (0x30...0x39).contains(byte))
            if isPlain { return String(Unicode.Scalar(byte)) }
            return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    private static func percentDecoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var left = Array(text.utf8)[...]
        while let byte = left.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = left.prefix(2).compactMap { Unicode.Scalar($0) }
                .compactMap { Character($0).isASCII ? Character($0).hexDigitValue : nil }
            guard digits.count == 2 else { return nil }
            bytes.append(UInt8(digits[0] << 4 | digits[1]))
            left = left.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
