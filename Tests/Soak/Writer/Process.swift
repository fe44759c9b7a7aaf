import Glibc
import Results

/// Processes of this machine, as leases name them.
enum Process {
    static var own: Lease.Holder {
        Lease.Holder(
            host: "soak", process: Int(getpid()), processStart: start(of: Int(getpid())) ?? 0,
            boot: "", terminal: nil)
    }

    /// When a process began, in the system's ticks; nil where there is none of this number.
    static func start(of process: Int) -> Int64? {
        let file = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 1_024) { buffer, count in
            count = max(0, read(file, buffer.baseAddress, buffer.count))
        }
        // The name in parentheses may hold anything: proc(5). Field 22 is the 20th after it.
        guard let end = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = bytes[(end + 1)...].split(separator: UInt8(ascii: " "))
        guard fields.count > 19 else { return nil }
        return Int64(String(decoding: fields[19], as: UTF8.self))
    }
}
