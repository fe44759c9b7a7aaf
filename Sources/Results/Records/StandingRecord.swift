package import Assessment

/// Where a learner is in a program; the latest one counts.
package struct StandingRecord: Record {
    package static let table = Table(
        "standing", keys: ["learner", "program", "id"], .init("at"), .init("by"), .init("content"),
        .init("state"), .init("details"))

    package let learner: Person.ID
    package let program: Program.ID
    package let id: UniqueID<StandingRecord>
    package let time: Timestamp
    package let author: String
    package let content: Digest
    package let verdict: Verdict
    /// What each component stands at, in canonical form.
    package let details: String

    package init(
        learner: Person.ID, program: Program.ID, id: UniqueID<StandingRecord>, time: Timestamp,
        author: String, content: Digest, verdict: Verdict, details: String
    ) {
        self.learner = learner
        self.program = program
        self.id = id
        self.time = time
        self.author = author
        self.content = content
        self.verdict = verdict
        self.details = details
    }

    package var fields: [Field] {
        [
            .id(learner), .text(program.text), .id(id), .time(time), .text(author),
            .digest(content), .text(verdict.rawValue), .text(details),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        program = try row.value("program") { Program.ID($0) }
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        content = try row.digest("content")
        verdict = try row.value("state") { Verdict(rawValue: $0) }
        details = try row.text("details")
    }
}
