extension Attempt {
    /// What a learner, a clock or another program may do to a sitting.
    package enum Event: Sendable, Hashable {
        case begin
        /// Comes back to it, on whatever machine.
        case resume
        /// Answers anew; what stands already is not kept twice.
        case answer(Item.ID, Answer, confidence: Int? = nil)
        case clear(Item.ID)
        /// Gives an answer for good and sees what was right, in a quiz that shows it after each.
        case settle(Item.ID)
        case flag(Item.ID)
        case unflag(Item.ID)
        case move(to: Item.ID)
        /// Takes back the latest change of an answer, to one item or to any.
        case undo(Item.ID? = nil)
        case redo(Item.ID? = nil)
        case leftScreen
        case cameBack
        case pause
        /// A second passes on screen, or somebody looks at a sitting that nobody is at.
        case look
        case submit
        /// Gives up.
        case abandon
    }

    /// What the world outside has to do now.
    package enum Action: Sendable, Hashable {
        /// Make these steps durable, then show what they say.
        case keep([Step])
        /// Make these steps durable; the sitting is over and can be graded.
        case keepAndGrade([Step])
        case nothing
        case refuse(Refusal)

        package var steps: [Step] {
            switch self {
            case .keep(let steps), .keepAndGrade(let steps): steps
            case .nothing, .refuse: []
            }
        }
    }

    /// Why an event changed nothing.
    package enum Refusal: Sendable, Hashable {
        case notBegun
        case alreadyBegun
        /// It has to be resumed first.
        case away
        case over(Ending)
        /// The deadline has passed: all that is left is submitting, for so long.
        case timeIsUp(Duration)
        case notInSitting(Item.ID)
        /// The quiz lets nobody go back, and the item is behind the learner.
        case behind(Item.ID)
        /// The quiz lets nobody go back, and the item has not come on screen yet.
        case ahead(Item.ID)
        case settled(Item.ID)
        case unanswered(Item.ID)
        /// The quiz does not show what was right after each answer.
        case settlesNothing
        case nothingToUndo
        case nothingToRedo
    }
}
