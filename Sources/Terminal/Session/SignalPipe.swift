internal import Glibc
internal import Synchronization

/// Signals as bytes in a pipe, to be waited for together with what is typed.
///
/// A handler may do next to nothing, so that it only writes the signal's number. The process has
/// one such pipe for good; who holds a `SignalPipe` gets the signals it named, and what the process
/// did about them before is put back in the end.
final class SignalPipe {
    private let before: [(signal: Int32, action: sigaction)]
    /// What was held back before, as somebody does who reads lines.
    private let mask: sigset_t
    let descriptor: Int32

    /// Nil where another one is held, or no pipe can be had.
    init?(_ signals: [Int32]) {
        let descriptor = Self.held.withLock { held -> Int32? in
            guard !held.isHeld, let descriptor = held.open() else { return nil }
            held.isHeld = true
            return descriptor
        }
        guard let descriptor else { return nil }
        self.descriptor = descriptor
        before = signals.map { signal in
            var action = sigaction()
            action.__sigaction_handler.sa_handler = deliver
            // System calls of others go on; `poll` ends all the same.
            action.sa_flags = SA_RESTART
            var before = sigaction()
            sigaction(signal, &action, &before)
            return (signal, before)
        }
        var (wanted, mask) = (sigset_t(), sigset_t())
        sigemptyset(&wanted)
        for signal in signals { sigaddset(&wanted, signal) }
        pthread_sigmask(SIG_UNBLOCK, &wanted, &mask)
        self.mask = mask
        _ = take()
    }

    deinit {
        var mask = mask
        pthread_sigmask(SIG_SETMASK, &mask, nil)
        for (signal, action) in before {
            var action = action
            sigaction(signal, &action, nil)
        }
        Self.held.withLock { $0.isHeld = false }
    }

    /// The signals that came since the last look, in their order.
    func take() -> [Int32] {
        if case .bytes(let bytes) = readChunk(from: descriptor) { return bytes.map(Int32.init) }
        return []
    }

    /// Does a signal's default while the body runs, then takes the signal over again.
    func withDefault<Answer>(of signals: [Int32], _ body: () -> Answer) -> Answer {
        var taken: [(Int32, sigaction)] = []
        for signal in signals {
            var action = sigaction()
            var ours = sigaction()
            sigaction(signal, &action, &ours)
            taken.append((signal, ours))
        }
        defer {
            for (signal, ours) in taken {
                var ours = ours
                sigaction(signal, &ours, nil)
            }
        }
        return body()
    }

    private struct Held {
        var isHeld = false
        private var reading: Int32 = -1

        mutating func open() -> Int32? {
            if reading != -1 { return reading }
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { return nil }
            for end in ends {
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
            }
            reading = ends[0]
            writingEnd = ends[1]
            return reading
        }
    }

    private static let held = Mutex(Held())
}

/// Written once, under a lock and before any handler that reads it is set.
nonisolated(unsafe) private var writingEnd: Int32 = -1

private func deliver(_ signal: Int32) {
    let code = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    // A full pipe holds plenty of signals already.
    _ = write(writingEnd, &byte, 1)
    errno = code
}
