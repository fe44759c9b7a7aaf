import Assessment
import Content
import Reviews

/// What taking in a file of marks did or would do, in words and as data.
struct SheetIntakePage {
    let intake: SheetIntake
    let isDryRun: Bool

    /// One line for whatever differs; rows that say the same are only counted.
    var table: TextTable {
        var table = TextTable([
            .init("WHAT"), .init(isOfWorkbook ? "CELL" : "LINE", isNumber: !isOfWorkbook),
            .init("SUBMISSION"), .init("CRITERION"), .init("DETAILS"),
        ])
        for change in intake.changed {
            table.add([
                "changed", place(.mark, change.row), change.submission.id,
                change.criterion.id.text, Self.details(of: change),
            ])
        }
        for rejection in intake.rejected {
            let row = rejection.row
            table.add([
                "rejected", place(rejection.column, row), row.cells[.submission] ?? "",
                row.cells[.criterion] ?? "", rejection.reason,
            ])
        }
        return table
    }

    private var isOfWorkbook: Bool {
        (intake.changed.map(\.row) + intake.rejected.map(\.row)).contains { $0.sheet != nil }
    }

    /// The line, or a cell as spreadsheets name it: `Marks!D7`.
    private func place(_ column: MarkTable.Column, _ row: MarkTable.Row) -> String {
        cell(column, row) ?? String(row.line)
    }

    private func cell(_ column: MarkTable.Column, _ row: MarkTable.Row) -> String? {
        guard let sheet = row.sheet else { return nil }
        return "\(sheet)!\(row.letters[column] ?? "")\(row.line)"
    }

    var summary: String {
        let end = isDryRun ? "; nothing was written, as --dry-run asks" : ""
        let rejected =
            intake.rejected.isEmpty ? "" : ", \(intake.rejected.count) rejected"
        return "\(intake.same) the same, \(intake.changed.count) changed\(rejected)\(end)"
    }

    /// `low → good; comment`.
    private static func details(of change: SheetIntake.Change) -> String {
        let (before, after) = (change.before, change.after)
        var parts: [String] = []
        if before.value != after.value {
            let marks = [before, after].map { judgment in
                judgment.value == nil ? "no mark" : SheetTable.text(of: judgment.value)
            }
            parts.append(marks.joined(separator: " → "))
        }
        if before.comment != after.comment { parts.append("comment") }
        if before.reason != after.reason { parts.append("reason") }
        if before.statements != after.statements { parts.append("ready-made comments") }
        if before.evidence != after.evidence { parts.append("evidence") }
        return parts.joined(separator: "; ")
    }

    private func place(_ column: MarkTable.Column, _ row: MarkTable.Row) -> [(String, JSON)] {
        [("line", .integer(row.line))] + (cell(column, row).map { [("cell", .string($0))] } ?? [])
    }

    var json: JSON {
        [
            "schema": "assay/review-import/1", "dryRun": .bool(isDryRun),
            "same": .integer(intake.same),
            "changed": .array(
                intake.changed.map {
                    .object(
                        place(.mark, $0.row) + [
                            ("submission", .string($0.submission.id)),
                            ("criterion", .string($0.criterion.id.text)),
                            ("from", .string(SheetTable.text(of: $0.before.value))),
                            ("to", .string(SheetTable.text(of: $0.after.value))),
                        ])
                }),
            "rejected": .array(
                intake.rejected.map { rejection in
                    let row = rejection.row
                    return .object(
                        place(rejection.column, row) + [
                            ("submission", .string(row.cells[.submission] ?? "")),
                            ("criterion", .string(row.cells[.criterion] ?? "")),
                            ("reason", .string(rejection.reason)),
                        ])
                }),
        ]
    }
}
