import Disk
import Foundation
import Synchronization
import Testing

@Suite struct `The queue for a store` {
    /// Adds to the number in a file, as nobody may do whom another one does not wait for.
    static func increment(_ path: String) {
        let number = Int(Scratch.text(path)?.dropLast() ?? "0") ?? 0
        let file = fopen(path, "w")
        fputs("\(number + 1)\n", file)
        fclose(file)
    }

    private static func soon() -> ContinuousClock.Instant { .now + .seconds(120) }

    @Test func `lets one thread through at a time`() throws {
        let scratch = try Scratch()
        onThreads(8) { _ in
            let found = fault { () throws(DiskFault) in
                let lock = try QueueLock(scratch.path("lock"), patience: .zero)
                for _ in 0..<200 {
                    try lock.withLock(until: Self.soon()) { Self.increment(scratch.path("count")) }
                }
            }
            #expect(found == nil)
        }
        #expect(scratch.text("count") == "1600\n")
        #expect(scratch.text("lock") == "")
    }

    @Test func `lets one process through at a time`() async throws {
        let scratch = try Scratch()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    await #expect(processExitsWith: .success) { [path = scratch.path as String] in
                        let lock = try QueueLock(path + "/lock", patience: .milliseconds(1))
                        for _ in 0..<50 {
                            try lock.withLock(until: .now + .seconds(120)) {
                                `The queue for a store`.increment(path + "/count")
                            }
                        }
                    }
                }
            }
        }
        #expect(scratch.text("count") == "300\n")
    }

    @Test(.enabled(if: Outside.has("flock"), "flock of util-linux is not installed"))
    func `is shared with programs that know flock`() throws {
        let scratch = try Scratch()
        try scratch.put("0\n", "count")
        let script = """
            i=0; while [ $i -lt 5 ]; do i=$((i + 1))
            flock "$1" sh -c 'read n < "$1"; echo $((n + 1)) > "$1"' sh "$2" || exit 1; done
            """
        let lock = try QueueLock(scratch.path("lock"))
        let others = try (0..<20).map { _ in
            try Outside.start(
                "sh", ["-c", script, "sh", scratch.path("lock"), scratch.path("count")])
        }
        for _ in 0..<100 {
            try lock.withLock(until: Self.soon()) { Self.increment(scratch.path("count")) }
        }
        for other in others {
            other.waitUntilExit()
            #expect(other.terminationStatus == 0)
        }
        #expect(scratch.text("count") == "200\n")
    }

    @Test(.enabled(if: Outside.has("flock"), "flock of util-linux is not installed"))
    func `goes on when a holder is killed`() throws {
        let scratch = try Scratch()
        let lock = try QueueLock(scratch.path("lock"), patience: .zero)
        let holder = try Outside.start("flock", ["-F", scratch.path("lock"), "sleep", "600"])
        while fault({ () throws(DiskFault) in try lock.withLock(until: .now) {} }) == nil {
            usleep(1000)
        }
        // Killed only once this one waits for it.
        try lock.withLock(until: Self.soon(), onWait: { kill(holder.processIdentifier, SIGKILL) }) {
            #expect(throws: Never.self) { try lock.confirm() }
        }
        holder.waitUntilExit()
    }

    @Test(arguments: [
        (Duration.seconds(-1), Duration.zero, 0), (.zero, .zero, 0),
        (.milliseconds(30), .seconds(2), 0), (.milliseconds(30), .zero, 1),
        (.milliseconds(60), .milliseconds(10), 1),
    ])
    func `is left at the deadline`(_ wait: Duration, _ patience: Duration, _ notices: Int) throws {
        let scratch = try Scratch()
        let holder = try QueueLock(scratch.path("lock"))
        let waiter = try QueueLock(scratch.path("lock"), patience: patience)
        var told = 0
        try holder.withLock(until: Self.soon()) {
            for _ in 0..<2 {
                let found = fault { () throws(DiskFault) in
                    try waiter.withLock(until: .now + wait, onWait: { told += 1 }) {
                        _ = Issue.record("two hold the lock")
                    }
                }
                #expect(found?.kind == .waitedTooLong)
                #expect(found?.operation == .lock)
            }
        }
        #expect(told == 2 * notices)
        // Nobody is left in line who would take the lock for a caller that has gone.
        for lock in [try QueueLock(scratch.path("lock")), waiter, holder] {
            #expect(try lock.withLock(until: .now) { 7 } == 7)
        }
    }

    @Test func `has a turn for whoever was told to wait`() throws {
        let scratch = try Scratch()
        let isWaiting = Atomic(false)
        let order = Mutex<[String]>([])
        let holds = DispatchSemaphore(value: 0)
        onTwoThreads {
            let lock = try QueueLock(scratch.path("lock"))
            try lock.withLock(until: Self.soon()) {
                holds.signal()
                while !isWaiting.load(ordering: .acquiring) { usleep(1000) }
                order.withLock { $0.append("first") }
            }
        } _: {
            let lock = try QueueLock(scratch.path("lock"), patience: .milliseconds(5))
            holds.wait()
            let wait = { isWaiting.store(true, ordering: .releasing) }
            try lock.withLock(until: Self.soon(), onWait: wait) {
                order.withLock { $0.append("second") }
            }
        }
        #expect(order.withLock { $0 } == ["first", "second"])
    }

    private struct Own: Error, Equatable {
        let text: String
    }

    @Test func `hands on the body's own faults and its own, and is free afterwards`() throws {
        let scratch = try Scratch()
        let lock = try QueueLock(scratch.path("lock"))
        let other = try QueueLock(scratch.path("lock"))
        var inner: Own?
        #expect(throws: Own(text: "mine")) {
            try lock.withLock(until: .now, failing: { Own(text: $0.message) }) {
                () throws(Own) in
                do throws(Own) {
                    try other.withLock(until: .now, failing: { Own(text: "\($0.kind)") }) {
                        () throws(Own) in
                    }
                } catch {
                    inner = error
                }
                throw Own(text: "mine")
            }
        }
        #expect(inner == Own(text: "waitedTooLong"))
        try other.withLock(until: .now) {}
    }

    @Test func `is not asked for twice by its holder`() async throws {
        let scratch = try Scratch()
        await #expect(processExitsWith: .failure) { [path = scratch.path("lock") as String] in
            let lock = try QueueLock(path)
            // What is thrown would be a failure, too, and not the one that is meant.
            do throws(DiskFault) {
                try lock.withLock(until: .now) { () throws(DiskFault) in
                    try lock.withLock(until: .now) {}
                }
            } catch {
                exit(EXIT_SUCCESS)
            }
        }
    }

    private func onTwoThreads(
        _ first: @escaping @Sendable () throws -> Void,
        _ second: @escaping @Sendable () throws -> Void
    ) {
        onThreads(2) { number in
            #expect(throws: Never.self) { try number == 0 ? first() : second() }
        }
    }
}
