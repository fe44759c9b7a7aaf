package import Assessment
package import Content
package import Results

/// Why work could not be handed in, reviewed or decided.
package enum ReviewFault: Error, Sendable, Hashable {
    /// What became of a write, the fault says.
    case store(StoreFault)
    case content(FreezingFault)
    /// The rubric was used under this version already, with another text.
    case editedInUse(RubricEdit)
    /// What the submission is to be called is no id.
    case badID(String)
    case takenID(String)
    /// The person cannot judge work of their own.
    case ownWork
    /// The panel has no such seat; these are the roles it has.
    case noSeat([String])
    /// It has to be said what ties the reviewer to the learner.
    case undeclared([Panel.Conflict])
    case barred(Panel.Conflict)
    /// The reviewers do not differ so much that somebody has to settle it.
    case notDisputed
    /// Whoever settles it has to be somebody else.
    case hasReviewed
    case notSeated
    /// There is nothing decided that could be released.
    case notDecided
    /// The rubric's own numbers are too large to add up exactly.
    case notScorable(Rubric.ID)

    /// The store's own fault, where it was one.
    package var store: StoreFault? { if case .store(let fault) = self { fault } else { nil } }
}

/// Runs what only a store can fail at.
func keeping<Answer>(
    _ body: () throws(StoreFault) -> Answer
) throws(ReviewFault) -> Answer {
    do { return try body() } catch { throw .store(error) }
}

/// Runs what only arithmetic can fail at.
func scoring<Answer>(
    _ rubric: Rubric, _ body: () throws(Rational.Overflow) -> Answer
) throws(ReviewFault) -> Answer {
    do { return try body() } catch { throw .notScorable(rubric.id) }
}
