internal import CLinux
internal import Glibc
internal import Synchronization

/// Makes a system call that this thread waits in end with `EINTR`, at a time that can be set.
///
/// `flock` takes no time limit, and asking again and again would never get a turn among callers
/// that queue. A timer of this thread's own sends it SIGURG: unlike any other signal it harms
/// nobody who is not prepared for it, since a process ignores it unless told otherwise. What this
/// process did about it before is put back when the last thread has stopped waiting.
struct WakeUp: ~Copyable {
    /// The first timer of a process has the number 0, which Swift sees as nothing.
    private let timer: timer_t?
    private let mask: sigset_t

    init() throws(ErrorNumber) {
        var timer: timer_t?
        _ = try checked { assay_timer_for_this_thread(SIGURG, &timer) }
        self.timer = timer
        Self.disposition.withLock { $0.enter() }
        var awaited = sigset_t()
        var mask = sigset_t()
        sigemptyset(&awaited)
        sigaddset(&awaited, SIGURG)
        pthread_sigmask(SIG_UNBLOCK, &awaited, &mask)
        self.mask = mask
    }

    deinit {
        timer_delete(timer)
        var mask = mask
        pthread_sigmask(SIG_SETMASK, &mask, nil)
        Self.disposition.withLock { $0.leave() }
    }

    /// Interrupts this thread when the time has passed, and then often: the signal may come just
    /// before the call it should end.
    borrowing func set(after delay: Duration) {
        var times = itimerspec()
        let (seconds, attoseconds) = max(delay, .milliseconds(1)).components
        times.it_value.tv_sec = Int(clamping: min(seconds, 1 << 30))
        times.it_value.tv_nsec = Int(clamping: attoseconds / 1_000_000_000)
        times.it_interval.tv_nsec = 20_000_000
        timer_settime(timer, 0, &times, nil)
    }

    /// Lets this thread be.
    borrowing func clear() {
        var never = itimerspec()
        timer_settime(timer, 0, &never, nil)
    }

    private static let disposition = Mutex(Disposition())

    /// What the process does about the signal, while threads wait and otherwise.
    private struct Disposition {
        private var waiting = 0
        private var before = sigaction()

        mutating func enter() {
            waiting += 1
            guard waiting == 1 else { return }
            var interrupting = sigaction()
            // Without SA_RESTART, so that the call ends; a handler need do nothing for that.
            interrupting.__sigaction_handler.sa_handler = { _ in }
            sigaction(SIGURG, &interrupting, &before)
        }

        mutating func leave() {
            waiting -= 1
            if waiting == 0 { sigaction(SIGURG, &before, nil) }
        }
    }
}
