/// One thing that happened in a sitting; the sitting is its steps, in order, and nothing else.
package struct Step: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case begun
        /// The step's item was answered anew, cleared, or marked to be looked at again.
        case answered, cleared, flagged, unflagged
        /// The step's item came on screen.
        case moved
        case undone, redone, paused, resumed
        /// The screen was left while somebody was watching.
        case leftScreen = "left-screen"
        case clockJumped = "clock-jumped"
        case timeRanOut = "time-ran-out"
        case submitted, abandoned

        /// Whether nothing may follow.
        package var isLast: Bool { [.timeRanOut, .submitted, .abandoned].contains(self) }
    }

    package var kind: Kind
    package var item: Item.ID?
    package var answer: Answer?
    /// How sure the learner was, where the quiz asks.
    package var confidence: Int?
    package var time: Timestamp
    /// What the clock that no hand can set said, in microseconds since the machine's start.
    package var uptime: Int64

    package init(
        _ kind: Kind, item: Item.ID? = nil, answer: Answer? = nil, confidence: Int? = nil,
        time: Timestamp, uptime: Int64
    ) {
        self.kind = kind
        self.item = item
        self.answer = answer
        self.confidence = confidence
        self.time = time
        self.uptime = uptime
    }
}
