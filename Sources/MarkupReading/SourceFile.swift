package import Assessment
internal import Glibc

/// Reads a file a person named, and never more of it than was agreed.
package enum SourceFile {
    /// The bytes of a file, or of standard input for `-`.
    ///
    /// Anything but a regular file is refused before a byte is read, so that a named pipe or a
    /// device cannot hold the program up. Standard input may be a pipe. A file that grows while it
    /// is read is still held to the limit.
    package static func read(
        _ path: String, limit: Int, into diagnostics: inout Diagnostics
    ) -> SourceText? {
        do throws(Refusal) {
            return try path == "-" ? standardInput(limit: limit) : file(at: path, limit: limit)
        } catch {
            diagnostics.add(error.diagnostic)
            return nil
        }
    }

    private static func standardInput(limit: Int) throws(Refusal) -> SourceText {
        let name = "standard input"
        let bytes = try contents(of: STDIN_FILENO, named: name, expecting: 0, limit: limit)
        return SourceText(name: name, bytes: bytes)
    }

    private static func file(at path: String, limit: Int) throws(Refusal) -> SourceText {
        let shown = "'" + path.terminalSafe() + "'"
        // The system would stop at a NUL and open another file than the one that was named.
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .cannotOpen(shown, ENOENT) }
        let descriptor = retrying { open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .cannotOpen(shown, errno) }
        defer { close(descriptor) }

        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .cannotOpen(shown, errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .cannotOpen(shown, EISDIR)
        default: throw .notAFile(shown)
        }
        let size = Int(status.st_size)
        guard size <= limit else { throw .tooLarge(shown, limit: limit) }
        let bytes = try contents(of: descriptor, named: shown, expecting: size, limit: limit)
        return SourceText(name: path, bytes: bytes)
    }

    private static func contents(
        of descriptor: Int32, named name: String, expecting size: Int, limit: Int
    ) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = retrying {
                chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            }
            guard count >= 0 else { throw .cannotOpen(name, errno) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else { throw .tooLarge(name, limit: limit) }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// Calls again for as long as a signal comes in between.
    private static func retrying<Answer: SignedInteger>(_ call: () -> Answer) -> Answer {
        while true {
            let answer = call()
            if answer != -1 || errno != EINTR { return answer }
        }
    }
}

/// Why a file was not read.
private enum Refusal: Error {
    case cannotOpen(String, Int32)
    case notAFile(String)
    case tooLarge(String, limit: Int)

    var diagnostic: Diagnostic {
        switch self {
        case .cannotOpen(let name, ENOENT), .cannotOpen(let name, ENOTDIR):
            Self.noInput("there is no file \(name)", "check the name and the folder you are in")
        case .cannotOpen(let name, EISDIR):
            Self.noInput("\(name) is a folder", "name a file in it")
        case .cannotOpen(let name, EACCES), .cannotOpen(let name, EPERM):
            Self.noInput("you may not read \(name)", "ask its owner, or change its permissions")
        case .cannotOpen(let name, let error):
            Self.noInput(
                "\(name) cannot be read: \(String(cString: strerror(error)))",
                "try again, or copy the file elsewhere first")
        case .notAFile(let name):
            Self.noInput("\(name) is not a regular file", "give '-' to read standard input")
        case .tooLarge(let name, let limit):
            MarkupLimits(bytes: limit).exceeded(name, by: \.bytes, at: nil)
        }
    }

    private static func noInput(_ message: String, _ advice: String) -> Diagnostic {
        Diagnostic(.error, "no-input", message, advice: advice)
    }
}

extension MarkupLimits {
    fileprivate init(bytes: Int) {
        self.init()
        self.bytes = bytes
    }
}
