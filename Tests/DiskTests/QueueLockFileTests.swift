import Disk
import Foundation
import Testing

@Suite struct `The file a store's queue stands at` {
    @Test(arguments: [
        ("link", DiskFault.Kind.isLink), ("nowhere", .isLink), ("folder", .isAFolder),
        ("pipe", .notAFile), ("/dev/null", .notAFile), ("missing/lock", .missing),
        ("file/lock", .notAFolder), ("", .badName), ("a\0b", .badName),
    ])
    func `is a file and nothing else`(_ name: String, _ kind: DiskFault.Kind) throws {
        let scratch = try Scratch()
        try scratch.put("text", "file")
        try scratch.folder("folder")
        try scratch.link("link", to: "file")
        try scratch.link("nowhere", to: "created")
        mkfifo(scratch.path("pipe"), 0o600)
        let before = try scratch.names()
        let found = fault { () throws(DiskFault) in _ = try QueueLock(scratch.path(name)) }
        #expect(found?.kind == kind)
        #expect(found?.operation == .lock)
        #expect(try scratch.names() == before)
    }

    @Test(arguments: [0o000, 0o077, 0o777] as [mode_t])
    func `is the owner's alone`(_ mask: mode_t) async throws {
        let scratch = try Scratch()
        try scratch.put("", "wide", mode: 0o666)
        await #expect(processExitsWith: .success) { [mask, path = scratch.path as String] in
            umask(mask)
            for name in ["new", "wide", "new"] {
                let lock = try QueueLock(path + "/" + name)
                try lock.withLock(until: .now) {}
                #expect(Scratch.mode(path + "/" + name) == 0o600)
            }
        }
    }

    @Test func `tells whether somebody has the turn, and is not made for that`() throws {
        let scratch = try Scratch()
        let path = scratch.path("lock")
        #expect(QueueLock.isHeld(path) == nil)
        #expect(try scratch.names().isEmpty)
        let lock = try QueueLock(path)
        #expect(QueueLock.isHeld(path) == false)
        try lock.withLock(until: .now) { #expect(QueueLock.isHeld(path) == true) }
        #expect(QueueLock.isHeld(path) == false)
    }

    enum Meddling: CaseIterable { case removed, replaced, moved }

    @Test(arguments: Meddling.allCases)
    func `may vanish, and those who wait go on in line for the new one`(
        _ meddling: Meddling
    ) throws {
        let scratch = try Scratch()
        let path = scratch.path("lock")
        let holder = try QueueLock(path)
        let held = DispatchSemaphore(value: 0)
        let waiting = DispatchSemaphore(value: 0)
        onThreads(9) { number in
            let found = fault { () throws(DiskFault) in
                if number == 0 {
                    let lock = try QueueLock(path)
                    try lock.withLock(until: .now) { () throws(DiskFault) in
                        for _ in 1...8 { held.signal() }
                        for _ in 1...8 { waiting.wait() }
                        try lock.confirm()
                        switch meddling {
                        case .removed: unlink(path)
                        case .replaced:
                            unlink(path)
                            close(open(path, O_CREAT | O_WRONLY, 0o600))
                        case .moved: rename(path, path + "-old")
                        }
                        let late = fault { () throws(DiskFault) in try lock.confirm() }
                        #expect(late?.kind == .replaced)
                    }
                } else {
                    let lock = try QueueLock(path, patience: .milliseconds(1))
                    held.wait()
                    var wasTold = 0
                    for _ in 0..<50 {
                        let tell = {
                            wasTold += 1; if wasTold == 1 { waiting.signal() }
                        }
                        try lock.withLock(until: .now + .seconds(120), onWait: tell) {
                            `The queue for a store`.increment(scratch.path("count"))
                        }
                    }
                }
            }
            #expect(found == nil)
        }
        #expect(scratch.text("count") == "400\n")
        try holder.withLock(until: .now) { () throws(DiskFault) in try holder.confirm() }
        #expect(Scratch.mode(path) == 0o600)
    }

    @Test(arguments: [("link", DiskFault.Kind.isLink), ("folder", .isAFolder)])
    func `is not followed where it became something else`(
        _ name: String, _ kind: DiskFault.Kind
    ) throws {
        let scratch = try Scratch()
        let lock = try QueueLock(scratch.path("lock"))
        try scratch.remove("lock")
        if name == "link" {
            try scratch.put("text", "file")
            try scratch.link("lock", to: "file")
        } else {
            try scratch.folder("lock")
        }
        for _ in 0..<2 {
            let found = fault { () throws(DiskFault) in try lock.withLock(until: .now) {} }
            #expect(found?.kind == kind)
        }
        try scratch.remove("lock")
        try lock.withLock(until: .now) {}
    }

    @Test func `is waited at without a change to the process's signals`() async throws {
        let scratch = try Scratch()
        await #expect(processExitsWith: .exitCode(9)) { [path = scratch.path("lock") as String] in
            let holder = try QueueLock(path)
            let waiter = try QueueLock(path, patience: .zero)
            var urgent = sigset_t()
            sigemptyset(&urgent)
            sigaddset(&urgent, SIGURG)
            pthread_sigmask(SIG_BLOCK, &urgent, nil)
            signal(SIGURG) { _ in _exit(9) }
            try holder.withLock(until: .now) {
                let found = fault { () throws(DiskFault) in
                    try waiter.withLock(until: .now + .milliseconds(50)) {}
                }
                #expect(found?.kind == .waitedTooLong)
            }
            var mask = sigset_t()
            pthread_sigmask(SIG_UNBLOCK, &urgent, &mask)
            #expect(sigismember(&mask, SIGURG) == 1)
            raise(SIGURG)
        }
    }
}
