/// What one reviewer is asked to judge, in the order in which it is asked.
package struct ReviewPlan: Sendable, Hashable {
    package let rubric: Rubric
    /// What is ranked against each other; empty where the work is one.
    package let subjects: [String]
    /// Criteria first, subject by subject, and the words on the whole at the end.
    package let places: [ReviewStep.Place]

    /// The role is that of the reviewer's seat; a rubric that asks several sources asks each of them
    /// some of its criteria.
    package init(_ rubric: Rubric, subjects: [String] = [], role: String? = nil) {
        self.rubric = rubric
        self.subjects = subjects
        let source = rubric.sources.first { $0.id.text == role }?.id
        let asked = rubric.allCriteria.filter { criterion in
            source.map { criterion.sources.isEmpty || criterion.sources.contains($0) } ?? true
        }
        let compared: [String?] = subjects.isEmpty ? [nil] : subjects
        let marked: [ReviewStep.Place] = compared.flatMap { subject in
            asked.map { .criterion($0.id, subject: subject) }
        }
        places = marked + [.overall]
    }

    /// Nil for the words on the whole.
    package func criterion(at place: ReviewStep.Place) -> Criterion? {
        if case .criterion(let id, _) = place { rubric.criterion(id) } else { nil }
    }

    /// What keeps a judgment from standing at the place; nil where nothing does.
    func fault(of judgment: Judgment, at place: ReviewStep.Place) -> Review.Refusal? {
        guard places.contains(place) else { return .notOnSheet(place) }
        guard let criterion = criterion(at: place) else {
            var words = judgment
            words.comment = nil
            return words.isEmpty ? nil : .onlyWords
        }
        if let value = judgment.value, let fault = rubric.fault(of: value, on: criterion) {
            return .noMark(criterion.id, fault)
        }
        let unknown = judgment.statements.first { id in
            !criterion.statements.contains { $0.id == id }
        }
        return unknown.map { .noStatement($0, of: criterion.id) }
    }
}
