package import Assessment
package import Results

/// What everybody earned and answered who took a quiz, read without the rest of their sittings.
package struct QuizResults: Sendable {
    /// A sitting that was graded.
    package struct Graded: Sendable {
        package let record: SittingRecord
        /// The latest one.
        package let grade: GradeRecord
        /// What stands at the end, where answers were asked for.
        package let answers: [Item.ID: Answer]
        /// How long each item was on screen, where that is known and was asked for.
        package let times: [Item.ID: Duration]
    }

    /// Which of a learner's sittings is meant.
    package enum Choice: String, Sendable, Hashable, CaseIterable {
        case first, best, last
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
        of name: String, learners: Set<Person.ID>? = nil, withAnswers: Bool = true,
        in store: any ResultsStore
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
            if let graded = try Self.graded(record, withAnswers, in: store) {
                sittings.append(graded)
            } else {
                undecided += 1
            }
        }
    }

    /// Nil where there is no verdict yet.
    private static func graded(
        _ record: SittingRecord, _ withAnswers: Bool, in store: any ResultsStore
    ) throws(SittingFault) -> Graded? {
        let query = Query.sitting(record.learner, record.id)
        let grades = try keeping { () throws(StoreFault) in
            try store.records(GradeRecord.self, query)
        }
        guard let grade = grades.counting, grade.verdict != .undecided else { return nil }
        guard withAnswers else {
            return Graded(record: record, grade: grade, answers: [:], times: [:])
        }
        let steps = try keeping { () throws(StoreFault) in
            try store.records(StepRecord.self, query)
        }
        let ordered = steps.sorted { ($0.number, $0.id) < ($1.number, $1.id) }.map(\.step)
        return Graded(
            record: record, grade: grade, answers: Answers.replay(ordered).current,
            times: ScreenTimes(ordered)?.known ?? [:])
    }

    /// One sitting of each learner, in the order they began.
    package func chosen(_ choice: Choice) throws(Rational.Overflow) -> [Graded] {
        var places: [Person.ID: Int] = [:]
        var kept: [Graded] = []
        for sitting in sittings {
            guard let place = places[sitting.record.learner] else {
                places[sitting.record.learner] = kept.count
                kept.append(sitting)
                continue
            }
            let share = try sitting.grade.marks.share() ?? .zero
            let best = try kept[place].grade.marks.share() ?? .zero
            if choice == .last || choice == .best && share > best { kept[place] = sitting }
        }
        return kept
    }
}
