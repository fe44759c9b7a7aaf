internal import Glibc

/// Looks at every frame of a store's write-ahead log, `-wal`, as a start after a crash would.
///
/// SQLite takes a log up to its first frame that is not right, and forgets the rest without a word.
/// That is as it should be after a crash, which leaves one transaction unfinished. Where more than
/// one *finished* transaction lies behind that frame, no crash has done it, and this says so. It
/// cannot tell damage within the last transaction from one that a crash cut short, nor find a log
/// that is missing. See https://sqlite.org/fileformat2.html#the_write_ahead_log.
package struct LogCheck: Sendable, Hashable {
    /// How many frames SQLite would take: up to the last that ends a transaction.
    package private(set) var frames = 0
    /// The pages that those hold, for which the file's own are out of date.
    package private(set) var pages: Set<Int> = []
    package private(set) var damage: Damage?

    package enum Damage: Sendable, Hashable {
        /// The first bytes of the log, without which SQLite takes nothing of it.
        case header
        /// The frame behind this many good ones; finished transactions behind it are lost.
        case frame(after: Int)
    }

    /// Checks the log of the store at a path; no log is an empty log.
    package init(ofStoreAt path: String) throws(SQLiteFault) {
        do {
            try scan(try RawFile(path + "-wal", isLog: true, .checking))
        } catch {
            guard error.kind == .missing else { throw error }
        }
    }

    private mutating func scan(_ file: borrowing RawFile) throws(SQLiteFault) {
        let size = try file.size()
        guard size >= Frame.logHeaderSize + Frame.size else { return }
        let header = try file.read(Frame.logHeaderSize, at: 0)
        guard let salts = Frame.salts(ofHeader: header) else {
            // What was never written to is zeros, and nothing is lost with it.
            let first = try Frame(file, 0)
            if first.page != 0 || header.contains(where: { $0 != 0 }) { damage = .header }
            return
        }
        var sum = LogSum(isBigEndian: header[3] & 1 == 1)
        sum.add(header[..<24])
        var isWhole = true
        var valid = 0
        var waiting: Set<Int> = []
        var finishedBehind = 0
        for index in 0..<(size - Frame.logHeaderSize) / Frame.size {
            let frame = try Frame(file, index)
            let isCurrent = frame.salts == salts
            if isWhole {
                sum.add(frame.bytes[..<8])
                sum.add(frame.bytes[Frame.headerSize...])
                isWhole = isCurrent && frame.page != 0 && frame.sum == sum
            }
            if isWhole {
                valid += 1
                waiting.insert(frame.page)
                if frame.endsTransaction {
                    frames = valid
                    pages.formUnion(waiting)
                    waiting = []
                }
            } else if isCurrent, frame.endsTransaction {
                finishedBehind += 1
            }
        }
        if finishedBehind > 1 { damage = .frame(after: valid) }
    }
}

/// One frame of a log: a page, and before it what the page is for.
private struct Frame {
    static let logHeaderSize = 32
    static let headerSize = 24
    static let size = headerSize + PageSeal.pageSize

    let bytes: [UInt8]

    init(_ file: borrowing RawFile, _ index: Int) throws(SQLiteFault) {
        bytes = try file.read(Self.size, at: Self.logHeaderSize + index * Self.size)
    }

    var page: Int { Int(bytes.bigEndian(at: 0)) }
    /// Only the last frame of a transaction tells how many pages the file then has.
    var endsTransaction: Bool { bytes.bigEndian(at: 4) != 0 }
    var salts: [UInt32] { [bytes.bigEndian(at: 8), bytes.bigEndian(at: 12)] }

    var sum: (UInt32, UInt32) { (bytes.bigEndian(at: 16), bytes.bigEndian(at: 20)) }

    /// What marks the frames that belong to this log, if the header of the log is right.
    static func salts(ofHeader header: [UInt8]) -> [UInt32]? {
        guard [0x377F_0682, 0x377F_0683].contains(header.bigEndian(at: 0)),
            header.bigEndian(at: 4) == 3_007_000,
            header.bigEndian(at: 8) == UInt32(PageSeal.pageSize)
        else { return nil }
        var sum = LogSum(isBigEndian: header[3] & 1 == 1)
        sum.add(header[..<24])
        guard sum == (header.bigEndian(at: 24), header.bigEndian(at: 28)) else { return nil }
        return [header.bigEndian(at: 16), header.bigEndian(at: 20)]
    }
}

/// The running checksum of a log.
private struct LogSum {
    let isBigEndian: Bool
    private var sums: (UInt32, UInt32) = (0, 0)

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { bytes in
            for offset in stride(from: 0, to: bytes.count, by: 8) {
                sums.0 &+= word(bytes, offset) &+ sums.1
                sums.1 &+= word(bytes, offset + 4) &+ sums.0
            }
        }
    }

    private func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
    }

    static func == (one: LogSum, other: (UInt32, UInt32)) -> Bool { one.sums == other }
    static func == (other: (UInt32, UInt32), one: LogSum) -> Bool { one.sums == other }
}
