extension Attempt {
    /// How long active time may pass without a step, and so be lost with a program that is killed.
    package static let signOfLife = Duration.seconds(30)

    /// What an event makes of the sitting at a moment.
    ///
    /// The deadline itself is in time: answers are taken until then, a submission until the grace is
    /// over as well. Past that, whatever comes ends the sitting, with the deadline's time; so does
    /// leaving or coming back within the grace, when there is nothing left to do but submit.
    package mutating func receive(_ event: Event, at moment: Moment) -> Action {
        switch (situation(at: moment), event) {
        case (.notBegun, .begin): begin(at: moment)
        case (.notBegun, .abandon): keep(.abandoned, at: moment)
        case (.notBegun, .look), (.notBegun, .pause), (.notBegun, .leftScreen),
            (.notBegun, .cameBack):
            .nothing
        case (.notBegun, .resume), (.notBegun, .answer), (.notBegun, .clear), (.notBegun, .settle),
            (.notBegun, .flag), (.notBegun, .unflag), (.notBegun, .move), (.notBegun, .undo),
            (.notBegun, .redo), (.notBegun, .submit):
            .refuse(.notBegun)

        case (.away, .resume): resume(at: moment)
        case (.awayInGrace, .resume): closeAtDeadline()
        case (.away, .abandon), (.awayInGrace, .abandon): keep(.abandoned, at: moment)
        case (.away, .look), (.away, .pause), (.away, .leftScreen), (.away, .cameBack),
            (.awayInGrace, .look), (.awayInGrace, .pause), (.awayInGrace, .leftScreen),
            (.awayInGrace, .cameBack):
            .nothing
        case (.away, .begin), (.awayInGrace, .begin): .refuse(.alreadyBegun)
        case (.away, _), (.awayInGrace, _): .refuse(.away)

        case (.onScreen, .answer(let item, let answer, let confidence)):
            self.answer(item, answer, confidence, at: moment)
        case (.onScreen, .clear(let item)): clear(item, at: moment)
        case (.onScreen, .settle(let item)): settle(item, at: moment)
        case (.onScreen, .flag(let item)): flag(item, .flagged, at: moment)
        case (.onScreen, .unflag(let item)): flag(item, .unflagged, at: moment)
        case (.onScreen, .move(let item)): move(to: item, at: moment)
        case (.onScreen, .undo(let item)):
            change(item, answers.undoable(of: item), .undone, or: .nothingToUndo, at: moment)
        case (.onScreen, .redo(let item)):
            change(item, answers.redoable(of: item), .redone, or: .nothingToRedo, at: moment)
        case (.onScreen, .leftScreen):
            plan.policy.isProctored && !isOutOfSight ? keep(.leftScreen, at: moment) : .nothing
        case (.onScreen, .cameBack): isOutOfSight ? keep(.cameBack, at: moment) : .nothing
        case (.onScreen, .pause): keep(.paused, at: moment)
        case (.onScreen, .look): look(at: moment)
        case (.onScreen, .resume): .nothing
        case (.onScreen, .submit), (.grace, .submit): submit(at: moment)
        case (.onScreen, .abandon), (.grace, .abandon): keep(.abandoned, at: moment)
        case (.onScreen, .begin), (.grace, .begin): .refuse(.alreadyBegun)

        case (.grace, .pause): closeAtDeadline()
        case (.grace, .look), (.grace, .resume), (.grace, .leftScreen), (.grace, .cameBack):
            .nothing
        case (.grace(let left), .answer), (.grace(let left), .clear), (.grace(let left), .settle),
            (.grace(let left), .flag), (.grace(let left), .unflag), (.grace(let left), .move),
            (.grace(let left), .undo), (.grace(let left), .redo):
            .refuse(.timeIsUp(left))

        case (.out, _): closeAtDeadline()

        case (.over, .look), (.over, .pause), (.over, .leftScreen), (.over, .cameBack): .nothing
        case (.over(let ending), _): .refuse(.over(ending))
        }
    }

    /// The state and the time together, which is what a rule depends on.
    private enum Situation {
        case notBegun, away, awayInGrace, onScreen
        case grace(Duration)
        case out
        case over(Ending)
    }

    private func situation(at moment: Moment) -> Situation {
        switch (state, timeLeft(at: moment)) {
        case (.notBegun, _): .notBegun
        case (.over(let ending), _): .over(ending)
        case (.away, .unlimited), (.away, .left): .away
        case (.away, .grace): .awayInGrace
        case (.onScreen, .unlimited), (.onScreen, .left): .onScreen
        case (.onScreen, .grace(let left)): .grace(left)
        case (.away, .out), (.onScreen, .out): .out
        }
    }

    private mutating func begin(at moment: Moment) -> Action {
        keep([Step(.begun, at: moment)] + plan.items.prefix(1).map { shown($0, at: moment) })
    }

    private mutating func resume(at moment: Moment) -> Action {
        // After the resuming, because time before it was away, and may not count.
        let jump = clock.hasJumped(at: moment) ? [Step(.clockJumped, at: moment)] : []
        return keep([Step(.resumed, at: moment)] + jump)
    }

    private mutating func submit(at moment: Moment) -> Action {
        .keepAndGrade(followed(noting(Step(.submitted, at: moment))))
    }

    private mutating func closeAtDeadline() -> Action {
        guard let deadline = clock.deadline else { return .nothing }
        return .keepAndGrade(followed([Step(.timeRanOut, at: deadline)]))
    }

    private mutating func look(at moment: Moment) -> Action {
        if clock.hasJumped(at: moment) { return keep([Step(.clockJumped, at: moment)]) }
        guard clock.policy == .active, let last = clock.last, let item,
            let passed = moment.uptime(since: last), passed >= Self.signOfLife
        else { return .nothing }
        return keep([shown(item, at: moment)])
    }

    func shown(_ item: Item.ID, at moment: Moment) -> Step { Step(.moved, item: item, at: moment) }

    mutating func keep(_ kind: Step.Kind, _ item: Item.ID? = nil, at moment: Moment) -> Action {
        keep(noting(Step(kind, item: item, at: moment)))
    }

    mutating func keep(_ steps: [Step]) -> Action { .keep(followed(steps)) }

    private mutating func followed(_ steps: [Step]) -> [Step] {
        for step in steps { follow(step) }
        return steps
    }

    /// The step, after a note of the clock's jump where there was one since the last.
    func noting(_ step: Step) -> [Step] {
        (clock.hasJumped(at: step.moment) ? [Step(.clockJumped, at: step.moment)] : []) + [step]
    }
}
