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
            .init("WHAT"), .init("LINE", isNumber: true), .init("SUBMISSION"),
            .init("CRITERION"), .init("DETAILS"),
        ])
        for change in intake.changed {
            table.add([
                "changed", String(change.row.line), change.submission.id,
                change.criterion.id.text, Self.details(of: change),
            ])
        }
        for (row, reason) in intake.rejected {
            table.add([
                "rejected", String(row.line), row.cells[.submission] ?? "",
                row.cells[.criterion] ?? "", reason,
            ])
        }
        return table
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

    var json: JSON {
        [
            "schema": "assay/review-import/1", "dryRun": .bool(isDryRun),
            "same": .integer(intake.same),
            "changed": .array(
                intake.changed.map {
                    [
                        "line": .integer($0.row.line), "submission": .string($0.submission.id),
                        "criterion": .string($0.criterion.id.text),
                        "from": .string(SheetTable.text(of: $0.before.value)),
                        "to": .string(SheetTable.text(of: $0.after.value)),
                    ]
                }),
            "rejected": .array(
                intake.rejected.map { row, reason in
                    [
                        "line": .integer(row.line),
                        "submission": .string(row.cells[.submission] ?? ""),
                        "criterion": .string(row.cells[.criterion] ?? ""),
                        "reason": .string(reason),
                    ]
                }),
        ]
    }
}
