import Assessment
import Glibc
import Terminal

extension Environment {
    /// The real world: this process's arguments, variables, streams and files.
    package static func process() -> Environment {
        let outputIsTerminal = isatty(STDOUT_FILENO) == 1
        let errorsAreTerminal = isatty(STDERR_FILENO) == 1
        // Made at the first line that is waited for: only then are signals held back.
        var lines: StandardInputLines?
        func reader() -> StandardInputLines {
            let reader = lines ?? StandardInputLines()
            lines = reader
            return reader
        }
        let variable = { (name: String) in getenv(name).map { String(cString: $0) } }
        let window = window()
        var environment = Environment(
            arguments: Array(CommandLine.arguments.dropFirst()),
            console: Console(
                output: OutputStream(isTerminal: outputIsTerminal) {
                    writeAll($0, to: STDOUT_FILENO)
                },
                errors: OutputStream(isTerminal: errorsAreTerminal) {
                    writeAll($0, to: STDERR_FILENO)
                },
                columns: window.columns, rows: window.rows),
            inputIsTerminal: isatty(STDIN_FILENO) == 1, mayTakeScreen: true,
            variables: variable,
            names: namesInFolder, user: userName(), clock: clock,
            readLine: { Swift.readLine() },
            wait: { reader().next(within: $0) },
            hide: { wait in withoutEcho { wait() } },
            rest: { length in
                let (seconds, rest) = length.components
                var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(rest / 1_000_000_000))
                nanosleep(&time, nil)
            }, suspend: { lines?.stop() },
            edit: { file in reader().lend { Editor(variable: variable).run(on: file).isSuccess } },
            machine: .real(), shareFolder: besideProgram(goingUp: 1, ["share", "assay"]),
            renderProgram: besideProgram(goingUp: 0, ["assay-render"]))
        if let path = CommandLine.arguments.first, path.utf8.contains(UInt8(ascii: "/")) {
            environment.program = path
        }
        return environment
    }

    /// What lies in the folder of the program itself, or in one that holds it.
    private static func besideProgram(goingUp levels: Int, _ names: [String]) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &bytes, bytes.count)
        guard count > 0 else { return nil }
        let path = bytes.prefix(count).map { UInt8(bitPattern: $0) }
        let folders = path.split(separator: UInt8(ascii: "/"))
            .dropLast(1 + levels)
        return (folders.map { String(decoding: $0, as: UTF8.self) } + names)
            .reduce("") { $0 + "/" + $1 }
    }

    /// Keeps the three streams' numbers from being given to files when the caller closed them.
    package static func guardStandardStreams() {
        for (descriptor, mode) in [
            // Read-only for the ways out, so that writing there still fails and is reported.
            (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
        ] where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
            _ = open("/dev/null", mode)
        }
    }

    /// The window's size: its width is `COLUMNS` where set, then what the terminal says, then 80.
    private static func window() -> (columns: Int, rows: Int?) {
        let wanted = getenv("COLUMNS").flatMap { Int(String(cString: $0)) }.flatMap {
            $0 > 0 ? $0 : nil
        }
        var size = winsize()
        for descriptor in [STDOUT_FILENO, STDERR_FILENO]
        where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
            return (wanted ?? Int(size.ws_col), Int(size.ws_row))
        }
        return (wanted ?? 80, nil)
    }

    private static func clock() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(
            microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }

    /// By the number of the user, since variables can be set to anything.
    private static func userName() -> String {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var texts = [CChar](repeating: 0, count: 1 << 14)
        let result = getpwuid_r(getuid(), &entry, &texts, texts.count, &found)
        guard result == 0, found != nil, let name = entry.pw_name else { return "user \(getuid())" }
        return String(cString: name)
    }

    private static func namesInFolder(_ folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(
                    to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)
                ) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
