import Assessment
import Disk
import Glibc
import MarkupReading

/// A folder for files that are measured, on the disk that holds the programs, and what lies near.
final class Workplace {
    private let folder: String
    private let programs: String
    private var files: Set<String> = []

    init() throws {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &bytes, bytes.count)
        let path = bytes.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }
        guard let end = path.lastIndex(of: UInt8(ascii: "/")) else {
            throw Failure("this program cannot find itself")
        }
        programs = String(decoding: path[..<end], as: UTF8.self)
        folder = "\(programs)/benchmarks-\(getpid())"
        try PrivateFolder.make(folder)
    }

    func remove() {
        for path in files { removeStore(path) }
        rmdir(folder)
    }

    /// A program that was built beside this one.
    func program(_ name: String) -> String { "\(programs)/\(name)" }

    /// The path of a file or a store that is to be made; what was there is gone.
    func free(_ name: String) -> String {
        let path = "\(folder)/\(name)"
        files.insert(path)
        removeStore(path)
        return path
    }

    private func removeStore(_ path: String) {
        for suffix in ["", "-wal", "-shm", ".lock"] { unlink(path + suffix) }
    }

    /// A file of the project, by its path from the folder that this was started in.
    func source(_ path: String) throws -> SourceText {
        var diagnostics = Diagnostics()
        guard let text = SourceFile.read(path, limit: 1 << 30, into: &diagnostics) else {
            throw Failure("there is no \(path) here; start in the folder of the project")
        }
        return text
    }

    /// What the results depend on.
    var machine: String {
        get throws {
            let text = String(decoding: try source("/proc/cpuinfo").bytes, as: UTF8.self)
            let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
            let model = line?.split(separator: ":").last?.drop { $0 == " " } ?? "of some kind"
            let count = sysconf(Int32(_SC_NPROCESSORS_ONLN))
            let system = try FileSystem.describe(folder).name
            // Waiting is what other programs make longer; ratios suffer less.
            let load = String(decoding: try source("/proc/loadavg").bytes, as: UTF8.self)
                .prefix { $0 != " " }
            return "\(count) processors (\(model)), \(system), load \(load)"
        }
    }
}
