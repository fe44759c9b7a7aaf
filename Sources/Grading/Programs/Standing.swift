package import Assessment

/// Where a learner is in a program, component by component and competency by competency.
package struct Standing: Sendable, Hashable {
    /// What somebody handed in for a component, and what came of its validations.
    package struct Work: Sendable, Hashable {
        package var evidence: [Component.Evidence.ID: Int]
        package var validations: [Component.Validation.ID: Outcome]
        /// What the component's own quiz came to.
        package var quiz: Outcome?

        package init(
            evidence: [Component.Evidence.ID: Int] = [:],
            validations: [Component.Validation.ID: Outcome] = [:], quiz: Outcome? = nil
        ) {
            self.evidence = evidence
            self.validations = validations
            self.quiz = quiz
        }
    }

    /// What a quiz or an evaluation came to.
    package struct Outcome: Sendable, Hashable {
        package let verdict: Verdict
        package let score: Rational?
        /// Nil where no person has to score.
        package let reviewers: Int?

        package init(verdict: Verdict, score: Rational?, reviewers: Int? = nil) {
            self.verdict = verdict
            self.score = score
            self.reviewers = reviewers
        }
    }

    /// Something that a component still needs.
    package enum Need: Sendable, Hashable {
        case evidence(Component.Evidence.ID, has: Int, needs: Int)
        case validation(Component.Validation.ID)
        case reviewers(Component.Validation.ID, has: Int, needs: Int)
        case verdict(Component.Validation.ID)
        case score(Component.Validation.ID, has: Rational?, needs: Rational)
        /// Of a component with a quiz and no validation: passing it.
        case quiz
    }

    package struct Part: Sendable, Hashable {
        package let component: Component.ID
        package let needs: [Need]

        package var isComplete: Bool { needs.isEmpty }
    }

    /// How far somebody is in a competency, by the components that are complete.
    package struct Level: Sendable, Hashable {
        package let competency: Competency.ID
        /// The highest so far: what is reached once stays reached.
        package let reached: Scale.Level.ID?
        package let target: Scale.Level.ID?
        /// The levels up to the target, the next one first.
        package let ahead: [Scale.Level.ID]
        /// In levels; negative beyond the target, and nil without one.
        package let gap: Int?
        /// What it rests on.
        package let components: [Component.ID]

        package var isMet: Bool? { gap.map { $0 <= 0 } }
    }

    package let parts: [Part]
    package let levels: [Level]
    /// Passed once the program is complete, and undecided until then.
    package let verdict: Verdict
}

extension Standing.Outcome {
    package init(_ evaluation: Evaluation) {
        let verdict = evaluation.verdict.map { $0.isPass ? Verdict.passed : .notPassed }
        self.init(
            verdict: verdict ?? .undecided, score: evaluation.score,
            reviewers: evaluation.counting.count)
    }

    package init(_ grade: QuizGrade) throws(Rational.Overflow) {
        self.init(verdict: grade.verdict, score: try grade.marks.share())
    }
}

extension Program {
    /// Works out where somebody is who has done the work given.
    package func standing(with work: [Component.ID: Standing.Work]) -> Standing {
        let parts = components.map { component in
            Standing.Part(
                component: component.id,
                needs: component.needs(beside: work[component.id] ?? Standing.Work()))
        }
        let complete = Set(parts.filter(\.isComplete).map(\.component))
        let required = Requirement(components: components.filter(\.isRequired).map(\.id))
        let isComplete = (completion.isEmpty ? [required] : completion).allSatisfy { requirement in
            let done = requirement.components.count { complete.contains($0) }
            return done >= requirement.count ?? requirement.components.count
        }
        return Standing(
            parts: parts, levels: competencies.map { level(in: $0, complete) },
            verdict: isComplete ? .passed : .undecided)
    }

    private func level(
        in competency: Competency, _ complete: Set<Component.ID>
    ) -> Standing.Level {
        let steps = scales.first { $0.id == competency.scale }?.levels.map(\.id) ?? []
        let sources = components.filter { component in
            complete.contains(component.id)
                && component.develops.contains { $0.competency == competency.id }
        }
        let reached = sources.flatMap(\.develops).filter { $0.competency == competency.id }
            .compactMap { steps.firstIndex(of: $0.level) }.max()
        let target = targets.first { $0.competency == competency.id }?.level
        let goal = target.flatMap { steps.firstIndex(of: $0) }
        let next = reached.map { $0 + 1 } ?? 0
        return Standing.Level(
            competency: competency.id, reached: reached.map { steps[$0] }, target: target,
            ahead: goal.map { Array(steps.prefix($0 + 1).dropFirst(next)) } ?? [],
            gap: goal.map { $0 + 1 - next }, components: sources.map(\.id))
    }
}

extension Component {
    /// What is still missing, in the order in which the component asks for it.
    fileprivate func needs(beside work: Standing.Work) -> [Standing.Need] {
        let missing = evidence.compactMap { evidence -> Standing.Need? in
            let count = work.evidence[evidence.id] ?? 0
            return count < evidence.minimum
                ? .evidence(evidence.id, has: count, needs: evidence.minimum) : nil
        }
        if validations.isEmpty, quiz != nil, work.quiz?.verdict != .passed {
            return missing + [.quiz]
        }
        return missing
            + validations.compactMap { $0.need(given: work.validations[$0.id]) }
    }
}

extension Component.Validation {
    /// Its own pass mark counts beside the verdict, which knows of gates.
    fileprivate func need(given outcome: Standing.Outcome?) -> Standing.Need? {
        guard let outcome else { return .validation(id) }
        if let reviewers = outcome.reviewers, reviewers < minimumReviewers {
            return .reviewers(id, has: reviewers, needs: minimumReviewers)
        }
        if let passMark, outcome.score.map({ $0 < passMark }) ?? true {
            return .score(id, has: outcome.score, needs: passMark)
        }
        return outcome.verdict == .passed ? nil : .verdict(id)
    }
}
