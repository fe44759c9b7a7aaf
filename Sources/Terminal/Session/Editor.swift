internal import Glibc

/// The program in which a person writes texts, as `VISUAL` or `EDITOR` names it.
package struct Editor: Sendable, Hashable {
    /// How a program that was run ended.
    package enum Outcome: Sendable, Hashable {
        case exited(Int32)
        case killed(signal: Int32)
        /// It could not be started; the system's error number.
        case failed(Int32)

        package var isSuccess: Bool { self == .exited(0) }
    }

    /// Words and quotes included, as a shell reads them.
    package let command: String

    package init(command: String) {
        self.command = command
    }

    /// `VISUAL`, then `EDITOR`, then nano or vi, whichever is there first.
    package init(variable: (String) -> String?) {
        let named = ["VISUAL", "EDITOR"].lazy.compactMap(variable)
            .first { !$0.allSatisfy(\.isWhitespace) }
        command = named ?? "$(command -v sensible-editor || command -v nano || echo vi)"
    }

    /// Runs on a file at a terminal, by default that of the standard streams, until it has ended.
    ///
    /// The file's name is handed over as it is and never read by the shell.
    package func run(
        on file: String, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO
    ) -> Outcome {
        spawn(
            [
                "/bin/sh", "-c", command + " \"$@\"", command,
                file.utf8.first == UInt8(ascii: "-") ? "./" + file : file,
            ], input, output)
    }

    private func spawn(
        _ words: [String], _ input: Int32, _ output: Int32
    ) -> Outcome {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What this program ignores or handles is its own business.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [
            SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH, SIGPIPE, SIGXFSZ,
            SIGTTOU, SIGTTIN,
        ] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
        posix_spawnattr_setflags(&attributes, flags)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        var process: pid_t = 0
        let code = posix_spawn(
            &process, words[0], &actions, &attributes, arguments, environ)
        return code == 0 ? Self.outcome(of: process) : .failed(code)
    }

    private static func outcome(of process: pid_t) -> Outcome {
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1 {
            if errno != EINTR { return .failed(errno) }
        }
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
    }
}
