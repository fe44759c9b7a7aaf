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
        let started = ChildProcess.start(
            [
                "/bin/sh", "-c", command + " \"$@\"", command,
                file.utf8.first == UInt8(ascii: "-") ? "./" + file : file,
            ],
            [(STDIN_FILENO, input), (STDOUT_FILENO, output), (STDERR_FILENO, output)])
        return started.error == 0 ? Self.outcome(of: started.process) : .failed(started.error)
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
