package import Assessment
package import Results

extension Invigilator {
    /// Every sitting that was handed in with texts that wait for somebody to score them, the one that
    /// has waited longest first.
    package func waiting(by learners: [Person.ID]) throws(SittingFault) -> [KeptSitting] {
        var waiting: [KeptSitting] = []
        for learner in learners {
            for sitting in try sittings(of: learner)
            where sitting.grade != nil && sitting.items.contains(where: \.needsReviewer) {
                if try !sitting.waiting().isEmpty { waiting.append(sitting) }
            }
        }
        return waiting.sorted { ($0.ended, $0.record.id) < ($1.ended, $1.record.id) }
    }

    /// Gives an item its points, and keeps the new grade beside the old one.
    package func score(
        _ item: Item.ID, of sitting: KeptSitting, as earned: Rational, comment: String?
    ) throws(SittingFault) -> GradeRecord {
        var given = sitting.given
        given[item] = earned
        let now = surroundings.now.time
        let grade = sitting.record.record(
            try sitting.quiz.grading(
                sitting.items, sitting.attempt.answers.current, giving: given),
            id: surroundings.newID(), at: now, by: surroundings.author, cause: .scored,
            reason: comment)
        let basis = RegradeRecord(grade, by: sitting.content.contentHash, giving: given)
        try keeping { () throws(StoreFault) in try store.add([grade, basis], at: now) }
        return grade
    }
}
