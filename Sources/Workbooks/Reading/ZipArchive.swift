internal import CZlib

/// A zip file whose directory makes sense; what is in it is only unpacked when asked for.
///
/// Refused are files that are cut off or encrypted, names that lead elsewhere or come twice, parts
/// that overlap or lie about their length, and more than an honest workbook needs.
struct ZipArchive {
    private struct Entry {
        let method: Int
        let checksum: UInt
        let packed: Int
        let size: Int
        let start: Int
        /// Where its own header begins and its bytes end.
        var extent: Range<Int> = 0..<0
        var data: Range<Int> = 0..<0
    }

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    private static let mostEntries = 1_000
    private static let largestEntry = 32 << 20
    private static let largestWhole = 64 << 20
    private static let tooLarge = WorkbookFault(
        "there is more in the workbook than a table of marks needs",
        advice: "save the sheets with marks in a workbook of their own")
    private static let damaged = WorkbookFault("the workbook is damaged")
    private static let doctored = WorkbookFault(
        "the workbook's parts are not what they claim to be")

    // The numbers are those of APPNOTE.TXT:
    // https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
    init(_ bytes: [UInt8]) throws(WorkbookFault) {
        self.bytes = bytes
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
            throw WorkbookFault(
                "this is no workbook", advice: "save it as .xlsx, which .xls and .ods are not")
        }
        let end = try Self.end(of: bytes)
        let count = try number(end + 10, 2)
        let size = try number(end + 12, 4)
        let directory = try number(end + 16, 4)
        guard count <= Self.mostEntries, directory < 0xFFFF_FFFF else { throw Self.tooLarge }
        guard try number(end + 4, 4) == 0, try number(end + 8, 2) == count,
            directory + size == end
        else { throw Self.damaged }
        try readDirectory(from: directory, to: end, count: count)
        try refuseOverlaps()
    }

    /// The bytes of an entry, or nil where there is none of that name.
    func contents(of name: String) throws(WorkbookFault) -> [UInt8]? {
        guard let entry = entries[name.lowercased()] else { return nil }
        guard entry.size <= Self.largestEntry else { throw Self.tooLarge }
        let packed = bytes[entry.data]
        let unpacked = entry.method == 0 ? Array(packed) : Self.inflated(packed, to: entry.size)
        guard let unpacked, unpacked.count == entry.size else { throw Self.doctored }
        let checksum = unpacked.withUnsafeBufferPointer { buffer in
            UInt(crc32(0, buffer.baseAddress, uInt(buffer.count)))
        }
        guard unpacked.isEmpty || checksum == entry.checksum else { throw Self.damaged }
        return unpacked
    }

    /// Where the record begins that ends the file, a comment after it included.
    private static func end(of bytes: [UInt8]) throws(WorkbookFault) -> Int {
        let longest = 22 + 0xFFFF
        for at in stride(
            from: bytes.count - 22, through: max(0, bytes.count - longest), by: -1)
        where bytes[at] == 0x50 && bytes[at...].starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            if at + 22 + Int(bytes[at + 20]) + Int(bytes[at + 21]) << 8 == bytes.count {
                return at
            }
        }
        throw WorkbookFault("the workbook is cut off", advice: "copy it again")
    }

    private mutating func readDirectory(
        from start: Int, to end: Int, count: Int
    ) throws(WorkbookFault) {
        var at = start
        var whole = 0
        for _ in 0..<count {
            guard at + 46 <= end, try number(at, 4) == 0x0201_4B50 else { throw Self.damaged }
            let lengths = [try number(at + 28, 2), try number(at + 30, 2), try number(at + 32, 2)]
            guard at + 46 + lengths.reduce(0, +) <= end else { throw Self.damaged }
            guard try number(at + 8, 2) & 0x41 == 0 else {
                throw WorkbookFault(
                    "the workbook is encrypted", advice: "save it without a password")
            }
            let entry = Entry(
                method: try number(at + 10, 2), checksum: UInt(try number(at + 16, 4)),
                packed: try number(at + 20, 4), size: try number(at + 24, 4),
                start: try number(at + 42, 4))
            whole += entry.size
            guard whole <= Self.largestWhole else { throw Self.tooLarge }
            try add(entry, named: bytes[at + 46..<at + 46 + lengths[0]], before: start)
            at += 46 + lengths.reduce(0, +)
        }
        guard at == end else { throw Self.damaged }
    }

    /// Holds the entry against the header that stands before its bytes.
    private mutating func add(
        _ entry: Entry, named name: ArraySlice<UInt8>, before directory: Int
    ) throws(WorkbookFault) {
        var entry = entry
        let start = entry.start
        guard start + 30 <= directory, try number(start, 4) == 0x0403_4B50 else {
            throw Self.damaged
        }
        let length = try number(start + 26, 2)
        let data = start + 30 + length + (try number(start + 28, 2))
        guard data + entry.packed <= directory else { throw Self.damaged }
        // With this flag the sizes stand behind the bytes and not here.
        let sizesFollow = try number(start + 6, 2) & 8 != 0
        let packed = try number(start + 18, 4)
        let size = try number(start + 22, 4)
        guard [0, 8].contains(entry.method), try number(start + 8, 2) == entry.method,
            bytes[start + 30..<start + 30 + length] == name,
            sizesFollow || packed == entry.packed && size == entry.size,
            entry.method == 8 || entry.packed == entry.size
        else { throw Self.doctored }
        entry.extent = start..<data + entry.packed
        entry.data = data..<data + entry.packed
        guard let text = String(validating: name, as: UTF8.self),
            !text.hasPrefix("/"), !text.contains("\\"), !text.contains(":"),
            !text.utf8.contains(0), !text.split(separator: "/").contains("..")
        else { throw WorkbookFault("the workbook has a part whose name leads out of it") }
        guard entries.updateValue(entry, forKey: text.lowercased()) == nil else {
            throw Self.doctored
        }
    }

    private func refuseOverlaps() throws(WorkbookFault) {
        let extents = entries.values.map(\.extent).sorted { $0.lowerBound < $1.lowerBound }
        for (first, second) in zip(extents, extents.dropFirst())
        where first.upperBound > second.lowerBound {
            throw Self.doctored
        }
    }

    /// A number of so many bytes, the lowest first.
    private func number(_ at: Int, _ length: Int) throws(WorkbookFault) -> Int {
        guard at >= 0, at + length <= bytes.count else { throw Self.damaged }
        return bytes[at..<at + length].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Exactly so many bytes, made of all that is there; nil where it comes to anything else.
    private static func inflated(_ packed: ArraySlice<UInt8>, to size: Int) -> [UInt8]? {
        var input = Array(packed)
        // One byte more, so that one too many is seen.
        var output = [UInt8](repeating: 0, count: size + 1)
        var stream = z_stream()
        guard assay_inflate_begin(&stream) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        let isWhole = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                return inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0
            }
        }
        guard isWhole, Int(stream.total_out) == size else { return nil }
        output.removeLast()
        return output
    }
}
