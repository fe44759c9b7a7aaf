package import Assessment

/// What a rubric makes of all sheets on one subject: a verdict with everything it rests on.
package struct Evaluation: Sendable, Hashable {
    /// How far the panel has come.
    package enum State: Sendable, Hashable {
        case waiting([Vacancy])
        /// Reviewers differ too much, and have to talk, or an adjudicator to settle it.
        case disputed(Panel.Disagreement)
        case decided
    }

    /// Something without which there is no verdict yet.
    package enum Vacancy: Sendable, Hashable {
        case quorum(has: Int, needs: Int)
        case seat(Panel.Seat.ID, has: Int, needs: Int)
        case assessedWeight(Rational, least: Rational)
    }

    /// Where reviewers differ by more than the panel tolerates.
    package enum Difference: Sendable, Hashable {
        case total(Rational, tolerance: Rational)
        case levels(Criterion.ID, steps: Int, tolerance: Int)
    }

    /// A gate and what the marks make of it.
    package struct GateOutcome: Sendable, Hashable {
        package enum State: Sendable, Hashable {
            case met, notMet
            case waived(Waiver)
        }

        package let criterion: Criterion.ID
        package let gate: Gate
        package let state: State
        /// The reviewers whose own mark does not reach it.
        package let below: [String]
    }

    /// A mark that falls short of full on a checklist.
    package struct Finding: Sendable, Hashable {
        package let criterion: Criterion.ID
        package let reviewer: String
        package let mark: MarkScore
        /// What is to be done about it, in the reviewer's words.
        package let comment: String?
    }

    package let subject: String?
    /// The sheets that the score is made of, by reviewer.
    package let counting: [SheetScore]
    package let excluded: [ExcludedSheet]
    /// What made one mark of several.
    package let rule: Panel.Rule
    /// Each criterion with the reviewers' marks made one.
    package let whole: ScoredNode
    /// From 0 to 1; nil where nothing could be scored.
    package let score: Rational?
    /// What was taken off, or added, for a reviewer's severity.
    package let severity: [String: Rational]
    package let gates: [GateOutcome]
    package let differences: [Difference]
    package let findings: [Finding]
    package let state: State
    /// The band that holds for the marks as they are, decided or not.
    package let band: VerdictBand?

    /// Nil until it is decided.
    package var verdict: VerdictBand? { state == .decided ? band : nil }

    /// Conflicts of interest that are on record and keep nobody off, by reviewer.
    package var declarations: [(reviewer: String, conflict: String)] {
        counting.compactMap { score in
            guard let conflict = score.sheet.conflict, conflict != ScoreSheet.noConflict else {
                return nil
            }
            return (score.sheet.reviewer, conflict)
        }
    }
}

/// Somebody's word that a gate need not be met this time.
package struct Waiver: Sendable, Hashable {
    package let criterion: Criterion.ID
    /// The role it is given in; only the one that the gate names may.
    package let role: String
    package let reason: String

    package init(criterion: Criterion.ID, role: String, reason: String) {
        self.criterion = criterion
        self.role = role
        self.reason = reason
    }
}
