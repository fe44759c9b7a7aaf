package import Assessment
package import Grading
internal import Results

/// What a learner may see of a sitting that is over, and nothing else.
package struct SittingReview: Sendable {
    /// Nil where the quiz does not show it, or not yet.
    package let verdict: Verdict?
    package let marks: Marks?
    /// The objective's title, nil for items about none, with its marks.
    package let objectives: [(title: String?, marks: Marks)]
    package let questions: [Question]
    /// What to read again, each line once.
    package let topics: [String]
    /// Nil where there may be any number.
    package let attemptsLeft: Int?
    /// When the next sitting may begin, where one may at all.
    package let opens: Timestamp?
    package let ending: Attempt.Ending
    /// Nil where nobody watched.
    package let absences: [Absence]?
    /// Who set the code that opened it, where somebody watched and there was one.
    package let proctor: String?

    package struct Question: Sendable {
        package let item: Item
        package let answer: Answer?
        /// Nil where it is not shown whether the answer was right.
        package let grade: ItemGrade?
        package let showsExplanation: Bool
        /// What a reviewer said of the answer.
        package let comment: String?

        package init(
            item: Item, answer: Answer?, grade: ItemGrade?, showsExplanation: Bool,
            comment: String? = nil
        ) {
            self.item = item
            self.answer = answer
            self.grade = grade
            self.showsExplanation = showsExplanation
            self.comment = comment
        }
    }

    /// Nil while the sitting is open. `earlier` are all sittings of the quiz, this one included.
    package init?(
        _ sitting: KeptSitting, among earlier: [EarlierSitting]
    ) throws(SittingFault) {
        guard case .over(let ending) = sitting.attempt.state else { return nil }
        let policy = sitting.quiz.policy
        let allowed = Disclosure.allowed(
            by: policy, in: sitting.attempt.state, isReleased: sitting.isReleased)
        let grade = allowed.isEmpty ? nil : try sitting.graded()
        self.ending = ending
        absences = policy.isProctored ? sitting.absences : nil
        proctor = policy.isProctored ? sitting.proctor : nil
        // The kept grade counts, which a reviewer may have added to.
        verdict =
            allowed.contains(.verdict) ? sitting.grade?.verdict ?? grade?.verdict : nil
        marks = allowed.contains(.score) ? sitting.grade?.marks ?? grade?.marks : nil
        let titles = Dictionary(sitting.bank.objectives.map { ($0.id, $0.title) }) { one, _ in one }
        let parts = allowed.contains(.objectives) ? grade?.objectives ?? [] : []
        objectives = parts.map { ($0.objective.flatMap { titles[$0] }, $0.marks) }
        let grades = Dictionary((grade?.items ?? []).map { ($0.item, $0) }) { one, _ in one }
        let answers = sitting.attempt.answers.current
        questions = sitting.items.map { item in
            Question(
                item: item, answer: answers[item.id],
                grade: allowed.contains(.rightAnswers) ? grades[item.id] : nil,
                showsExplanation: allowed.contains(.explanations),
                comment: allowed.contains(.rightAnswers) ? sitting.comments[item.id] : nil)
        }
        var topics: [String] = []
        if allowed.contains(.objectives) {
            for item in sitting.items {
                guard let grade = grades[item.id], grade.reachable.earned < grade.reachable.possible
                else { continue }
                let topic = item.review ?? item.objective.flatMap { titles[$0] }
                if let topic, !topics.contains(topic) { topics.append(topic) }
            }
        }
        self.topics = topics
        attemptsLeft = policy.attempts.map { max(0, $0 - earlier.count) }
        opens = attemptsLeft == 0 ? nil : sitting.quiz.opening(after: earlier)
    }
}
