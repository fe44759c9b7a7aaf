import Glibc

/// A program at a terminal without a window, from its start to its end.
final class Guest {
    private let window: Int32
    private let process: pid_t
    private var isOver = false

    /// Starts the program with a terminal of its own, as its standard streams and as its master.
    init(_ program: String, _ arguments: [String] = []) throws {
        var window: Int32 = -1
        var line: Int32 = -1
        var name = [CChar](repeating: 0, count: 128)
        var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&window, &line, &name, nil, &size) == 0 else {
            throw Failure("there is no terminal to be had")
        }
        // The window's end shows that the program is over once nobody else has the other one.
        defer { close(line) }
        _ = fcntl(window, F_SETFD, FD_CLOEXEC)
        _ = fcntl(line, F_SETFD, FD_CLOEXEC)
        self.window = window

        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        // POSIX_SPAWN_SETSID, which <spawn.h> keeps for GNU: the first terminal that the leader of a
        // session opens becomes its own.
        posix_spawnattr_setflags(&attributes, 0x80)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        let words = ([program] + arguments).map { strdup($0) }
        let variables = ["TERM=xterm-256color", "LANG=C.UTF-8"].map { (text: String) in strdup(text)
        }
        defer { for text in words + variables { free(text) } }
        var number: pid_t = 0
        let code = posix_spawn(
            &number, program, &actions, &attributes, words + [nil], variables + [nil])
        process = number
        guard code == 0 else { throw Failure("\(program) cannot be started: is it built?") }
    }

    deinit {
        close(window)
        if !isOver {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(window, bytes, bytes.count)
    }

    /// Waits for the end of a frame, which terminals are told so that they show it at once.
    func waitForFrame() throws {
        let end = Array("\u{1B}[?2026l".utf8)
        var seen: [UInt8] = []
        while !seen.suffix(end.count).elementsEqual(end) {
            guard let bytes = try next() else {
                throw Failure("a program ended early: \(String(decoding: seen, as: UTF8.self))")
            }
            seen += bytes
        }
    }

    /// Waits until the program is over.
    func waitForEnd() throws {
        while try next() != nil {}
        var status: Int32 = 0
        waitpid(process, &status, 0)
        isOver = true
        guard status == 0 else { throw Failure("a program failed") }
    }

    /// What it wrote since, or nil once nobody has its terminal open.
    private func next() throws -> [UInt8]? {
        var waiting = pollfd(fd: window, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 10_000) > 0 else { throw Failure("a program shows nothing") }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(window, &bytes, bytes.count)
        return count > 0 ? Array(bytes[..<count]) : nil
    }
}
