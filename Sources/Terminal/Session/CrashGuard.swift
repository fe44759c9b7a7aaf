internal import Glibc

/// Gives the terminal back when the process dies by a trap or calls `exit`.
///
/// What the handlers need lies in memory that is made before they are set and never freed, because
/// they may neither allocate nor ask for anything: they write, call `tcsetattr`, and let the signal
/// do what it would have done.
enum CrashGuard {
    fileprivate struct Kept {
        var isArmed = false
        var input: Int32 = -1
        var output: Int32 = -1
        var modes = termios()
        var leave: UnsafeMutablePointer<UInt8>
        var leaveCount: Int
        /// What each signal did before, by its number.
        var before: UnsafeMutablePointer<sigaction>
    }

    /// The deaths that a Swift program dies by itself.
    private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]

    /// From now on the terminal's modes are put back however the process ends.
    static func arm(input: Int32, output: Int32, modes: termios) {
        let memory = kept ?? prepare()
        memory.pointee.input = input
        memory.pointee.output = output
        memory.pointee.modes = modes
        if memory.pointee.isArmed { return }
        memory.pointee.isArmed = true
        for signal in signals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = giveBackAndDie
            // A stack that ran over cannot hold the handler.
            action.sa_flags = SA_ONSTACK
            sigaction(signal, &action, &memory.pointee.before[Int(signal)])
        }
    }

    static func disarm() {
        guard let memory = kept, memory.pointee.isArmed else { return }
        memory.pointee.isArmed = false
        for signal in signals {
            sigaction(signal, &memory.pointee.before[Int(signal)], nil)
        }
    }

    private static func prepare() -> UnsafeMutablePointer<Kept> {
        let leave = ScreenModes.leave
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: leave.count)
        bytes.initialize(from: leave, count: leave.count)
        let before = UnsafeMutablePointer<sigaction>.allocate(capacity: 32)
        before.initialize(repeating: sigaction(), count: 32)
        let memory = UnsafeMutablePointer<Kept>.allocate(capacity: 1)
        memory.initialize(to: Kept(leave: bytes, leaveCount: leave.count, before: before))
        kept = memory
        var stack = stack_t()
        if sigaltstack(nil, &stack) == 0, stack.ss_flags & Int32(SS_DISABLE) != 0 {
            stack.ss_size = 1 << 16
            stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16)
            stack.ss_flags = 0
            sigaltstack(&stack, nil)
        }
        atexit { giveBack() }
        return memory
    }
}

/// Set once, before the handlers that read it.
nonisolated(unsafe) private var kept: UnsafeMutablePointer<CrashGuard.Kept>?

/// Only calls that a handler may make: https://man7.org/linux/man-pages/man7/signal-safety.7.html
private func giveBack() {
    guard let kept, kept.pointee.isArmed else { return }
    kept.pointee.isArmed = false
    var blocked = sigset_t()
    sigemptyset(&blocked)
    // A process in the background would be stopped for touching the terminal.
    sigaddset(&blocked, SIGTTOU)
    var mask = sigset_t()
    pthread_sigmask(SIG_BLOCK, &blocked, &mask)
    _ = write(kept.pointee.output, kept.pointee.leave, kept.pointee.leaveCount)
    tcsetattr(kept.pointee.input, TCSANOW, &kept.pointee.modes)
    pthread_sigmask(SIG_SETMASK, &mask, nil)
}

private func giveBackAndDie(_ signal: Int32) {
    giveBack()
    guard let kept else { return }
    sigaction(signal, &kept.pointee.before[Int(signal)], nil)
    // Blocked until the handler returns; then it does what it did before us.
    raise(signal)
}
