import Foundation

/// Files of the project that say what comes out; `ASSAY_WRITE_GOLDENS=1` writes them anew for review.
package enum GoldenFile {
    /// What is kept at a path from the project's root, once the bytes are there where that is asked.
    package static func kept(_ bytes: [UInt8], at path: String) throws -> [UInt8] {
        if ProcessInfo.processInfo.environment["ASSAY_WRITE_GOLDENS"] != nil {
            try Data(bytes).write(to: Project.root.appending(path: path))
        }
        return try Project.bytes(path)
    }
}
