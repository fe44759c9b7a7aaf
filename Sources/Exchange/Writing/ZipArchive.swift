/// Files in one archive, stored as they are; the same files give the same bytes.
///
/// The form is that of APPNOTE 6.3.10, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT.
struct ZipArchive {
    /// What the first form of the format can count.
    static let fileLimit = 0xFFFF

    private(set) var fileCount = 0
    private var files: [UInt8] = []
    private var directory: [UInt8] = []

    /// Names are ASCII with `/` between folders.
    mutating func add(_ name: String, _ bytes: [UInt8]) throws(ExchangeFault) {
        guard fileCount < Self.fileLimit, files.count + bytes.count < Int(Int32.max) else {
            throw ExchangeFault(
                "there is too much for one archive", advice: "name a quiz, a cohort or a learner")
        }
        var facts: [UInt8] = []
        facts.append(little: UInt16(10))  // Version 1.0 suffices to read it.
        facts.append(little: UInt16(0))  // Nothing is encrypted.
        facts.append(little: UInt16(0))  // Stored.
        facts.append(little: UInt16(0))  // Midnight
        facts.append(little: UInt16(1 << 5 | 1))  // of the first day there is: 1980-01-01.
        facts.append(little: CRC32.sum(bytes))
        facts.append(little: UInt32(bytes.count))
        facts.append(little: UInt32(bytes.count))
        facts.append(little: UInt16(name.utf8.count))
        facts.append(little: UInt16(0))  // No extra field.
        directory.append(little: UInt32(0x0201_4B50))
        directory.append(little: UInt16(3 << 8 | 10))  // Made on Unix.
        directory += facts
        directory.append(little: UInt16(0))  // No comment,
        directory.append(little: UInt16(0))  // on the first disk,
        directory.append(little: UInt16(0))  // of no kind in particular,
        directory.append(little: UInt32(0o100600) << 16)  // and its owner's alone.
        directory.append(little: UInt32(files.count))
        directory += name.utf8
        files.append(little: UInt32(0x0403_4B50))
        files += facts + name.utf8 + bytes
        fileCount += 1
    }

    var bytes: [UInt8] {
        var end: [UInt8] = []
        end.append(little: UInt32(0x0605_4B50))
        end.append(little: UInt32(0))  // One disk alone.
        end.append(little: UInt16(fileCount))
        end.append(little: UInt16(fileCount))
        end.append(little: UInt32(directory.count))
        end.append(little: UInt32(files.count))
        end.append(little: UInt16(0))
        return files + directory + end
    }
}

extension [UInt8] {
    fileprivate mutating func append<Number: FixedWidthInteger>(little number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }
}

/// The sum by which an archive knows a damaged file.
private enum CRC32 {
    static func sum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
}
