import Assessment
import Disk
import Glibc
import MarkupReading

/// A text that a person's own editor worked on, in a file that only they can read.
enum EditedText {
    case text(String)
    /// A clause on why there is none; what was written before stands.
    case failed(String)

    static func edit(
        _ text: String, _ environment: Environment, with editor: (String) -> Bool
    ) -> Self {
        let folder = environment.variable("TMPDIR") ?? "/tmp"
        let path = folder + "/" + PrivateDraft.unusedName() + ".txt"
        do {
            try PrivateFile.write(Array(text.utf8), to: path, replacing: false)
        } catch {
            return .failed("No file for the editor: \(error)")
        }
        defer { unlink(path) }
        guard editor(path) else { return .failed("The editor failed; nothing was changed") }
        var diagnostics = Diagnostics()
        guard let edited = SourceFile.read(path, limit: 1 << 20, into: &diagnostics) else {
            return .failed("The editor's text cannot be read; nothing was changed")
        }
        var bytes = edited.bytes[...]
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return .text(String(decoding: bytes, as: UTF8.self))
    }
}
