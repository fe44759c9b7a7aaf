import Assessment
import Results
import SQLiteResults
import Terminal

/// How what a store holds is told, to people and to programs.
extension StoreContents {
    /// A line for each kind of record there is, and the head of the chain.
    var text: String {
        let kinds = records.filter { $0.records > 0 }
        let width = kinds.map { $0.table.plural.utf8.count }.max() ?? 0
        let lines = kinds.map { count in
            let gap = TextLayout.spaces(width - count.table.plural.utf8.count)
            return "  \(count.table.plural)\(gap)  \(count.records)\n"
        }
        return lines.joined() + "head of the audit chain: \(head.hash)\n"
    }

    var json: JSON {
        .object([
            ("records", .integer(total)),
            (
                "kinds",
                .object(records.map { ($0.table.name, .integer($0.records)) })
            ),
            ("entries", .integer(entries)), ("head", .string(head.hash.hex)),
        ])
    }
}

extension Table {
    /// What people call the records of a kind.
    var plural: String {
        switch name {
        case "person": "people"
        case "cohort": "cohorts"
        case "membership": "memberships"
        case "content": "quizzes and rubrics as used"
        case "proctor_code": "proctors' codes"
        case "sitting": "sittings"
        case "step": "steps of sittings"
        case "grade": "grades"
        case "release": "releases of results"
        case "submission": "submissions"
        case "assignment": "seats of reviewers"
        case "review_step": "steps of reviews"
        case "sheet": "score sheets"
        case "evaluation": "evaluations"
        case "verdict_release": "releases of verdicts"
        case "override": "overrides"
        case "standing": "standings in programs"
        case "erasure": "erased people"
        case "merge": "merges"
        default: name
        }
    }
}

extension StoreFinding {
    var json: JSON { ["kind": .string(kind.rawValue), "message": .string(message)] }
}

extension Console {
    /// A line for each finding, as a check of content prints them.
    func write(_ findings: [StoreFinding], of path: String) {
        for finding in findings {
            let word = outputPalette.paint("error:", as: .wrong)
            writeLine("\(path.terminalSafe()): \(word) \(finding.message.terminalSafe())")
        }
    }
}

extension CommandFault {
    /// What another store than the command's own did not do.
    static func other(
        _ fault: StoreFault, at path: String, in environment: Environment, advice: String? = nil
    ) -> CommandFault {
        if fault.kind == .missing { return noSuchFile(path, in: environment) }
        return CommandFault(
            ExitCode(fault.kind), "\(path): \(fault.message)", advice: advice ?? fault.advice)
    }
}
