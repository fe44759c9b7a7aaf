import Assessment
import Glibc
package import Results

/// The machine and the process a command runs in, as far as sittings have to know them.
package struct Machine {
    /// Where the command runs, for somebody at another terminal.
    package let holder: Lease.Holder
    /// Microseconds since the machine's start, sleep included, by a clock that no hand can set.
    package let uptime: () -> Int64
    /// Whether the process that is said to hold a sitting is still there.
    package let isRunning: (Lease.Holder) -> Bool
    package let make: () -> Make

    /// What kind of machine it is, and not whose.
    package struct Make: Sendable, Hashable {
        /// What the system calls itself, where it says so: `Debian GNU/Linux 12 (bookworm)`.
        package let system: String?
        package let kernel: String
        package let architecture: String
        package let processors: Int

        package init(system: String?, kernel: String, architecture: String, processors: Int) {
            self.system = system
            self.kernel = kernel
            self.architecture = architecture
            self.processors = processors
        }

        package static let imaginary = Make(
            system: nil, kernel: "Linux", architecture: "imaginary", processors: 1)
    }

    package init(
        holder: Lease.Holder, uptime: @escaping () -> Int64,
        isRunning: @escaping (Lease.Holder) -> Bool, make: @escaping () -> Make = { .imaginary }
    ) {
        self.holder = holder
        self.uptime = uptime
        self.isRunning = isRunning
        self.make = make
    }

    /// For tests that do not look: always the first process of the first machine.
    package static var imaginary: Machine {
        Machine(
            holder: Lease.Holder(
                host: "desk", process: 1, processStart: 1, boot: "first", terminal: nil),
            uptime: { 0 }, isRunning: { _ in false })
    }

    static func real() -> Machine {
        let boot = text(of: "/proc/sys/kernel/random/boot_id")
        let process = Int(getpid())
        let holder = Lease.Holder(
            host: hostName(), process: process, processStart: start(of: process) ?? 0, boot: boot,
            terminal: terminal())
        return Machine(
            holder: holder,
            uptime: {
                var time = timespec()
                clock_gettime(CLOCK_BOOTTIME, &time)
                return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
            },
            isRunning: { other in
                // Of another machine nobody here can tell.
                if other.host != holder.host { return true }
                return other.boot == boot && start(of: other.process) == other.processStart
            }, make: realMake)
    }

    private static func realMake() -> Make {
        var name = utsname()
        _ = uname(&name)
        // os-release(5)
        let key = "PRETTY_NAME="
        let line = lines(of: "/etc/os-release").first { $0.hasPrefix(key) }
        return Make(
            system: line.map { $0.dropFirst(key.count).filter { $0 != "\"" } },
            kernel: "\(text(name.sysname)) \(text(name.release))",
            architecture: text(name.machine), processors: sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    /// Field 22 of proc(5)'s stat; the name before it may hold blanks and brackets.
    private static func start(of process: Int) -> Int64? {
        let stat = text(of: "/proc/\(process)/stat").utf8
        guard let bracket = stat.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = stat[bracket...].split(separator: UInt8(ascii: " "))
        return fields.indices.contains(20) ? Int64(Substring(fields[20])) : nil
    }

    private static func text(of path: String) -> String { lines(of: path).first ?? "" }

    private static func lines(of path: String) -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = max(0, read(descriptor, &bytes, bytes.count))
        return bytes.prefix(count).split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func hostName() -> String {
        var name = utsname()
        guard uname(&name) == 0 else { return "?" }
        return text(name.nodename)
    }

    /// What stands in a field of C, up to its NUL.
    private static func text<Field>(_ field: Field) -> String {
        withUnsafeBytes(of: field) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private static func terminal() -> String? {
        guard let name = ttyname(STDIN_FILENO) else { return nil }
        let path = String(cString: name)
        return path.hasPrefix("/dev/") ? String(path.dropFirst(5)) : path
    }
}
