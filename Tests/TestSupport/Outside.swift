package import Foundation

/// A program of the system, run to judge what we made.
package enum Outside {
    package struct Result {
        package let status: Int32
        package let output: String
        package let errors: String
    }

    /// Whether such a program is installed.
    package static func has(_ name: String) -> Bool { path(of: name) != nil }

    private static func path(of name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map { "\($0)/\(name)" }
            .first(where: FileManager.default.isExecutableFile)
    }

    /// Runs the program found in PATH, or gives nothing where it is not installed.
    package static func run(
        _ name: String, _ arguments: [String], in folder: URL
    ) throws -> Result? {
        guard let program = path(of: name) else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        // Through files, since a full pipe would stop a program nobody reads from.
        let streams = try ["output", "errors"].map { stream in
            let url = folder.appending(path: ".\(stream)")
            _ = FileManager.default.createFile(atPath: url.path, contents: nil)
            return (url, try FileHandle(forWritingTo: url))
        }
        process.standardOutput = streams[0].1
        process.standardError = streams[1].1
        try process.run()
        process.waitUntilExit()
        let texts = try streams.map { String(decoding: try Data(contentsOf: $0.0), as: UTF8.self) }
        return Result(status: process.terminationStatus, output: texts[0], errors: texts[1])
    }
}

/// A folder that is gone when the test is over.
package final class Folder {
    package let url: URL

    package init(_ names: [String]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "assay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for name in names { _ = try write("", to: name) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file and gives its path.
    package func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    package func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = url.appending(path: name)
        try Data(bytes).write(to: file)
        return file.path
    }
}
