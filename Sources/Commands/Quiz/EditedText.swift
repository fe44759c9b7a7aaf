import Assessment
import Disk
import Glibc
import MarkupReading

/// A text that a person's own editor worked on, in a file that only they can read.
enum EditedText {
    case text(String)
    /// A clause on why there is none; what was written before stands.
    case failed(String)

    static func edit(_ text: String, in folder: String, with editor: (String) -> Bool) -> Self {
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
        return .text(String(decoding: edited.bytes, as: UTF8.self))
    }
}
