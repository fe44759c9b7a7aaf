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

    package init(
        holder: Lease.Holder, uptime: @escaping () -> Int64,
        isRunning: @escaping (Lease.Holder) -> Bool
    ) {
        self.holder = holder
        self.uptime = uptime
        self.isRunning = isRunning
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
            })
    }

    /// Field 22 of proc(5)'s stat; the name before it may hold blanks and brackets.
    private static func start(of process: Int) -> Int64? {
        let stat = text(of: "/proc/\(process)/stat").utf8
        guard let bracket = stat.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = stat[bracket...].split(separator: UInt8(ascii: " "))
        return fields.indices.contains(20) ? Int64(Substring(fields[20])) : nil
    }

    private static func text(of path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = max(0, read(descriptor, &bytes, bytes.count))
        return String(decoding: bytes.prefix(count).prefix { $0 != 10 }, as: UTF8.self)
    }

    private static func hostName() -> String {
        var name = utsname()
        guard uname(&name) == 0 else { return "?" }
        return withUnsafeBytes(of: &name.nodename) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private static func terminal() -> String? {
        guard let name = ttyname(STDIN_FILENO) else { return nil }
        let path = String(cString: name)
        return path.hasPrefix("/dev/") ? String(path.dropFirst(5)) : path
    }
}
