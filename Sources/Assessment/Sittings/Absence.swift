/// A time in which a sitting that was begun was not in sight; it tells nothing of why.
package struct Absence: Sendable, Hashable {
    /// How it began.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Something else had the screen, while the sitting went on.
        case leftScreen = "left-screen"
        /// The sitting was left for later, or its program was stopped.
        case paused
        /// The program ended without a word, at its last sign of life or after it.
        case cutOff = "cut-off"
    }

    package let kind: Kind
    package let start: Moment
    /// Nil where it goes on.
    package let end: Moment?

    package init(kind: Kind, start: Moment, end: Moment?) {
        self.kind = kind
        self.start = start
        self.end = end
    }

    /// Nil where it goes on.
    package var length: Duration? { end.map { $0.passed(since: start) } }

    /// Every absence that the steps tell of, in their order.
    package static func all(in steps: some Sequence<Step>) -> [Absence] {
        var absences: [Absence] = []
        var open: (kind: Kind, start: Moment)?
        var last: Step?
        for step in steps {
            switch step.kind {
            case .leftScreen: open = open ?? (.leftScreen, step.moment)
            case .paused: open = (.paused, open?.start ?? step.moment)
            case .resumed where open?.kind != .paused:
                open = last.map { (.cutOff, open?.start ?? $0.moment) }
            case .begun, .answered, .cleared, .flagged, .unflagged, .settled, .moved, .undone,
                .redone, .resumed, .cameBack, .clockJumped, .timeRanOut, .submitted, .abandoned:
                break
            }
            if let ended = open, step.kind.isLast || [.resumed, .cameBack].contains(step.kind) {
                absences.append(
                    Absence(kind: ended.kind, start: ended.start, end: step.moment))
                open = nil
            }
            last = step
        }
        return absences + (open.map { [Absence(kind: $0.kind, start: $0.start, end: nil)] } ?? [])
    }
}
