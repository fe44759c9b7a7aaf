/// How long each item of a sitting was on screen to be answered, with its visits added up.
///
/// The list of questions counts as the item that it was opened from.
package struct ScreenTimes: Sendable, Hashable {
    /// Without the items of which nobody can say: the sitting was cut off there, or time ran out
    /// there, and nothing tells how long somebody was still looking.
    package private(set) var known: [Item.ID: Duration] = [:]
    private var unknown: Set<Item.ID> = []
    private var settled: Set<Item.ID> = []
    /// The item on screen, or the one to come back to.
    private var item: Item.ID?
    /// Nil while the sitting is not in sight.
    private var last: Moment?

    /// Follows the steps in order; nil where items were answered that were not on screen, as answers
    /// from a file are.
    package init?(_ steps: some Sequence<Step>) {
        for step in steps {
            if step.kind == .answered, step.item != item { return nil }
            follow(step)
        }
        for item in unknown { known[item] = nil }
    }

    private mutating func follow(_ step: Step) {
        if let item, let last, !settled.contains(item) {
            if step.kind == .resumed || step.kind == .timeRanOut {
                unknown.insert(item)
            } else {
                known[item, default: .zero] += step.moment.passed(since: last)
            }
        }
        switch step.kind {
        case .paused, .leftScreen, .timeRanOut, .submitted, .abandoned: last = nil
        case .begun, .resumed, .cameBack: last = step.moment
        case .answered, .cleared, .flagged, .unflagged, .settled, .moved, .undone, .redone,
            .clockJumped:
            if last != nil { last = step.moment }
        }
        if step.kind == .moved { item = step.item }
        if step.kind == .settled { step.item.map { _ = settled.insert($0) } }
    }
}
