import Assessment
import Content
import MarkupReading
import Statistics

/// A table of marks or ratings that a command line names.
///
/// All that is wrong with it is printed in one run, and then nothing is computed.
struct MatrixFile {
    let path: String
    private let environment: Environment

    init(_ path: String, _ environment: Environment) {
        self.path = path
        self.environment = environment
    }

    var name: String { ContentFiles.shownName(path) }

    /// Reads with the body, which adds what it finds wrong.
    func read<Value>(
        _ nouns: MatrixReader.Nouns,
        _ body: (inout MatrixReader, inout Diagnostics) throws(CommandFault) -> Value
    ) throws(CommandFault) -> Value {
        if path == "-", environment.inputIsTerminal, !environment.mayAsk {
            throw CommandFault(
                .noInput, "standard input is the terminal, and --no-input is given",
                advice: "pipe a table into the command, or name one")
        }
        var diagnostics = Diagnostics()
        guard
            let source = SourceFile.read(path, limit: DelimitedLimits().bytes, into: &diagnostics)
        else {
            let fault = diagnostics.found.first
            throw CommandFault(
                .noInput, fault?.message ?? "\(name) cannot be read", advice: fault?.advice)
        }
        var value: Value?
        if var matrix = MatrixReader(source, nouns, into: &diagnostics) {
            value = try body(&matrix, &diagnostics)
        }
        diagnostics.locate(in: source)
        let console = environment.console
        console.output.flush()
        for diagnostic in diagnostics.found {
            console.errors.write(
                DiagnosticText.lines(of: diagnostic, in: name, console.errorPalette))
        }
        guard let value, !diagnostics.hasErrors else {
            throw CommandFault(
                .badData, "\(name): \(counted(diagnostics.errorCount, "error"))",
                advice: "nothing was computed")
        }
        return value
    }

    // MARK: Marks of a quiz

    /// The name of a first row that says what each item gives.
    private static let possible = "possible"

    /// The marks of learners on items that give a point each, or what a row 'possible' says.
    func quizMarks() throws(CommandFault) -> QuizMarks {
        try read(.marks) { matrix, diagnostics throws(CommandFault) in
            var next = matrix.next(into: &diagnostics)
            var possible = matrix.columns.map { _ in Rational.one }
            if let row = next, row.name.lowercased() == Self.possible {
                for (item, cell) in row.cells.enumerated() {
                    guard let points = Self.number(cell, into: &diagnostics) else { continue }
                    guard let cell, points.isNegative || points == .zero else {
                        possible[item] = points
                        continue
                    }
                    diagnostics.error(
                        "bad-value", "an item gives more than \(points) points", at: cell.offset)
                }
                next = matrix.next(into: &diagnostics)
            }
            var marks = QuizMarks(
                zip(matrix.columns, possible).map { QuizMarks.Item(id: $0, possible: $1) })
            while let row = next {
                let numbers = row.cells.enumerated().map { item, cell in
                    Self.mark(cell, of: possible[item], into: &diagnostics)
                }
                do throws(Statistics.MarkTable.TooManyMarks) {
                    try marks.add(row.name, numbers)
                } catch {
                    throw CommandFault(
                        .badData,
                        "'\(matrix.columns[error.item])' has more than 255 different marks",
                        advice: "round them")
                }
                next = matrix.next(into: &diagnostics)
            }
            if marks.learners.isEmpty, !diagnostics.hasErrors {
                diagnostics.error(
                    "no-rows", "there are no learners under the headings", at: nil,
                    advice: "write a line for each: who it is, then a mark for each item")
            }
            return marks
        }
    }

    private static func mark(
        _ cell: MatrixReader.Cell?, of possible: Rational, into diagnostics: inout Diagnostics
    ) -> Rational? {
        guard let cell, let mark = number(cell, into: &diagnostics) else { return nil }
        guard mark > possible else { return mark }
        diagnostics.error(
            "bad-value", "the mark \(mark) is more than the item gives, which is \(possible)",
            at: cell.offset,
            advice: "where items give other points than 1, say so in a first row 'possible'")
        return nil
    }

    static func number(
        _ cell: MatrixReader.Cell?, into diagnostics: inout Diagnostics
    ) -> Rational? {
        guard let cell else { return nil }
        do throws(Rational.Malformed) {
            return try Rational(exactly: cell.text)
        } catch {
            let shown = CommandFault.quoted(cell.text)
            diagnostics.error(
                "bad-number", "\(shown) is no mark: \(error)", at: cell.offset,
                advice: "write a number with a point, such as 0.5, or leave the cell blank")
            return nil
        }
    }
}
