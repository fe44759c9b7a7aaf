package import Foundation

/// Where the project's own files lie, for tests that read them.
package enum Project {
    package static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    /// The XML files of a folder, by their path from the project's root.
    package static func files(in folder: String) -> [String] {
        let names =
            (try? FileManager.default.contentsOfDirectory(
                atPath: root.appending(path: folder).path)) ?? []
        return names.filter { $0.hasSuffix(".xml") }.sorted().map { "\(folder)/\($0)" }
    }
}

/// Reference data that lies beside the project where it is at hand; tests skip without it.
package enum Shared {
    package static func url(_ path: String) -> URL? {
        let folder =
            ProcessInfo.processInfo.environment["ASSAY_SHARED"].map { URL(filePath: $0) }
            ?? Project.root.deletingLastPathComponent().appending(path: "shared")
        let url = folder.appending(path: path)
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }
}
