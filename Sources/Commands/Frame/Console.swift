package import Assessment
import Terminal

/// Where a command speaks: results on one stream, messages on the other.
package struct Console {
    /// Results, and help that was asked for.
    package let output: OutputStream
    /// Errors, progress and remarks.
    package let errors: OutputStream
    /// Columns to wrap text at.
    package let width: Int
    /// Columns of the window, for tables that would rather be wide than cut.
    package let columns: Int
    /// Rows of the window, where there is one.
    package let rows: Int?
    package var outputPalette = Palette()
    package var errorPalette = Palette()
    package var isQuiet = false
    /// Whether the terminal for messages can draw over what it shows.
    package var mayDrawOver = true
    /// How often `--verbose` was given.
    package var verbosity = 0

    package init(
        output: OutputStream, errors: OutputStream, columns: Int = 80, rows: Int? = nil
    ) {
        self.output = output
        self.errors = errors
        self.rows = rows
        self.columns = max(columns, 40)
        width = min(max(columns, 40), 100)
    }

    /// Writes results as they are; whatever came from outside must have been made safe.
    package func write(_ text: some StringProtocol) {
        output.write(text)
    }

    package func writeLine(_ text: some StringProtocol) {
        output.write(text)
        output.write("\n")
    }

    /// Writes one value and a line end, as `--json` promises.
    package func write(json: JSON) {
        output.write(bytes: json.bytes(indented: output.isTerminal))
        output.write("\n")
    }

    /// Asks, and leaves the line open for the answer.
    package func prompt(_ question: String) {
        output.flush()
        errors.write(question.terminalSafe() + " ")
        errors.flush()
    }

    /// Says something that is no result, unless told to be quiet.
    package func remark(_ text: some StringProtocol) {
        if !isQuiet { writeError(text.terminalSafe()) }
    }

    /// Goes through what takes long, and shows how far it is on one line of a terminal, which is gone
    /// afterwards.
    package func showingProgress<Element>(
        through all: [Element], _ body: (Element) throws -> Void
    ) rethrows {
        let isShown = errors.isTerminal && mayDrawOver && !isQuiet && all.count > 1
        defer {
            if isShown {
                errors.write("")
                errors.flush()
            }
        }
        for (done, element) in all.enumerated() {
            if isShown { errors.writePassing("\(done + 1) of \(all.count)") }
            try body(element)
        }
    }

    /// Says what went wrong, whole or in part.
    package func report(_ faults: [CommandFault], see line: String? = nil) {
        for fault in faults {
            let lines = fault.lines.map { $0.terminalSafe() }
            writeError(
                errorPalette.paint("error:", as: .wrong) + " " + lines.joined(separator: "\n"))
        }
        if let line { writeError("see: \(line)") }
    }

    private func writeError(_ text: String) {
        // On one screen, what came first should stand first.
        output.flush()
        errors.write(text)
        errors.write("\n")
        errors.flush()
    }
}
