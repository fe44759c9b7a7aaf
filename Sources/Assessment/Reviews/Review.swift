/// One reviewer's work on one submission: what its steps made of it, and what may happen next.
///
/// A value, as an ``Attempt`` is: the copy that received an event takes the place of the old one
/// only once its steps are on the disk.
///
/// ```swift
/// var next = review
/// let action = next.receive(.judge(place, judgment), at: clock.now)
/// if case .keep(let steps) = action { try store.add(steps) }
/// review = next
/// ```
package struct Review: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        case notBegun, open, submitted, withdrawn
    }

    package let plan: ReviewPlan
    package private(set) var state = State.notBegun
    /// Only what is not empty.
    package private(set) var judgments: [ReviewStep.Place: Judgment] = [:]
    /// How many steps it has; the next one's number is one more.
    package private(set) var stepCount = 0
    /// How often it was handed in or withdrawn.
    package private(set) var revision = 0
    private var lastPlace: ReviewStep.Place?
    private var done: [Change] = []
    private var undone: [Change] = []

    /// Follows the steps kept so far; those that no machine of ours would have kept are followed as
    /// far as they make sense.
    package init(_ plan: ReviewPlan, _ steps: some Sequence<ReviewStep> = []) {
        self.plan = plan
        for step in steps { follow(step) }
    }

    /// The line to go on at: the first, before there was any other.
    package var place: ReviewStep.Place {
        lastPlace.flatMap { plan.places.contains($0) ? $0 : nil } ?? plan.places[0]
    }

    package func judgment(at place: ReviewStep.Place) -> Judgment {
        judgments[place] ?? Judgment()
    }

    /// The words on the work as a whole.
    package var overall: String? { judgments[.overall]?.comment }

    /// What a sheet would say now, in the plan's order.
    package var marks: [ScoreSheet.Mark] {
        plan.places.compactMap { place in
            guard case .criterion(_, let subject) = place,
                let criterion = plan.criterion(at: place)
            else { return nil }
            return judgments[place]?.mark(on: criterion, subject)
        }
    }

    /// Whose judgment undoing would change.
    package var undoable: ReviewStep.Place? { done.last?.place }

    /// Whose judgment redoing would change.
    package var redoable: ReviewStep.Place? { undone.last?.place }

    /// A change of one judgment, with what it takes to go either way.
    private struct Change: Sendable, Hashable {
        let place: ReviewStep.Place
        let before: Judgment
        let after: Judgment
    }

    mutating func follow(_ step: ReviewStep) {
        stepCount += 1
        switch step.kind {
        case .begun, .revised:
            state = .open
            // What was handed in is history: undoing does not reach behind it.
            done = []
            undone = []
        case .judged:
            guard let place = step.place else { return }
            let after = step.judgment ?? Judgment()
            done.append(Change(place: place, before: judgment(at: place), after: after))
            undone = []
            set(after, at: place)
        case .undone:
            guard let change = done.popLast() else { return }
            set(change.before, at: change.place)
            undone.append(change)
        case .redone:
            guard let change = undone.popLast() else { return }
            set(change.after, at: change.place)
            done.append(change)
        case .moved: lastPlace = step.place
        case .looked: return
        case .submitted:
            state = .submitted
            revision += 1
        case .withdrawn:
            state = .withdrawn
            revision += 1
        }
    }

    private mutating func set(_ judgment: Judgment, at place: ReviewStep.Place) {
        judgments[place] = judgment.isEmpty ? nil : judgment
        lastPlace = place
    }
}
