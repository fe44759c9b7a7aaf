/// One reviewer's marks on one submission.
package struct ScoreSheet: Sendable, Hashable {
    package typealias ID = Identifier<ScoreSheet>

    /// What a reviewer declares who has no conflict of interest.
    package static let noConflict = "none"

    /// Where the sheet is in its life.
    package enum Status: String, Sendable, Hashable, CaseIterable {
        case draft, submitted, withdrawn
    }

    /// What a reviewer gave on one criterion.
    package enum Value: Sendable, Hashable {
        case level(Scale.Level.ID)
        case points(Rational)
        case ratio(numerator: Rational, denominator: Rational)
        case notApplicable
        /// Words only, on a criterion of text.
        case none
    }

    /// Something a mark rests on.
    package struct Evidence: Sendable, Hashable {
        package var link: String
        package var kind: String?

        package init(link: String, kind: String? = nil) {
            self.link = link
            self.kind = kind
        }
    }

    /// A value with the words and evidence beside it.
    package struct Mark: Sendable, Hashable {
        package var criterion: Criterion.ID
        /// Which of several ranked subjects it is about.
        package var subject: String?
        package var value: Value
        package var reason: String?
        package var comment: String?
        package var evidence: [Evidence]
        package var statements: [Criterion.Statement.ID]

        package init(
            criterion: Criterion.ID, subject: String? = nil, value: Value, reason: String? = nil,
            comment: String? = nil, evidence: [Evidence] = [],
            statements: [Criterion.Statement.ID] = []
        ) {
            self.criterion = criterion
            self.subject = subject
            self.value = value
            self.reason = reason
            self.comment = comment
            self.evidence = evidence
            self.statements = statements
        }
    }

    package var id: ID
    package var rubric: Rubric.ID
    package var rubricVersion: String
    package var rubricHash: String?
    package var submission: String
    package var reviewer: String
    package var role: String?
    package var status: Status
    /// When, as an RFC 3339 time in UTC.
    package var time: String
    package var supersedes: ID?
    /// A conflict of interest the reviewer declares, ``noConflict`` where there is none.
    package var conflict: String?
    package var marks: [Mark]
    package var overall: String?

    package init(
        id: ID, rubric: Rubric.ID, rubricVersion: String, rubricHash: String? = nil,
        submission: String, reviewer: String, role: String? = nil, status: Status = .draft,
        time: String, supersedes: ID? = nil, conflict: String? = nil, marks: [Mark] = [],
        overall: String? = nil
    ) {
        self.id = id
        self.rubric = rubric
        self.rubricVersion = rubricVersion
        self.rubricHash = rubricHash
        self.submission = submission
        self.reviewer = reviewer
        self.role = role
        self.status = status
        self.time = time
        self.supersedes = supersedes
        self.conflict = conflict
        self.marks = marks
        self.overall = overall
    }

    /// The same without what the reviewer wrote or named: marks and ready-made comments stay.
    package var withoutWords: ScoreSheet {
        var sheet = self
        sheet.overall = nil
        for place in sheet.marks.indices {
            sheet.marks[place].reason = nil
            sheet.marks[place].comment = nil
            sheet.marks[place].evidence = []
        }
        return sheet
    }
}
