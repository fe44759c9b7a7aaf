package import Assessment

/// What a sitting earned, and what was decided; the latest one counts.
package struct GradeRecord: Record {
    package static let table = Table(
        "grade", keys: ["learner", "sitting", "id"], .init("at"), .init("by"), .init("grader"),
        .init("cause"), .init("earned"), .init("possible"), .init("verdict"), .init("items"),
        .init("reason", .personal))

    /// What made it necessary.
    package enum Cause: String, Sendable, Hashable, CaseIterable {
        case submitted, regraded, scored
    }

    /// What one item earned.
    package struct ItemMarks: Sendable, Hashable {
        package let item: Item.ID
        package let marks: Marks

        package init(item: Item.ID, marks: Marks) {
            self.item = item
            self.marks = marks
        }
    }

    package let learner: Person.ID
    package let sitting: UniqueID<SittingRecord>
    package let id: UniqueID<GradeRecord>
    package let time: Timestamp
    package let author: String
    /// The version of the grader.
    package let grader: String
    package let cause: Cause
    package let marks: Marks
    package let verdict: Verdict
    package let items: [ItemMarks]
    package let reason: String?

    package init(
        learner: Person.ID, sitting: UniqueID<SittingRecord>, id: UniqueID<GradeRecord>,
        time: Timestamp, author: String, grader: String, cause: Cause = .submitted, marks: Marks,
        verdict: Verdict, items: [ItemMarks], reason: String? = nil
    ) {
        self.learner = learner
        self.sitting = sitting
        self.id = id
        self.time = time
        self.author = author
        self.grader = grader
        self.cause = cause
        self.marks = marks
        self.verdict = verdict
        self.items = items
        self.reason = reason
    }

    package var fields: [Field] {
        let items = items.map {
            "\($0.item) \($0.marks.earned.exactText) \($0.marks.possible.exactText)"
        }
        return [
            .id(learner), .id(sitting), .id(id), .time(time), .text(author), .text(grader),
            .text(cause.rawValue), .text(marks.earned.exactText), .text(marks.possible.exactText),
            .text(verdict.rawValue), .text(items.joined(separator: "\n")), .optional(reason),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        sitting = try row.id("sitting")
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        grader = try row.text("grader")
        cause = try row.value("cause") { Cause(rawValue: $0) }
        marks = Marks(
            earned: try row.value("earned") { Rational(exactText: $0) },
            possible: try row.value("possible") { Rational(exactText: $0) })
        verdict = try row.value("verdict") { Verdict(rawValue: $0) }
        items = try row.value("items") { text in
            let lines = text.split(separator: "\n")
            let items = lines.compactMap { ItemMarks(line: $0) }
            return items.count == lines.count ? items : nil
        }
        reason = try row.optionalText("reason")
    }
}

extension Sequence where Element == GradeRecord {
    /// The grade of a sitting that counts: the latest, and never the one it was handed in with where
    /// there is another, whatever clocks say.
    package var counting: GradeRecord? {
        self.max { left, right in
            let (isAnew, isAnewRight) = (left.cause != .submitted, right.cause != .submitted)
            if isAnew != isAnewRight { return isAnewRight }
            return (left.time, left.id) < (right.time, right.id)
        }
    }
}

extension GradeRecord.ItemMarks {
    fileprivate init?(line: Substring) {
        let words = line.split(separator: " ").map { String($0) }
        guard words.count == 3, let item = Item.ID(words[0]),
            let earned = Rational(exactText: words[1]),
            let possible = Rational(exactText: words[2])
        else { return nil }
        self.init(item: item, marks: Marks(earned: earned, possible: possible))
    }
}
