/// Where the elements, attributes and texts of a file stand, as far as a quick look tells.
///
/// It need not be right about broken files: what it says is only used to change them.
struct Outline {
    struct Attribute {
        /// From the blank before its name to its closing quote.
        let whole: Range<Int>
        let value: Range<Int>
    }

    private(set) var elements: [Range<Int>] = []
    private(set) var attributes: [Attribute] = []
    private(set) var texts: [Range<Int>] = []

    private let file: [UInt8]
    private var open: [Int] = []

    init(of file: [UInt8]) {
        self.file = file
        var at = 0
        while let start = find("<", from: at) {
            if start > at, !open.isEmpty { texts.append(at..<start) }
            at = skip(from: start)
        }
    }

    /// Where the markup that begins here ends.
    private mutating func skip(from start: Int) -> Int {
        if begins("<!--", at: start) { return end(of: "-->", from: start) }
        if begins("<![CDATA[", at: start) { return end(of: "]]>", from: start) }
        if begins("<?", at: start) { return end(of: "?>", from: start) }
        if begins("</", at: start) {
            let end = end(of: ">", from: start)
            if let start = open.popLast() { elements.append(start..<end) }
            return end
        }
        return skipTag(from: start)
    }

    private mutating func skipTag(from start: Int) -> Int {
        var at = start + 1
        var blank = at
        while at < file.count, file[at] != UInt8(ascii: ">") {
            if file[at] <= 0x20 {
                blank = at
            } else if file[at] == UInt8(ascii: "\"") || file[at] == UInt8(ascii: "'") {
                guard let close = file[(at + 1)...].firstIndex(of: file[at]) else { break }
                attributes.append(Attribute(whole: blank..<close + 1, value: at + 1..<close))
                at = close
            }
            at += 1
        }
        let end = min(at + 1, file.count)
        if at > start, file[at - 1] == UInt8(ascii: "/") {
            elements.append(start..<end)
        } else {
            open.append(start)
        }
        return end
    }

    private func find(_ byte: Unicode.Scalar, from start: Int) -> Int? {
        file[start...].firstIndex(of: UInt8(ascii: byte))
    }

    private func begins(_ text: String, at start: Int) -> Bool {
        file[start...].starts(with: text.utf8)
    }

    private func end(of text: String, from start: Int) -> Int {
        let sign = Array(text.utf8)
        return file[start...].firstRange(of: sign)?.upperBound ?? file.count
    }
}
