import Assessment
import Content

/// What taking in a list did or would do, in words and as data.
struct RosterIntakePage {
    let intake: RosterIntake
    let file: String
    let isDryRun: Bool

    /// One line for whatever differs; those who stay the same are only counted.
    var table: TextTable {
        var table = TextTable([
            .init("WHAT"), .init("LINE", isNumber: true), .init("ID"), .init("NAME"),
            .init("DETAILS"),
        ])
        for step in intake.plan.steps {
            let entry = step.entry
            let line = String(entry.line)
            switch step {
            case .same: continue
            case .added:
                table.add(["added", line, entry.externalID, entry.name, Self.details(of: entry)])
            case .changed(_, let changes):
                table.add(
                    ["changed", line, entry.externalID, entry.name, words(changes, of: entry)])
            }
        }
        for entry in intake.leftOut {
            table.add([
                "left out", String(entry.line), entry.externalID, entry.name,
                "not active, and not known",
            ])
        }
        for row in intake.plan.rejections {
            table.add(["rejected", String(row.line), row.externalID ?? "", "", row.reason])
        }
        for person in intake.absent {
            table.add(["absent", "", person.externalID, person.name, "not in the list; kept as is"])
        }
        return table
    }

    /// What to look at before it is too late, a sentence each.
    var remarks: [String] {
        let cohorts = intake.newCohorts.map(\.text).joined(separator: ", ")
        let made = isDryRun ? "would be made" : "made"
        return (cohorts.isEmpty ? [] : ["new cohorts \(made): \(cohorts)"])
            + intake.namesakes.map { entry, known in
                "\(entry.externalID) may be somebody who is known without an id; if so: "
                    + "assay learner edit \(known.id) --id \(entry.externalID)"
            }
    }

    var summary: String {
        let counts = [
            (intake.plan.added.count, "added"), (changed.count, "changed"), (same, "the same"),
            (intake.leftOut.count, "left out"), (intake.absent.count, "absent"),
            (intake.plan.rejections.count, "rejected"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")
        let end = isDryRun ? "; nothing was written, as --dry-run asks" : ""
        return (words.isEmpty ? "nobody" : words) + end
    }

    private var changed: [(Roster.Entry, [RosterPlan.Change])] {
        intake.plan.steps.compactMap {
            if case .changed(let entry, let changes) = $0 { (entry, changes) } else { nil }
        }
    }

    private var same: Int { intake.plan.steps.count - intake.plan.added.count - changed.count }

    // MARK: Words

    private static func details(of entry: Roster.Entry) -> String {
        let roles = entry.roles == [.learner] ? [] : [entry.roles.words]
        let cohorts = entry.cohorts.isEmpty ? [] : ["joins \(entry.cohorts.listed)"]
        return (roles + cohorts).joined(separator: "; ")
    }

    private func words(_ changes: [RosterPlan.Change], of entry: Roster.Entry) -> String {
        let reason = intake.inactive.contains(entry.externalID) ? ["no longer active"] : []
        return (reason + changes.flatMap(Self.words)).joined(separator: "; ")
    }

    private static func words(_ change: RosterPlan.Change) -> [String] {
        switch change {
        case .name(let from, _): ["was called \(from)"]
        case .email(let from, let to): ["email \(from ?? "none") → \(to ?? "none")"]
        case .roles(let from, let to): ["\(from.words) → \(to.words)"]
        case .cohorts(let from, let to):
            [
                ("joins", to.filter { !from.contains($0) }),
                ("leaves", from.filter { !to.contains($0) }),
            ].filter { !$1.isEmpty }.map { "\($0) \($1.listed)" }
        case .activity: []
        }
    }

    // MARK: JSON

    func json(_ diagnostics: [JSON]) -> JSON {
        .object([
            ("schema", "assay/learner-import/1"), ("file", .string(file)),
            ("dryRun", .bool(isDryRun)),
            ("added", .array(intake.plan.added.map { Self.json($0) })),
            ("changed", .array(changed.map { Self.json($0.0, $0.1) })), ("same", .integer(same)),
            ("leftOut", .array(intake.leftOut.map { Self.json($0) })),
            ("absent", .array(intake.absent.map { .string($0.externalID) })),
            (
                "rejected",
                .array(
                    intake.plan.rejections.map {
                        [
                            "line": .integer($0.line), "externalId": .optional($0.externalID),
                            "code": .string($0.code.rawValue), "reason": .string($0.reason),
                        ]
                    })
            ), ("newCohorts", .array(intake.newCohorts.map { .string($0.text) })),
            (
                "namesakes",
                .array(
                    intake.namesakes.map {
                        [
                            "externalId": .string($0.entry.externalID),
                            "uniqueId": .string($0.known.id.description),
                        ]
                    })
            ), ("diagnostics", .array(diagnostics)),
        ])
    }

    private static func json(_ entry: Roster.Entry, _ changes: [RosterPlan.Change]? = nil) -> JSON {
        var members: [(String, JSON)] = [
            ("line", .integer(entry.line)), ("externalId", .string(entry.externalID)),
            ("name", .string(entry.name)), ("email", .optional(entry.email)),
            ("roles", .array(entry.roles.map { .string($0.rawValue) })),
            ("cohorts", .array(entry.cohorts.map { .string($0.text) })),
        ]
        if let changes { members.append(("changes", .array(changes.map(json)))) }
        return .object(members)
    }

    private static func json(_ change: RosterPlan.Change) -> JSON {
        let (what, from, to): (JSON, JSON, JSON) =
            switch change {
            case .name(let from, let to): ("name", .string(from), .string(to))
            case .email(let from, let to): ("email", .optional(from), .optional(to))
            case .roles(let from, let to):
                (
                    "roles", .array(from.map { .string($0.rawValue) }),
                    .array(to.map { .string($0.rawValue) })
                )
            case .cohorts(let from, let to):
                (
                    "cohorts", .array(from.map { .string($0.text) }),
                    .array(to.map { .string($0.text) })
                )
            case .activity(let from, let to): ("activity", .bool(from), .bool(to))
            }
        return ["what": what, "from": from, "to": to]
    }
}
