import Glibc
import Synchronization

/// What waiting for a line came to.
package enum InputLine: Sendable, Hashable {
    case line(String)
    /// There is no more: the file or pipe ended, the terminal is gone, or Ctrl-D was pressed.
    case end
    /// So much time passed without a line.
    case timeOut
    /// A signal that asks the program to end.
    case signal(Int32)
    /// Ctrl-Z: the program is to stop until somebody brings it back.
    case stop
}

/// Reads lines from standard input, and stops waiting for a time limit or a signal.
///
/// From the first line on, SIGINT, SIGTERM, SIGHUP and SIGTSTP reach this process only while it waits: what
/// it does between two lines is done to its end.
final class StandardInputLines {
    private var buffer: [UInt8] = []
    private var isAtEnd = false
    /// Whether the terminal was closed: its end is none that somebody typed.
    private var isGone = false
    private var waiting = sigset_t()
    private static let caught = Atomic<Int32>(0)
    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGTSTP]

    init() {
        var blocked = sigset_t()
        sigemptyset(&blocked)
        for number in Self.signals {
            var before = sigaction()
            sigaction(number, nil, &before)
            // What the caller had ignored, as nohup does, stays ignored.
            if unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                StandardInputLines.caught.store(number, ordering: .sequentiallyConsistent)
            }
            sigaction(number, &action, nil)
            sigaddset(&blocked, number)
        }
        pthread_sigmask(SIG_BLOCK, &blocked, &waiting)
        for number in Self.signals { sigdelset(&waiting, number) }
    }

    func next(within limit: Duration?) -> InputLine {
        let deadline = limit.map { ContinuousClock.now + $0 }
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: buffer[..<end], as: UTF8.self)
                buffer.removeSubrange(...end)
                return .line(line)
            }
            if isAtEnd {
                if isGone { return .signal(SIGHUP) }
                defer { buffer = [] }
                return buffer.isEmpty ? .end : .line(String(decoding: buffer, as: UTF8.self))
            }
            if let interruption = wait(until: deadline) { return interruption }
            fill()
        }
    }

    /// Stops the program as Ctrl-Z does, and answers when it goes on.
    func stop() {
        var (standard, ours) = (sigaction(), sigaction())
        sigaction(SIGTSTP, &standard, &ours)
        // The whole group, as the terminal itself would, so that the shell gets its turn.
        kill(0, SIGTSTP)
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGTSTP)
        // Held back so far, it stops the process within this call.
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        pthread_sigmask(SIG_BLOCK, &set, nil)
        sigaction(SIGTSTP, &ours, nil)
    }

    /// Lets another program read the terminal meanwhile; Ctrl-C typed to that is none of ours.
    func lend<Answer>(_ body: () -> Answer) -> Answer {
        let answer = body()
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        var atOnce = timespec()
        while sigtimedwait(&interrupt, nil, &atOnce) == SIGINT {}
        _ = Self.caught.compareExchange(
            expected: SIGINT, desired: 0, ordering: .sequentiallyConsistent)
        return answer
    }

    private func wait(until deadline: ContinuousClock.Instant?) -> InputLine? {
        var set = fd_set()
        set.__fds_bits.0 = 1  // standard input is descriptor 0
        var result: Int32
        if let deadline {
            let (seconds, rest) = max(.zero, deadline - .now).components
            var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(rest / 1_000_000_000))
            result = pselect(1, &set, nil, nil, &time, &waiting)
        } else {
            result = pselect(1, &set, nil, nil, nil, &waiting)
        }
        let number = Self.caught.exchange(0, ordering: .sequentiallyConsistent)
        if number == SIGTSTP { return .stop }
        if number != 0 { return .signal(number) }
        return result == 0 ? .timeOut : nil
    }

    private func fill() {
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        if count > 0 {
            buffer.append(contentsOf: bytes.prefix(count))
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            isAtEnd = true
            var pending = sigset_t()
            sigpending(&pending)
            isGone = count < 0 && errno == EIO || sigismember(&pending, SIGHUP) == 1
        }
    }
}
