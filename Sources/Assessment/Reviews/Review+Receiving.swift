extension Review {
    /// What a reviewer may do to a sheet.
    package enum Event: Sendable, Hashable {
        case begin
        /// Marks, comments on, or clears one place; what stands already is not kept twice.
        case judge(ReviewStep.Place, Judgment)
        case move(to: ReviewStep.Place)
        /// Takes back the latest change of a judgment.
        case undo
        case redo
        /// Notes what a piece of evidence was found to be.
        case look(String)
        case submit
        case withdraw(reason: String)
        /// Opens again what was handed in or withdrawn.
        case revise(reason: String)
    }

    /// What the world outside has to do now.
    package enum Action: Sendable, Hashable {
        /// Make these steps durable, then show what they say.
        case keep([ReviewStep])
        /// Make these steps durable, and the sheet as it stands with them.
        case keepAndFile([ReviewStep], ScoreSheet.Status)
        case nothing
        case refuse(Refusal)

        package var steps: [ReviewStep] {
            switch self {
            case .keep(let steps), .keepAndFile(let steps, _): steps
            case .nothing, .refuse: []
            }
        }
    }

    /// Why an event changed nothing.
    package enum Refusal: Sendable, Hashable {
        case notBegun
        /// It is being worked on.
        case open
        case submitted
        case withdrawn
        case notOnSheet(ReviewStep.Place)
        case noMark(Criterion.ID, MarkFault)
        case noStatement(Criterion.Statement.ID, of: Criterion.ID)
        /// The work as a whole has words and no mark.
        case onlyWords
        case needsReason
        case nothingToUndo
        case nothingToRedo
    }

    /// What an event makes of the sheet at a time.
    ///
    /// Whether a sheet lacks anything is for the rubric's arithmetic to say before `submit` comes.
    package mutating func receive(_ event: Event, at time: Timestamp) -> Action {
        switch (state, event) {
        case (.notBegun, .begin): keep(ReviewStep(.begun, time: time))
        case (.notBegun, .judge), (.notBegun, .move), (.notBegun, .undo), (.notBegun, .redo),
            (.notBegun, .look), (.notBegun, .submit), (.notBegun, .withdraw),
            (.notBegun, .revise):
            .refuse(.notBegun)

        case (.open, .begin), (.open, .revise): .refuse(.open)
        case (.open, .judge(let place, let judgment)): judge(place, judgment, at: time)
        case (.open, .move(let place)): move(to: place, at: time)
        case (.open, .undo):
            undoable == nil ? .refuse(.nothingToUndo) : keep(ReviewStep(.undone, time: time))
        case (.open, .redo):
            redoable == nil ? .refuse(.nothingToRedo) : keep(ReviewStep(.redone, time: time))
        case (.open, .look(let found)): keep(ReviewStep(.looked, words: found, time: time))
        case (.open, .submit): file(.submitted, .submitted, at: time)

        case (.open, .withdraw(let reason)), (.submitted, .withdraw(let reason)):
            reason.isBlank
                ? .refuse(.needsReason) : file(.withdrawn, .withdrawn, reason, at: time)
        case (.submitted, .revise(let reason)), (.withdrawn, .revise(let reason)):
            reason.isBlank
                ? .refuse(.needsReason) : keep(ReviewStep(.revised, words: reason, time: time))

        case (.submitted, .begin), (.submitted, .judge), (.submitted, .move), (.submitted, .undo),
            (.submitted, .redo), (.submitted, .look), (.submitted, .submit):
            .refuse(.submitted)
        case (.withdrawn, .begin), (.withdrawn, .judge), (.withdrawn, .move), (.withdrawn, .undo),
            (.withdrawn, .redo), (.withdrawn, .look), (.withdrawn, .submit),
            (.withdrawn, .withdraw):
            .refuse(.withdrawn)
        }
    }

    private mutating func judge(
        _ place: ReviewStep.Place, _ judgment: Judgment, at time: Timestamp
    ) -> Action {
        if let refusal = plan.fault(of: judgment, at: place) { return .refuse(refusal) }
        if self.judgment(at: place) == judgment { return .nothing }
        return keep(ReviewStep(.judged, at: place, judgment, time: time))
    }

    private mutating func move(to place: ReviewStep.Place, at time: Timestamp) -> Action {
        guard plan.places.contains(place) else { return .refuse(.notOnSheet(place)) }
        return self.place == place ? .nothing : keep(ReviewStep(.moved, at: place, time: time))
    }

    private mutating func file(
        _ kind: ReviewStep.Kind, _ status: ScoreSheet.Status, _ reason: String? = nil,
        at time: Timestamp
    ) -> Action {
        let step = ReviewStep(kind, words: reason, time: time)
        follow(step)
        return .keepAndFile([step], status)
    }

    private mutating func keep(_ step: ReviewStep) -> Action {
        follow(step)
        return .keep([step])
    }
}

extension String {
    /// Whether it says nothing.
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
