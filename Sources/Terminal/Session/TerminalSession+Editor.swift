internal import Glibc

extension TerminalSession {
    /// How a program that was run ended.
    package enum Outcome: Sendable, Hashable {
        case exited(Int32)
        case killed(signal: Int32)
        /// It could not be started; the system's error number.
        case failed(Int32)

        package var isSuccess: Bool { self == .exited(0) }
    }

    /// Runs an editor on a file while the terminal is its own, and answers when it has ended.
    ///
    /// The command is what `$VISUAL` or `$EDITOR` holds, words and quotes included; the file's name
    /// is handed over as it is and never read by the shell.
    package func edit(file: String, with command: String) -> Outcome {
        outside {
            // It stops together with us, or the shell would not know of it.
            let outcome = signals.withDefault(of: [SIGTSTP]) {
                spawn([
                    "/bin/sh", "-c", command + " \"$@\"", command,
                    file.utf8.first == UInt8(ascii: "-") ? "./" + file : file,
                ])
            }
            // Ctrl-C typed to the editor is none of ours.
            noteEnding(among: [SIGTERM, SIGHUP])
            return outcome
        }
    }

    /// The editor to use: `VISUAL`, then `EDITOR`, then nano or vi, whichever is there first.
    package static func editor(variable: (String) -> String?) -> String {
        for name in ["VISUAL", "EDITOR"] {
            if let command = variable(name), !command.allSatisfy(\.isWhitespace) { return command }
        }
        return "$(command -v sensible-editor || command -v nano || echo vi)"
    }

    private func spawn(_ words: [String]) -> Outcome {
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
