import Assessment
import MarkupReading

/// `assay bank check` and its like: says what is wrong with files, and nothing where nothing is.
struct CheckCommand: Sendable {
    let kind: ContentKind

    private struct Checked {
        let file: String
        let summary: String?
        let diagnostics: Diagnostics
        var isUnread = false
    }

    func run(_ invocation: Invocation, _ environment: Environment) throws -> ExitCode {
        let limits = ReadingLimits(invocation, for: kind)
        let most = invocation.number("max-findings") ?? 1_000
        let isStrict = invocation.flag("strict")
        let asJSON = invocation.flag("json")
        let console = environment.console
        var results: [Checked] = []
        for path in try ContentFiles.expand(invocation.arguments("file"), environment) {
            let checked = check(path, limits, most)
            if !asJSON { report(checked, to: console) }
            results.append(checked)
        }
        let errors = results.reduce(0) { $0 + $1.diagnostics.errorCount }
        let warnings = results.reduce(0) { $0 + $1.diagnostics.warningCount }
        if asJSON {
            console.write(json: json(results, errors: errors, warnings: warnings))
        } else if results.count > 1 {
            console.remark(
                "\(counted(results.count, "file")): \(Self.verdict(errors: errors, warnings: warnings))"
            )
        }
        if results.allSatisfy(\.isUnread) { return .noInput }
        return errors > 0 || (isStrict && warnings > 0) ? .no : .done
    }

    private func check(
        _ path: Result<String, ContentFiles.PathFault>, _ limits: ReadingLimits, _ most: Int
    ) -> Checked {
        var diagnostics = Diagnostics(limit: most)
        switch path {
        case .failure(let fault):
            diagnostics.add(fault.diagnostic)
            return Checked(file: fault.path, summary: nil, diagnostics: diagnostics, isUnread: true)
        case .success(let path):
            let source = SourceFile.read(path, limit: limits.markup.bytes, into: &diagnostics)
            let isUnread = source == nil && diagnostics.found.first?.code != "too-large"
            let summary = source.flatMap { kind.check($0, limits, &diagnostics) }
            return Checked(
                file: ContentFiles.shownName(path), summary: summary, diagnostics: diagnostics,
                isUnread: isUnread)
        }
    }

    private func report(_ checked: Checked, to console: Console) {
        for diagnostic in checked.diagnostics.found {
            console.write(
                DiagnosticText.lines(of: diagnostic, in: checked.file, console.outputPalette))
        }
        if checked.diagnostics.omitted > 0 {
            console.writeLine(
                "… and \(checked.diagnostics.omitted) more; --max-findings shows them")
        }
        if !console.isQuiet {
            let verdict = Self.verdict(
                errors: checked.diagnostics.errorCount, warnings: checked.diagnostics.warningCount)
            let summary = checked.summary.map { " (\($0))" } ?? ""
            console.writeLine("\(checked.file.terminalSafe()): \(verdict)\(summary)")
        }
        console.output.flush()
    }

    private static func verdict(errors: Int, warnings: Int) -> String {
        let found = [
            errors > 0 ? counted(errors, "error") : nil,
            warnings > 0 ? counted(warnings, "warning") : nil,
        ].compactMap { $0 }
        return found.isEmpty ? "no faults" : found.joined(separator: ", ")
    }

    // MARK: JSON

    private func json(_ results: [Checked], errors: Int, warnings: Int) -> JSON {
        .object([
            ("schema", .string("assay/\(kind.noun)-check/1")), ("errors", .integer(errors)),
            ("warnings", .integer(warnings)), ("files", .array(results.map(json))),
        ])
    }

    private func json(_ checked: Checked) -> JSON {
        .object([
            ("file", .string(checked.file)),
            ("summary", checked.summary.map { .string($0) } ?? .null),
            ("errors", .integer(checked.diagnostics.errorCount)),
            ("warnings", .integer(checked.diagnostics.warningCount)),
            ("omitted", .integer(checked.diagnostics.omitted)),
            ("diagnostics", .array(checked.diagnostics.found.map(DiagnosticText.json))),
        ])
    }
}
