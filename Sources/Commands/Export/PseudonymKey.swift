import Assessment
import Disk
import MarkupReading
import Sealing

/// The key that turns ids into pseudonyms; whoever has it can tell whose they are.
struct PseudonymKey {
    private let bytes: [UInt8]

    /// Reads the key from a file that only its owner can read, or makes such a file.
    init(_ path: String, _ environment: Environment) throws(CommandFault) {
        guard let permissions = try? Permissions(of: path) else {
            bytes = (0..<4).flatMap { _ in
                let number = environment.newNumber()
                return (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
            }
            try make(path)
            environment.console.remark(
                "the key is in \(path): keep it apart from what you give away")
            return
        }
        guard permissions.kind == .file, permissions.isOurs, permissions.isPrivate else {
            throw CommandFault(
                .permission, "\(path) is no file that only you can read",
                advice: "a key that others have read protects nobody: make a new one")
        }
        var diagnostics = Diagnostics()
        let file = SourceFile.read(path, limit: 1 << 10, into: &diagnostics)
        let text = file.map { String(decoding: $0.bytes, as: UTF8.self).trimmed }
        guard let key = text.flatMap({ Digest(hex: $0) }) else {
            throw CommandFault(.badData, "\(path) holds no key for pseudonyms")
        }
        bytes = key.bytes
    }

    private func make(_ path: String) throws(CommandFault) {
        let text = Digest(bytes: bytes)?.hex ?? ""
        do {
            try PrivateFile.write(Array((text + "\n").utf8), to: path, replacing: false)
        } catch {
            throw CommandFault(.cannotWrite, "\(error)")
        }
    }

    /// Always the same for an id, and nothing to tell the id from.
    func digest(_ id: [UInt8]) -> Digest { Digest.sealing(id, key: bytes) }
}
