package import Assessment

/// What somebody may see of an evaluation, given who they are and how far it has come.
package struct Sight: Sendable, Hashable {
    package enum Viewer: Sendable, Hashable {
        case learner
        /// Somebody who scores; a late one is kept from the others' marks as an early one is.
        case reviewer(hasSubmitted: Bool, isBarred: Bool)
        /// Somebody who leads the panel, and may have a conflict of interest about this work.
        case chair(hasConflict: Bool)
    }

    /// Whose marks and comments may be read.
    package enum Sheets: Sendable, Hashable {
        case none, own, all
    }

    package let sheets: Sheets
    package let showsReviewersNames: Bool
    package let showsLearnersName: Bool
    /// How many sheets are in, and whose.
    package let showsProgress: Bool
    /// The combined score, the gates and the verdict, as far as there are any.
    package let showsResult: Bool
    /// The criteria and the words that are for reviewers alone.
    package let showsReviewersCriteria: Bool
}

extension Panel {
    /// Seals marks until all are in, and keeps names apart as the rubric says.
    package func sight(of viewer: Sight.Viewer, at state: Evaluation.State) -> Sight {
        let isWaiting = if case .waiting = state { true } else { false }
        let isDecided = state == .decided
        switch viewer {
        case .learner:
            return Sight(
                sheets: isDecided ? .all : .none,
                showsReviewersNames: isDecided && blindness == .none, showsLearnersName: true,
                showsProgress: false, showsResult: isDecided, showsReviewersCriteria: false)
        case .reviewer(let hasSubmitted, let isBarred):
            let isOpen = !isBarred && (!isSealed || hasSubmitted && !isWaiting)
            return Sight(
                sheets: isOpen ? .all : .own, showsReviewersNames: isOpen,
                showsLearnersName: blindness != .double, showsProgress: isOpen,
                showsResult: isOpen && !isWaiting, showsReviewersCriteria: true)
        case .chair(hasConflict: false):
            let isOpen = !isSealed || !isWaiting
            return Sight(
                sheets: isOpen ? .all : .none, showsReviewersNames: true, showsLearnersName: true,
                showsProgress: true, showsResult: isOpen, showsReviewersCriteria: true)
        case .chair(hasConflict: true):
            // From counts and averages one could tell who gave what.
            return Sight(
                sheets: .none, showsReviewersNames: false, showsLearnersName: true,
                showsProgress: false, showsResult: isDecided, showsReviewersCriteria: false)
        }
    }
}
