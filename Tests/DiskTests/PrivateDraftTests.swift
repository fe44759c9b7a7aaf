import Disk
import Foundation
import Testing

@Suite struct `A draft` {
    @Test(arguments: [
        [], [0], [1], [65_535, 1, 1], [65_536, 0, 1], [65_537], [1, 65_536], [3, 200_000, 5],
        Array(repeating: 7, count: 30_000), [1 << 20, 1 << 20],
    ])
    func `becomes the pieces it was written in`(_ sizes: [Int]) throws {
        let scratch = try Scratch()
        var all: [UInt8] = []
        var draft = try PrivateDraft(of: scratch.path("new"), replacing: false)
        for (number, size) in sizes.enumerated() {
            let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
            all += piece
            try draft.write(piece)
            #expect(scratch.text("new") == nil)
        }
        try draft.commit()
        #expect(FileManager.default.contents(atPath: scratch.path("new")) == Data(all))
        #expect(try scratch.names() == ["new"])
    }

    @Test func `leaves nothing when it is dropped`() throws {
        let scratch = try Scratch()
        do {
            var draft = try PrivateDraft(of: scratch.path("new"), replacing: true)
            try draft.write(Array(repeating: 1, count: 100_000))
            #expect(try scratch.names().count == 1)
        }
        #expect(try scratch.names() == [])
    }

    @Test func `can be written by another program`() throws {
        let scratch = try Scratch()
        try scratch.put("old", "new")
        let draft = try PrivateDraft(of: scratch.path("new"), replacing: true)
        let script = #"printf 'from outside' > "$1" && chmod 644 "$1""#
        let answer = try Outside.output("sh", ["-c", script, "sh", draft.temporaryPath])
        #expect(answer == "")
        #expect(scratch.text("new") == "old")
        try draft.commit()
        #expect(scratch.text("new") == "from outside")
        #expect(Scratch.mode(scratch.path("new")) == 0o600)
    }

    @Test(arguments: [50_000, 100_000, 1_000_000])
    func `that is too large leaves the old file and nothing else`(_ size: Int) async {
        await #expect(processExitsWith: .success) { [size] in
            let scratch = try Scratch()
            try scratch.put("old", "new")
            ProcessSafety.prepare()
            limitFiles(to: 40_000)
            #expect(
                save(String(repeating: "n", count: size), scratch.path("new"))?.kind == .tooLarge)

            // A caller that goes on when there is room again gets no file that lacks its middle.
            let last = fault { () throws(DiskFault) in
                var draft = try PrivateDraft(of: scratch.path("new"), replacing: true)
                for _ in 0..<10 {
                    let piece = Array(repeating: 1 as UInt8, count: size / 2)
                    do throws(DiskFault) { try draft.write(piece) } catch { limitFiles(to: nil) }
                }
                try draft.commit()
            }
            #expect(last?.kind == .tooLarge)
            #expect(last?.operation == .save)
            #expect(scratch.text("new") == "old")
            #expect(try scratch.names() == ["new"])
        }
    }

    @Test func `on a disk that is full, or for reading only, leaves the old file`() throws {
        let scratch = try Scratch()
        try scratch.folder("disk")
        let disk = scratch.path("disk")
        let options = "size=128k,mode=700"
        guard geteuid() == 0,
            try Outside.output("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk]) != nil
        else {
            try Test.cancel("mounting a small disk needs root")
        }
        defer { _ = try? Outside.output("umount", ["-l", disk]) }
        let roomy = try FileSystem.describe(disk)
        #expect(roomy.name == "tmpfs" && roomy.kind == .memory && !roomy.isReadOnly)
        #expect(roomy.freeBytes <= 128 << 10)
        #expect(save("old", scratch.path("disk/new")) == nil)
        let large = String(repeating: "n", count: 1 << 20)
        #expect(save(large, scratch.path("disk/new"))?.kind == .noSpace)
        #expect(scratch.text("disk/new") == "old")
        #expect(try scratch.names("disk") == ["new"])

        #expect(try Outside.output("mount", ["-o", "remount,ro", disk]) != nil)
        #expect(try FileSystem.describe(disk).isReadOnly)
        #expect(save("new", scratch.path("disk/new"))?.kind == .readOnly)
        let made = fault { () throws(DiskFault) in try PrivateFolder.make(disk + "/a/b") }
        #expect(made?.kind == .readOnly)
        let locked = fault { () throws(DiskFault) in _ = try QueueLock(disk + "/lock") }
        #expect(locked?.kind == .readOnly)
        #expect(scratch.text("disk/new") == "old")
    }
}
