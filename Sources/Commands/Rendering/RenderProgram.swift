import Assessment
import Glibc
package import Reports
import Terminal
package import Workbooks

/// The program beside this one that makes XLSX and PDF, which take libraries that this one does
/// without; it runs for as long as this value lives.
///
///     let program = try RenderProgram(environment)
///     let bytes = try program.xlsx(workbook)
///
/// It is told one description a line, and answers each with a line of JSON and the document. What it
/// began can be fetched later, so that several work at once.
package final class RenderProgram {
    /// A document, and the packages that would bring the letters it lacks.
    package struct Made {
        package let bytes: [UInt8]
        package let missingFonts: [String]
    }

    /// Whether it was found to be gone, so that only another one can go on.
    package private(set) var hasEnded = false
    private let path: String
    private let process: pid_t
    /// Our end of what its standard input and output are.
    private let line: Int32

    package init(_ environment: Environment) throws(CommandFault) {
        guard let path = environment.renderProgram, access(path, X_OK) == 0 else {
            throw CommandFault(
                .cannotWrite,
                "there is no \(environment.renderProgram ?? "assay-render"), which makes such files",
                advice: "'make build' builds it, and 'make install' puts it beside assay")
        }
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Self.fault(path, errno) }
        let started = ChildProcess.start(
            [path], [(STDIN_FILENO, ends[1]), (STDOUT_FILENO, ends[1])])
        close(ends[1])
        guard started.error == 0 else {
            close(ends[0])
            throw Self.fault(path, started.error)
        }
        self.path = path
        process = started.process
        line = ends[0]
    }

    deinit {
        // At the end of its input it ends by itself.
        close(line)
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
    }

    package func xlsx(_ workbook: Workbook) throws(CommandFault) -> [UInt8] {
        try begin(workbook)
        return try made().bytes
    }

    /// Begins an XLSX file.
    package func begin(_ workbook: Workbook) throws(CommandFault) {
        try send(["workbook": workbook.json])
    }

    /// Begins a tagged PDF.
    package func begin(_ report: Report) throws(CommandFault) {
        try send(["report": report.json])
    }

    /// What was begun, once it is there.
    package func made() throws(CommandFault) -> Made {
        let answer = try answer()
        guard let count = answer?["bytes"]?.integer, count > 0 else { throw fault(answer) }
        let missing = answer?["missingFonts"]?.elements ?? []
        return Made(bytes: try receive(count), missingFonts: missing.compactMap(\.text))
    }

    /// What the program is made with, and what the fonts of this machine can draw.
    package func capabilities() throws(CommandFault) -> RenderCapabilities {
        try send(["capabilities": true])
        let answer = try answer()
        guard let answer, let found = RenderCapabilities(answer) else { throw fault(answer) }
        return found
    }

    private func send(_ request: JSON) throws(CommandFault) {
        try send(request.bytes() + [UInt8(ascii: "\n")])
    }

    /// The line that comes back.
    private func answer() throws(CommandFault) -> JSON? {
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n") { line += try receive(1) }
        return JSON(reading: line)
    }

    private func fault(_ answer: JSON?) -> CommandFault {
        if let reason = answer?["fault"]?.text { return CommandFault(.internalFault, reason) }
        return CommandFault(
            .internalFault, "\(path) was not understood",
            advice: "'make install' puts both programs in their places, of one version")
    }

    private func send(_ bytes: [UInt8]) throws(CommandFault) {
        var sent = 0
        while sent < bytes.count {
            // A program that has ended is a fault to report, and no signal to die of.
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw end() }
            sent += count
        }
    }

    private func receive(_ length: Int) throws(CommandFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length)
        var done = 0
        while done < length {
            let count = bytes.withUnsafeMutableBytes {
                read(line, $0.baseAddress.map { $0 + done }, length - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw end() }
            done += count
        }
        return bytes
    }

    /// It says itself, on standard error, which library it misses.
    private func end() -> CommandFault {
        hasEnded = true
        return CommandFault(
            .cannotWrite, "\(path) ended without an answer",
            advice: "where it misses a library, 'make needs' installs it")
    }

    private static func fault(_ path: String, _ code: Int32) -> CommandFault {
        CommandFault(
            .cannotWrite, "\(path) cannot be run: \(String(cString: strerror(code)))")
    }
}
