import Disk
import Foundation
import Testing

@Suite struct `A private folder` {
    @Test(arguments: [0o000, 0o077, 0o777] as [mode_t])
    func `is the owner's alone, and those above it that were missing`(_ mask: mode_t) async {
        await #expect(processExitsWith: .success) { [mask] in
            let scratch = try Scratch()
            try scratch.folder("there")
            chmod(scratch.path("there"), 0o2755)
            umask(mask)
            for name in ["there/a/b/c", "there//a/./b/../d/", "there", "one"] {
                try PrivateFolder.make(scratch.path(name))
            }
            for name in ["there/a", "there/a/b", "there/a/b/c", "there/a/d", "one"] {
                #expect(Scratch.mode(scratch.path(name)) == 0o700, "\(name)")
            }
            #expect(Scratch.mode(scratch.path("there")) == 0o2755)
            #expect(chdir(scratch.path) == 0)
            try PrivateFolder.make("two/three")
            #expect(Scratch.mode(scratch.path("two/three")) == 0o700)
        }
    }

    @Test(arguments: [
        ("file", DiskFault.Kind.notAFolder), ("file/a", .notAFolder), ("pipe", .notAFolder),
        ("/dev/null/a", .notAFolder), ("nowhere", .isLink), ("nowhere/a", .isLink),
        ("loop", .isLink), ("", .badName), ("a\0b", .badName),
        (String(repeating: "n", count: 256), .badName),
    ])
    func `is refused where something else is`(_ name: String, _ kind: DiskFault.Kind) throws {
        let scratch = try Scratch()
        try scratch.put("text", "file")
        mkfifo(scratch.path("pipe"), 0o600)
        try scratch.link("nowhere", to: "created")
        try scratch.link("loop", to: "loop")
        let before = try scratch.names()
        let found = fault { () throws(DiskFault) in try PrivateFolder.make(scratch.path(name)) }
        #expect(found?.kind == kind)
        #expect(found?.operation == .makeFolder)
        #expect(try scratch.names() == before)
    }

    @Test func `may lie behind a link, and be made by many at once`() throws {
        let scratch = try Scratch()
        try scratch.folder("folder")
        try scratch.link("linked", to: "folder")
        onThreads(8) { _ in
            let found = fault { () throws(DiskFault) in
                try PrivateFolder.make(scratch.path("linked/a/b/c/d"))
            }
            #expect(found == nil)
        }
        #expect(Scratch.mode(scratch.path("folder/a/b/c/d")) == 0o700)
    }

    @Test(.enabled(if: geteuid() == 0, "becoming somebody else needs root"))
    func `needs no right to list those above it, and takes none that is not given`() async {
        await #expect(processExitsWith: .success) {
            let scratch = try Scratch()
            try scratch.folder("home/mine")
            try scratch.put("text", "home/theirs")
            chmod(scratch.path, 0o711)
            chmod(scratch.path("home"), 0o711)
            chown(scratch.path("home/mine"), 4321, 4321)
            #expect(setegid(4321) == 0 && seteuid(4321) == 0)
            try PrivateFolder.make(scratch.path("home/mine/a/b"))
            #expect(save("text", scratch.path("home/mine/a/b/c")) == nil)
            #expect(try Permissions(of: scratch.path("home/mine/a/b")).isOurs)

            let kinds = [
                fault { () throws(DiskFault) in try PrivateFolder.make(scratch.path("home/a")) },
                save("new", scratch.path("home/theirs")),
                save("new", scratch.path("home/new")),
                fault { () throws(DiskFault) in _ = try QueueLock(scratch.path("home/theirs")) },
                fault { () throws(DiskFault) in _ = try QueueLock(scratch.path("home/lock")) },
            ].map { $0?.kind }
            #expect(kinds == Array(repeating: .denied, count: 5))
            _ = seteuid(0)
        }
    }
}

@Suite struct `Permissions of a file` {
    @Test(arguments: [
        (0o600 as mode_t, false, false), (0o700, false, false), (0o640, true, false),
        (0o604, true, false), (0o620, false, true), (0o602, false, true), (0o666, true, true),
        (0o611, false, false), (0o1777, true, true), (0o000, false, false),
    ])
    func `tell who else gets at it`(_ mode: mode_t, _ isRead: Bool, _ isWritten: Bool) throws {
        let scratch = try Scratch()
        try scratch.put("text", "file", mode: mode)
        let found = try Permissions(of: scratch.path("file"))
        #expect(found.isReadableByOthers == isRead)
        #expect(found.isWritableByOthers == isWritten)
        #expect(found.isPrivate == (mode & 0o077 == 0))
        #expect(found.mode == mode)
        #expect(found.isOurs && found.owner == geteuid())
        #expect(found.ownerName == NSUserName())
    }

    @Test func `are those of the name itself`() throws {
        let scratch = try Scratch()
        try scratch.put("text", "file", mode: 0o644)
        try scratch.link("link", to: "file")
        mkfifo(scratch.path("pipe"), 0o600)
        let kinds = try ["file", ".", "link", "pipe"].map {
            try Permissions(of: scratch.path($0)).kind
        }
        #expect(kinds == [.file, .folder, .link, .other])
        let missing = fault { () throws(DiskFault) in
            _ = try Permissions(of: scratch.path("missing"))
        }
        #expect(missing?.kind == .missing)
    }

    @Test(.enabled(if: geteuid() == 0, "giving a file away needs root"))
    func `tell whose it is`() throws {
        let scratch = try Scratch()
        for owner in [1, 3_999_999_999] as [uid_t] {
            try scratch.put("text", "file")
            chown(scratch.path("file"), owner, 0)
            let found = try Permissions(of: scratch.path("file"))
            #expect(!found.isOurs)
            #expect(found.owner == owner)
            let name = try Outside.output("stat", ["-c", "%U", scratch.path("file")])
            #expect(found.ownerName ?? "UNKNOWN" == name?.dropLast().description)
        }
    }
}
