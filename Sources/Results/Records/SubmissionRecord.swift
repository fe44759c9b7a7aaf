package import Assessment

/// That a learner handed in work to be scored by a rubric, with what the work was made of then.
package struct SubmissionRecord: Record {
    package static let table = Table(
        "submission", keys: ["learner", "submission", "id"], .init("at"), .init("by"),
        .init("rubric"),
        .init("component"), .init("subjects"), .init("exhibits", .personal))

    package let learner: Person.ID
    /// A handle that names nobody, since reviewers see it who may not know whose work it is.
    package let submission: String
    package let id: UniqueID<SubmissionRecord>
    package let time: Timestamp
    package let author: String
    package let rubric: Digest
    /// The part of a program that the work is for, as `module-210/lab-adr-writing`.
    package let component: String?
    /// What is ranked against each other, by ids; empty where the work is one.
    package let subjects: [String]
    /// Nil once they are erased.
    package let exhibits: [Exhibit]?

    package init(
        learner: Person.ID, submission: String, id: UniqueID<SubmissionRecord>, time: Timestamp,
        author: String, rubric: Digest, component: String? = nil, subjects: [String] = [],
        exhibits: [Exhibit]?
    ) {
        self.learner = learner
        self.submission = submission
        self.id = id
        self.time = time
        self.author = author
        self.rubric = rubric
        self.component = component
        self.subjects = subjects
        self.exhibits = exhibits
    }

    package var fields: [Field] {
        [
            .id(learner), .text(submission), .id(id), .time(time), .text(author),
            .digest(rubric), .optional(component), .text(subjects.joined(separator: " ")),
            .optional(exhibits?.map(\.description).joined(separator: "\n")),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        submission = try row.text("submission")
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        rubric = try row.digest("rubric")
        component = try row.optionalText("component")
        subjects = try row.list("subjects") { $0 }
        exhibits = try row.optionalValue("exhibits") { text in
            let lines = text.unicodeScalars.split(separator: "\n")
            let exhibits = lines.compactMap { Exhibit(String($0)) }
            return exhibits.count == lines.count ? exhibits : nil
        }
    }
}
