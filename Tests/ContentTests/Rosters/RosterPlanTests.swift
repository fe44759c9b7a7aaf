import Assessment
import Content
import Testing

@Suite struct `A plan to take in a roster` {
    private static let known = [
        person("k1", "Ana López", email: "ana@example.org", cohorts: ["a", "b"]),
        person("k2", "Ben", roles: [.reviewer, .lead]),
        person("k3", "Cy", isActive: false),
        person("k4", "Di"),
        person("k5", "Jose\u{301}"),
    ]

    private static func person(
        _ id: String, _ name: String, email: String? = nil, roles: [Person.Role] = [.learner],
        cohorts: [String] = [], isActive: Bool = true
    ) -> RosterPlan.Known {
        RosterPlan.Known(
            externalID: id, name: name, email: email, roles: roles,
            cohorts: cohorts.compactMap { Cohort.ID($0) }, isActive: isActive)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let steps: [String]
        let absent: String
        let rejected: [String]
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ steps: [String], absent: String, rejected: [String] = []) {
            self.text = text
            self.steps = steps
            self.absent = absent
            self.rejected = rejected
        }
    }

    @Test(arguments: [
        Row("id,name\n", [], absent: "k1 k2 k3 k4 k5"),
        Row(
            "id,name\nk2,Ben\nn1,New\nk1,Ana López\n", ["2 same k2", "3 added n1", "4 same k1"],
            absent: "k3 k4 k5"),
        Row(
            "id,name,email,role,cohort\nk1,Ana Lopez,,lead,\"b,a\"\nk2,Ben,b@c.d,\"lead,reviewer\",x\n",
            [
                "2 changed k1 name: Ana López → Ana Lopez; email: ana@example.org → -; "
                    + "roles: learner → lead",
                "3 changed k2 email: - → b@c.d; cohorts:  → x",
            ], absent: "k3 k4 k5"),
        Row(
            "id,name,role\nk2,Ben,\nk5,José,\n",
            ["2 changed k2 roles: reviewer lead → learner", "3 same k5"], absent: "k1 k3 k4"),
        Row(
            "id,name,cohort\nk1,Ana López,\n", ["2 changed k1 cohorts: a b → "],
            absent: "k2 k3 k4 k5"),
        Row(
            "sourcedId,status,givenName,familyName\nk3,active,Cy,\nk4,tobedeleted,Di,\n",
            ["2 changed k3 active: false → true", "3 changed k4 active: true → false"],
            absent: "k1 k2 k5"),
        Row(
            "id,name\nk2,\nK4,Di\nn1,New\nk2,Ben\n,x\n", ["4 added n1"], absent: "k1 k3 k5",
            rejected: [
                "2 k2 this person has no name", "3 K4 the id 'K4' is known as 'k4'",
                "5 k2 the id 'k2' is on line 2 already", "6 - this person has no id",
            ]),
        Row(
            "id,name\nk1,\"Ana\nk2,Ben\n", ["3 same k2"], absent: "k3 k4 k5",
            rejected: ["2 k1 this quote is never closed"]),
    ]) func `tells for each row what it would change, and whom the file leaves out`(
        _ row: Row
    ) throws {
        let roster = try #require(ReadRoster(row.text).roster)
        let plan = RosterPlan.of(roster, known: Self.known)
        #expect(plan.steps.map(\.summary) == row.steps)
        #expect(plan.absent.map(\.externalID).joined(separator: " ") == row.absent)
        #expect(
            plan.rejections.map { "\($0.line) \($0.externalID ?? "-") \($0.reason)" }
                == row.rejected)
    }

    @Test func `is empty once it has been carried out`() throws {
        let roster = try #require(
            ReadRoster(
                "id,name,email,role,cohort\n1,Ana,a@b.c,lead,x\n2,Ben,,,\"y,x\"\n3,Cy,,reviewer,\n"
            ).roster)
        let known = roster.entries.map {
            RosterPlan.Known(
                externalID: $0.externalID, name: $0.name, email: $0.email, roles: $0.roles,
                cohorts: $0.cohorts, isActive: $0.isActive)
        }
        let plan = RosterPlan.of(roster, known: known)
        #expect(plan.steps == roster.entries.map { .same($0) })
        #expect(plan.absent.isEmpty)
    }
}

extension RosterPlan.Step {
    fileprivate var summary: String {
        switch self {
        case .added(let entry): "\(entry.line) added \(entry.externalID)"
        case .same(let entry): "\(entry.line) same \(entry.externalID)"
        case .changed(let entry, let changes):
            "\(entry.line) changed \(entry.externalID) "
                + changes.map(\.summary).joined(separator: "; ")
        }
    }
}

extension RosterPlan.Change {
    fileprivate var summary: String {
        switch self {
        case .name(let old, let new): "name: \(old) → \(new)"
        case .email(let old, let new): "email: \(old ?? "-") → \(new ?? "-")"
        case .roles(let old, let new):
            "roles: \(Self.words(old.map(\.rawValue))) → \(Self.words(new.map(\.rawValue)))"
        case .cohorts(let old, let new):
            "cohorts: \(Self.words(old.map(\.text))) → \(Self.words(new.map(\.text)))"
        case .activity(let old, let new): "active: \(old) → \(new)"
        }
    }

    private static func words(_ words: [String]) -> String { words.joined(separator: " ") }
}
