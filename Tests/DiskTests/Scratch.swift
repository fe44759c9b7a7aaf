import Disk
import Foundation

/// A folder that is gone when the test is over.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "assay-disk-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A path in the folder; an absolute one stays as it is, and so does an empty one.
    func path(_ name: String) -> String {
        name.isEmpty || name.hasPrefix("/") ? name : path + "/" + name
    }

    func names(_ folder: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
    }

    func text(_ name: String) -> String? { Scratch.text(path(name)) }

    func put(_ text: String, _ name: String, mode: mode_t = 0o600) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        chmod(path(name), mode)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: path(name), withDestinationPath: target)
    }

    func folder(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: path(name), withIntermediateDirectories: true)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The rights alone, without the type.
    static func mode(_ path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }
}

/// The fault that the body ends in, or nothing.
func fault(_ body: () throws(DiskFault) -> Void) -> DiskFault? {
    do throws(DiskFault) { try body() } catch { return error }
    return nil
}

/// Writes a text privately, and gives the fault where that fails.
func save(_ text: String, _ path: String, replacing: Bool = true) -> DiskFault? {
    fault { () throws(DiskFault) in
        try PrivateFile.write(Array(text.utf8), to: path, replacing: replacing)
    }
}

/// Lets this process make files of so many bytes at most, or of any size again.
func limitFiles(to size: UInt?) {
    let files = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    var limit = rlimit()
    getrlimit(files, &limit)
    limit.rlim_cur = size ?? limit.rlim_max
    if setrlimit(files, &limit) != 0 { fatalError("no limit on files") }
}

/// Programs of the system that tests are judged by.
enum Outside {
    static func has(_ name: String) -> Bool { find(name) != nil }

    private static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map { "\($0)/\(name)" }
            .first(where: FileManager.default.isExecutableFile)
    }

    /// Starts a program and does not wait for it.
    static func start(_ name: String, _ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: find(name) ?? name)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// What a program writes, or nothing where it fails. For short answers only.
    static func output(_ name: String, _ arguments: [String]) throws -> String? {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: find(name) ?? name)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }
}

/// Runs the body on so many threads of the system at once, and waits for all of them.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for number in 0..<count {
        group.enter()
        let thread = Thread {
            body(number)
            group.leave()
        }
        thread.start()
    }
    group.wait()
}
