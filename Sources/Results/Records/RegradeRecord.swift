package import Assessment

/// What a sitting was graded by anew, because the quiz was set right after it was handed in.
package struct RegradeRecord: Record {
    package static let table = Table(
        "regrade", keys: ["learner", "sitting", "id"], .init("content"), .init("given"))

    package let learner: Person.ID
    package let sitting: UniqueID<SittingRecord>
    /// The grade that came of it.
    package let id: UniqueID<GradeRecord>
    /// The quiz as it was asked, with the corrected items in their places.
    package let content: Digest
    /// What items earn whatever was answered to them.
    package let given: [Item.ID: Rational]

    package init(_ grade: GradeRecord, by content: Digest, giving given: [Item.ID: Rational]) {
        learner = grade.learner
        sitting = grade.sitting
        id = grade.id
        self.content = content
        self.given = given
    }

    package var fields: [Field] {
        let lines = given.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.exactText)" }
        return [
            .id(learner), .id(sitting), .id(id), .digest(content),
            .text(lines.joined(separator: "\n")),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        sitting = try row.id("sitting")
        id = try row.id("id")
        content = try row.digest("content")
        given = try row.value("given") { text in
            var given: [Item.ID: Rational] = [:]
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ").map { String($0) }
                guard words.count == 2, let item = Item.ID(words[0]),
                    let earned = Rational(exactText: words[1])
                else { return nil }
                given[item] = earned
            }
            return given
        }
    }
}
