import Assessment
import Foundation
import MarkupReading
import Testing

@Suite struct `A file that a person named` {
    /// A folder of one test's own, gone when the test is over.
    private final class Folder {
        let path = NSTemporaryDirectory() + "assay-" + UUID().uuidString

        init() throws {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false)
        }

        deinit {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    private func read(_ path: String, limit: Int = 1_000) -> (SourceText?, Diagnostic?) {
        var diagnostics = Diagnostics()
        let source = SourceFile.read(path, limit: limit, into: &diagnostics)
        return (source, diagnostics.found.first)
    }

    @Test func `is read whole, through links too`() throws {
        let folder = try Folder()
        let file = folder.path + "/bank.xml"
        let bytes = Data((0..<1_000).map { UInt8(truncatingIfNeeded: $0) })
        try bytes.write(to: URL(filePath: file))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: file)
        #expect(read(file).0?.bytes == Array(bytes))
        #expect(read(file).0?.name == file)
        #expect(read(folder.path + "/link").0?.bytes == Array(bytes))
        #expect(read(file, limit: 999).1?.code == "too-large")
    }

    @Test func `is refused with a reason and advice where it cannot be read`() throws {
        let folder = try Folder()
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let missing = folder.path + "/no\u{1B}ne"
        for (path, reason) in [
            (missing, "there is no file '\(folder.path)/no\\u{1B}ne'"),
            (folder.path, "'\(folder.path)' is a folder"),
            (folder.path + "/pipe", "'\(folder.path)/pipe' is not a regular file"),
            ("/dev/zero", "'/dev/zero' is not a regular file"),
            ("", "there is no file ''"),
            ("/dev/null\0.xml", "there is no file '/dev/null\\u{0}.xml'"),
        ] {
            let (source, fault) = read(path)
            #expect(source == nil)
            #expect(fault?.code == "no-input")
            #expect(fault?.message == reason)
            #expect(fault?.advice != nil)
        }
    }

    @Test(.enabled(if: geteuid() != 0, "an administrator may read everything"))
    func `is refused where its permissions forbid it`() throws {
        let folder = try Folder()
        let file = folder.path + "/bank.xml"
        #expect(FileManager.default.createFile(atPath: file, contents: nil))
        #expect(chmod(file, 0) == 0)
        #expect(read(file).1?.message == "you may not read '\(file)'")
    }

    @Test func `is held to the limit where its size is not what it said`() {
        // The files of /proc say they are empty.
        let (source, fault) = read("/proc/self/maps", limit: 100)
        #expect(source == nil)
        #expect(fault?.code == "too-large")
    }
}
