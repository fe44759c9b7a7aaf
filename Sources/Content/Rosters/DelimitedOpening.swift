import Assessment

/// What the bytes of a file tell about a table before its first row is read.
struct DelimitedOpening {
    struct Refusal: Error {
        let diagnostic: Diagnostic

        init(_ code: Diagnostic.Code, _ message: String, at offset: Int? = nil, _ advice: String) {
            diagnostic = Diagnostic(.error, code, message, advice: advice, offset: offset)
        }
    }

    /// After a byte order mark, and after a line that only names the separator.
    private(set) var start = 0
    private(set) var separator = DelimitedReader.Separator.comma

    init(of source: SourceText, limits: DelimitedLimits) throws(Refusal) {
        let bytes = source.bytes
        guard bytes.count <= limits.bytes else {
            throw Refusal(
                .tooLarge, "the file goes past the limit of \(limits.bytes) bytes",
                "split it into smaller files")
        }
        try Self.refuseOtherFormats(bytes)
        try Self.refuseOtherEncodings(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        guard bytes[start...].contains(where: { $0 > 0x20 }) else {
            throw Refusal(
                "empty-input", "the file is empty",
                "check that it was saved, and that it is the file you meant")
        }
        if try !readSeparatorLine(bytes) { separator = Self.likelySeparator(bytes[start...]) }
    }

    // MARK: What is no table

    private static func refuseOtherFormats(_ bytes: [UInt8]) throws(Refusal) {
        let formats: [([UInt8], String)] = [
            (Array("PK\u{3}\u{4}".utf8), "an Excel workbook, or another zip archive"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
            (Array("%PDF".utf8), "a PDF"), (Array("{\\rtf".utf8), "a Word document"),
            ([0x1F, 0x8B], "a gzip archive"),
        ]
        var format = formats.first { bytes.starts(with: $0.0) }?.1
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if bytes.dropFirst(mark).first(where: { $0 > 0x20 }) == UInt8(ascii: "<") {
            format = "a web page or XML"
        }
        guard let format else { return }
        throw Refusal(
            "not-a-table", "the file is \(format), and no CSV",
            "open it in a spreadsheet program and save the sheet as \(Self.savedAs)")
    }

    private static let savedAs = "'CSV UTF-8' (in LibreOffice: Text CSV, Unicode UTF-8)"

    private static func refuseOtherEncodings(_ bytes: [UInt8]) throws(Refusal) {
        let advice = "open it in a spreadsheet program and save it as \(savedAs)"
        if let encoding = wideEncoding(bytes) {
            throw Refusal("encoding", "the file is written in \(encoding)", at: 0, advice)
        }
        let span = bytes.span
        var at = 0
        while at < span.count {
            if span[at] < 0x80 {
                at += 1
                continue
            }
            let step = UTF8Step(in: span, at: at)
            guard step.scalar != nil else {
                let hex = String(span[at], radix: 16, uppercase: true)
                throw Refusal(
                    "encoding",
                    "the byte \(hex) here is not UTF-8: the file is in an older encoding", at: at,
                    advice)
            }
            at += step.length
        }
    }

    private static func wideEncoding(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return "UTF-32"
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "UTF-16"
        }
        // Without a mark, every second byte of Latin letters is still zero.
        let zeros = bytes.prefix(8).map { $0 == 0 }
        let isWide = [[false, true, false, true], [true, false, true, false]]
            .contains { zeros.count >= 4 && zeros.starts(with: $0) }
        return isWide ? "UTF-16" : nil
    }

    // MARK: What stands between the fields

    /// Takes a first line such as `sep=;`, which Excel reads and some exports begin with.
    private mutating func readSeparatorLine(_ bytes: [UInt8]) throws(Refusal) -> Bool {
        var at = start
        let isQuoted = bytes[at] == UInt8(ascii: "\"")
        if isQuoted { at += 1 }
        guard bytes.count >= at + 4,
            String(decoding: bytes[at..<at + 4], as: UTF8.self).lowercased() == "sep="
        else { return false }
        at += 4
        let named = at < bytes.count ? bytes[at] : 0
        var end = at
        while end < bytes.count, !bytes[end].isLineEnd { end += 1 }
        guard let separator = DelimitedReader.Separator(rawValue: named),
            end - at == (isQuoted ? 2 : 1)
        else {
            throw Refusal(
                "bad-value", "the first line names no separator that is known", at: at,
                "write sep=, or sep=; or delete the line")
        }
        self.separator = separator
        // The reader steps over the end of this line as it does over empty ones.
        start = end
        return true
    }

    /// The one that the first lines have most of, outside quotes: titles above a header have none.
    private static func likelySeparator(_ bytes: ArraySlice<UInt8>) -> DelimitedReader.Separator {
        var counts = [0, 0, 0]
        var isInQuotes = false
        let all = DelimitedReader.Separator.allCases
        for byte in bytes.prefix(1 << 16) {
            if byte == UInt8(ascii: "\"") {
                isInQuotes.toggle()
            } else if isInQuotes {
                continue
            } else if byte.isLineEnd {
                if counts != [0, 0, 0] { break }
            } else if let index = all.firstIndex(where: { $0.rawValue == byte }) {
                counts[index] += 1
            }
        }
        let most = counts.max() ?? 0
        return zip(all, counts).first { $0.1 == most }?.0 ?? .comma
    }
}
