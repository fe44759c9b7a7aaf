internal import Glibc

/// The line settings of a terminal, as they were and as a full screen needs them.
struct TerminalModes {
    let before: termios

    /// Nil where the descriptor is no terminal.
    init?(of descriptor: Int32) {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { return nil }
        before = modes
    }

    /// Every key as it is typed, Ctrl-C and Ctrl-Z among them.
    func setRaw(on descriptor: Int32) {
        var raw = before
        cfmakeraw(&raw)
        withUnsafeMutableBytes(of: &raw.c_cc) { keys in
            keys[Int(VMIN)] = 1
            keys[Int(VTIME)] = 0
        }
        // In the background this stops the process until it is brought back, as it should.
        while tcsetattr(descriptor, TCSANOW, &raw) == -1, errno == EINTR {}
    }

    /// Lines as before, but nothing that is typed is shown.
    ///
    /// Neither Ctrl-Z nor Ctrl-\ works meanwhile: nobody could put it right after them.
    func setHidden(on descriptor: Int32) {
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO)
        withUnsafeMutableBytes(of: &hidden.c_cc) { keys in
            // _POSIX_VDISABLE, which is 0 on Linux.
            for key in [VSUSP, VQUIT] { keys[Int(key)] = 0 }
        }
        while tcsetattr(descriptor, TCSANOW, &hidden) == -1, errno == EINTR {}
    }

    /// As it was; also from the background, where one may not stop any more.
    ///
    /// Forgetting drops the keys that nobody has read yet, which a shell might take for commands.
    func restore(on descriptor: Int32, forgetting: Bool) {
        withoutStopping {
            if forgetting { tcflush(descriptor, TCIFLUSH) }
            var modes = before
            while tcsetattr(descriptor, TCSANOW, &modes) == -1, errno == EINTR {}
        }
    }
}

/// Shows nothing of what is typed while the body runs; without a terminal there is nothing to hide.
package func withoutEcho<Answer>(
    on descriptor: Int32 = STDIN_FILENO, _ body: () -> Answer
) -> Answer {
    guard let modes = TerminalModes(of: descriptor) else { return body() }
    modes.setHidden(on: descriptor)
    defer { modes.restore(on: descriptor, forgetting: false) }
    return body()
}

/// Lets a process in the background touch its terminal.
func withoutStopping<Answer>(_ body: () -> Answer) -> Answer {
    var blocked = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGTTOU)
    var mask = sigset_t()
    pthread_sigmask(SIG_BLOCK, &blocked, &mask)
    defer { pthread_sigmask(SIG_SETMASK, &mask, nil) }
    return body()
}

/// The size of a terminal's window, or 80 by 24 where it does not say.
func windowSize(of descriptor: Int32) -> (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
        return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
}
