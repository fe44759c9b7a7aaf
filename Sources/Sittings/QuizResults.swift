package import Assessment
package import Results

/// What everybody earned and answered who took a quiz, read without the rest of their sittings.
package struct QuizResults: Sendable {
    /// A sitting that was graded.
    package struct Graded: Sendable {
        package let record: SittingRecord
        /// The one that counts.
        package let grade: GradeRecord
        /// What stands at the end.
        package let answers: [Item.ID: Answer]
        /// How long each item was on screen, where that is known.
        package let times: [Item.ID: Duration]
        /// When it was handed in, or its time ran out.
        package let ended: Timestamp
    }

    /// The quiz as it was asked last.
    package let quiz: Quiz
    /// The part of the bank that it can ask, as it was then.
    package let bank: Bank
    /// In the order they began.
    package private(set) var sittings: [Graded]
    /// Sittings that have no verdict yet: they are open, or wait for somebody to score them.
    package private(set) var undecided = 0
    /// How many versions of the quiz were asked.
    package let versions: Int

    /// The names of the quizzes that anybody took, in their order.
    package static func names(in store: any ResultsStore) throws(SittingFault) -> [String] {
        let records = try keeping { () throws(StoreFault) in
            try store.records(SittingRecord.self, .all)
        }
        return Set(records.map(\.quiz)).sorted()
    }

    /// Reads those of some learners, or of all; nil where nobody has taken it.
    package init?(
        of name: String, learners: Set<Person.ID>? = nil, in store: any ResultsStore
    ) throws(SittingFault) {
        var records = try keeping { () throws(StoreFault) in
            try store.records(SittingRecord.self, .sittings(ofQuiz: name))
        }
        if let learners { records.removeAll { !learners.contains($0.learner) } }
        records.sort { ($0.time, $0.id) < ($1.time, $1.id) }
        guard let last = records.last else { return nil }
        let asked = try KeptSitting(last, in: store)
        (quiz, bank) = (asked.quiz, asked.bank)
        versions = Set(records.map(\.content)).count
        sittings = []
        for record in records {
            if let graded = try Self.graded(record, in: store) {
                sittings.append(graded)
            } else {
                undecided += 1
            }
        }
    }

    /// Nil where there is no verdict yet.
    private static func graded(
        _ record: SittingRecord, in store: any ResultsStore
    ) throws(SittingFault) -> Graded? {
        let query = Query.sitting(record.learner, record.id)
        let grades = try keeping { () throws(StoreFault) in
            try store.records(GradeRecord.self, query)
        }
        guard let grade = grades.counting, grade.verdict != .undecided else { return nil }
        let steps = try keeping { () throws(StoreFault) in
            try store.records(StepRecord.self, query)
        }
        let ordered = steps.sorted { ($0.number, $0.id) < ($1.number, $1.id) }.map(\.step)
        return Graded(
            record: record, grade: grade, answers: Answers.replay(ordered).current,
            times: ScreenTimes(ordered)?.known ?? [:],
            ended: ordered.first(where: \.kind.isLast)?.time ?? record.time)
    }

    /// What is chosen of each learner's sittings, in the order in which learners first came.
    package func chosen<Failure: Error>(
        by choose: ([Graded]) throws(Failure) -> Graded?
    ) throws(Failure) -> [Graded] {
        let own = Dictionary(grouping: sittings, by: \.record.learner)
        var seen: Set<Person.ID> = []
        var kept: [Graded] = []
        for learner in sittings.map(\.record.learner) where seen.insert(learner).inserted {
            if let sitting = try choose(own[learner] ?? []) { kept.append(sitting) }
        }
        return kept
    }
}
