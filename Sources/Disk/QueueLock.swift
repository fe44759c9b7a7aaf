internal import Glibc

/// The queue that everyone waits in who wants to write to a store, be it a program or a thread.
///
/// Every thread opens its own and keeps it. Whoever waits gets a turn in the order of coming, and
/// a program that is killed gives up its turn. Waiting holds up the thread.
///
/// ```swift
/// let lock = try QueueLock("results.lock")
/// try lock.withLock(until: .now + .seconds(30), onWait: { say("waiting for other programs") }) {
///     …
/// }
/// ```
///
/// The file is not to be removed. If it is, those who wait notice when they get their turn, and go
/// on in line for the new file; whoever holds the old one does not, and can only ask ``confirm()``.
package final class QueueLock {
    package let path: String
    private let patience: Duration
    private var file: Descriptor
    private var isHeld = false

    /// Opens the file to queue at, or makes it, empty and private; `patience` is how long a wait may
    /// be before it is told of.
    package init(_ path: String, patience: Duration = .seconds(2)) throws(DiskFault) {
        self.path = path
        self.patience = patience
        file = try Self.open(path)
    }

    /// Waits for its turn, carries out the body while nobody else does, and lets the next one in.
    ///
    /// The body may not ask for this lock again. When the deadline passes first, the body is not
    /// carried out and the kind of the fault is ``DiskFault/Kind/waitedTooLong``; a deadline in the
    /// past allows one try. `onWait` is called once if the wait becomes long, without the lock.
    package func withLock<Answer: ~Copyable>(
        until deadline: ContinuousClock.Instant, onWait: () -> Void = {},
        _ body: () throws(DiskFault) -> Answer
    ) throws(DiskFault) -> Answer {
        try withLock(until: deadline, onWait: onWait, failing: { $0 }, body)
    }

    /// The same for a body with faults of its own, into which a fault of the lock is turned.
    package func withLock<Answer: ~Copyable, Failure: Error>(
        until deadline: ContinuousClock.Instant, onWait: () -> Void = {},
        failing: (DiskFault) -> Failure, _ body: () throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        precondition(!isHeld, "a queue lock was asked for again by its holder")
        do throws(DiskFault) { try acquire(until: deadline, onWait) } catch { throw failing(error) }
        isHeld = true
        defer {
            isHeld = false
            flock(file.number, LOCK_UN)
        }
        return try body()
    }

    /// Makes sure that nobody removed or replaced the file meanwhile, and so let another one in.
    ///
    /// To be asked by the holder, as late as can be before what cannot be undone.
    package func confirm() throws(DiskFault) {
        precondition(isHeld, "only the holder of a queue lock can confirm it")
        guard try isInPlace() else { throw DiskFault(.lock, path, .replaced) }
    }

    /// Whether somebody has the turn now; nil where there is no queue, or none that we may look at.
    ///
    /// Makes nothing, and takes nobody's turn.
    package static func isHeld(_ path: String) -> Bool? {
        guard
            let file = try? Descriptor({
                Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
            })
        else { return nil }
        // Shared, and gone again with the descriptor.
        return flock(file.number, LOCK_SH | LOCK_NB) != 0
    }

    private func acquire(
        until deadline: ContinuousClock.Instant, _ onWait: () -> Void
    ) throws(DiskFault) {
        // Once for the whole wait, however often the file is replaced.
        var notice: ContinuousClock.Instant? = .now + patience
        while true {
            try queue(until: deadline, notice: &notice, onWait)
            do throws(DiskFault) {
                if try isInPlace() { return }
            } catch {
                flock(file.number, LOCK_UN)
                throw error
            }
            // Opening anew also closes the old file, and with it gives up its lock.
            file = try Self.open(path)
        }
    }

    private func queue(
        until deadline: ContinuousClock.Instant, notice: inout ContinuousClock.Instant?,
        _ onWait: () -> Void
    ) throws(DiskFault) {
        let number = file.number
        // Gives no advantage over those in line: the call that waits would take a free lock, too.
        if flock(number, LOCK_EX | LOCK_NB) == 0 { return }
        guard errno == EWOULDBLOCK || errno == EINTR else {
            throw DiskFault(.lock, path, code: errno)
        }
        let wakeUp = try attempting(.lock, path) { () throws(ErrorNumber) in try WakeUp() }
        while true {
            let now = ContinuousClock.now
            if now >= deadline { throw DiskFault(.lock, path, .waitedTooLong) }
            if let time = notice, now >= time {
                wakeUp.clear()
                notice = nil
                onWait()
                continue
            }
            wakeUp.set(after: now.duration(to: min(notice ?? deadline, deadline)))
            if flock(number, LOCK_EX) == 0 { return }
            guard errno == EINTR else { throw DiskFault(.lock, path, code: errno) }
        }
    }

    /// Whether the path still leads to the file that was opened.
    private func isInPlace() throws(DiskFault) -> Bool {
        var named = stat()
        do throws(ErrorNumber) {
            _ = try checked { fstatat(AT_FDCWD, path, &named, AT_SYMLINK_NOFOLLOW) }
            return FileIdentity(named) == FileIdentity(try file.status())
        } catch {
            if error.code == ENOENT { return false }
            throw DiskFault(.lock, path, code: error.code)
        }
    }

    private static func open(_ path: String) throws(DiskFault) -> Descriptor {
        _ = try Place(path, .lock)
        // For writing, since network file systems lock nothing else: flock(2).
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
        let file = try attempting(.lock, path) { () throws(ErrorNumber) in
            try Descriptor { Glibc.open(path, flags, 0o600) }
        }
        let status = try attempting(.lock, path) { () throws(ErrorNumber) in try file.status() }
        guard status.st_mode & S_IFMT == S_IFREG else { throw DiskFault(.lock, path, .notAFile) }
        // Whoever can open the file can hold it. That of another owner is the owner's affair.
        if status.st_uid == geteuid(), status.st_nlink == 1 {
            _ = try attempting(.lock, path) { () throws(ErrorNumber) in
                try file.makePrivate(0o600)
            }
        }
        return file
    }
}
