package import Foundation

/// The program itself, as it was built, run at a terminal of its own.
package final class PtyProgram {
    package let process: pid_t
    private var status: Int32?

    /// Where the built program lies, beside the tests.
    package static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "assay").path

    /// Starts it as a shell would, with the terminal as its session's own.
    package init(_ words: [String], at pty: Pty, variables: [String: String]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // Opened by the leader of a session without a terminal, it becomes the session's.
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, pty.path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        // Foundation takes a program for running as long as anybody holds its socket.
        for descriptor in STDERR_FILENO + 1..<1_024 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGTSTP] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // POSIX_SPAWN_SETSID, which Swift does not see.
        let ownSession: Int32 = 0x80
        let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | ownSession
        posix_spawnattr_setflags(&attributes, Int16(flags))
        func pointers(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
            var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
            pointers.append(nil)
            return pointers
        }
        let arguments = pointers([Self.path] + words)
        let environment = pointers(variables.map { "\($0)=\($1)" })
        defer { for pointer in arguments + environment { free(pointer) } }
        var process: pid_t = 0
        let code = posix_spawn(
            &process, Self.path, &actions, &attributes, arguments, environment)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        self.process = process
    }

    deinit {
        guard status == nil else { return }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    /// The code that a shell would report, once it has ended; nil where it goes on for a minute.
    package func end() async -> Int32? {
        for _ in 0..<6_000 {
            var status: Int32 = 0
            if self.status == nil, waitpid(process, &status, WNOHANG) == process {
                self.status = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
            }
            if let status = self.status { return status }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return nil
    }

    /// Refuses every byte that it writes to a file, or takes them again: a disk without room.
    package func setDiskFull(_ isFull: Bool, _ folder: Folder) throws {
        let limit = "--fsize=\(isFull ? "0" : "unlimited"):"
        _ = try Outside.run("prlimit", ["--pid", "\(process)", limit], in: folder.url)
    }
}
