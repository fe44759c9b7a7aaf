import Assessment
import Results

/// What is known of one person, as a page and as data.
struct DossierPage {
    let dossier: Dossier

    /// Facts, then a table for each kind of work; safe to print.
    func text(width: Int?) -> String {
        var text = facts
        if !dossier.quizzes.isEmpty { text += "\n" + quizzes.text(width: width) }
        if !dossier.submissions.isEmpty { text += "\n" + submissions.text(width: width) }
        if !dossier.standings.isEmpty { text += "\n" + standings.text(width: width) }
        return text
    }

    private var facts: String {
        let person = dossier.person
        var rows: [(String, String?)] = [
            ("name", person.shownName), ("id", person.externalID),
            ("unique id", person.id.description), ("email", person.email),
            ("roles", person.sortedRoles.listed), ("cohorts", dossier.cohorts.listed),
        ]
        if let first = dossier.versions.first, let last = dossier.versions.last {
            rows.append(("added", "\(first.time.day) by \(first.author)"))
            if dossier.versions.count > 1 {
                rows.append(("changed", "\(last.time.day) by \(last.author)"))
            }
        }
        if let erasure = dossier.erasure {
            rows.append(("erased", "\(erasure.time.day) by \(erasure.author)"))
        }
        rows.append(("sittings", String(dossier.quizzes.reduce(0) { $0 + $1.sittings })))
        let sheets = dossier.submissions.reduce(0) { $0 + $1.sheets.count }
        let written = dossier.sheetsWritten > 0 ? ", \(dossier.sheetsWritten) written" : ""
        rows.append(("score sheets", String(sheets) + written))
        if dossier.overrides > 0 { rows.append(("overrides", String(dossier.overrides))) }
        let column = (rows.map(\.0.utf8.count).max() ?? 0) + 2
        return rows.map { label, value in
            let value = value?.isEmpty == false ? value ?? "-" : "-"
            let gap = String(repeating: " ", count: column - label.utf8.count)
            return "\(label)\(gap)\(value.terminalSafe())\n"
        }.joined()
    }

    private var quizzes: TextTable {
        var table = TextTable([
            .init("QUIZ"), .init("SITTINGS", isNumber: true), .init("OPEN", isNumber: true),
            .init("PASSED", isNumber: true), .init("NOT PASSED", isNumber: true),
            .init("UNDECIDED", isNumber: true), .init("LAST"),
        ])
        for quiz in dossier.quizzes {
            let verdicts = Verdict.allCases.map { String(quiz.verdicts[$0] ?? 0) }
            table.add(
                [quiz.id, String(quiz.sittings), String(quiz.open)] + verdicts + [quiz.last.day])
        }
        return table
    }

    private var submissions: TextTable {
        var table = TextTable([
            .init("SUBMISSION"), .init("SHEETS", isNumber: true), .init("VERDICT"),
        ])
        for submission in dossier.submissions {
            table.add([submission.id, String(submission.sheets.count), submission.verdict ?? "-"])
        }
        return table
    }

    private var standings: TextTable {
        var table = TextTable([.init("PROGRAM"), .init("VERDICT")])
        for standing in dossier.standings {
            table.add([standing.program.text, standing.verdict.rawValue])
        }
        return table
    }

    var json: JSON {
        .object([
            ("schema", "assay/learner-record/1"),
            ("person", PersonPage.json(dossier.person, in: dossier.cohorts)),
            ("added", .optional(dossier.versions.first?.time.description)),
            ("changed", .optional(dossier.versions.last?.time.description)),
            ("erasedAt", .optional(dossier.erasure?.time.description)),
            ("overrides", .integer(dossier.overrides)),
            ("sheetsWritten", .integer(dossier.sheetsWritten)),
            (
                "quizzes",
                .array(
                    dossier.quizzes.map { quiz in
                        [
                            "quiz": .string(quiz.id), "sittings": .integer(quiz.sittings),
                            "open": .integer(quiz.open),
                            "verdicts": .object(
                                Verdict.allCases.map {
                                    ($0.rawValue, .integer(quiz.verdicts[$0] ?? 0))
                                }), "last": .string(quiz.last.description),
                        ]
                    })
            ),
            (
                "submissions",
                .array(
                    dossier.submissions.map {
                        [
                            "submission": .string($0.id), "sheets": .integer($0.sheets.count),
                            "verdict": .optional($0.verdict),
                        ]
                    })
            ),
            (
                "standings",
                .array(
                    dossier.standings.map {
                        [
                            "program": .string($0.program.text),
                            "verdict": .string($0.verdict.rawValue),
                        ]
                    })
            ),
        ])
    }
}
