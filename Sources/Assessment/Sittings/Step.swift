/// One thing that happened in a sitting; the sitting is its steps, in order, and nothing else.
package struct Step: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case begun
        /// The step's item was answered anew, cleared, or marked to be looked at again.
        case answered, cleared, flagged, unflagged
        /// What was right came on screen, and the step's item can be answered no more.
        case settled
        /// The step's item came on screen, or is still there.
        case moved
        case undone, redone, paused, resumed
        /// The screen was left while somebody was watching.
        case leftScreen = "left-screen"
        /// The screen came back after it was left.
        case cameBack = "came-back"
        /// Since the step before, the wall clock went otherwise than time does.
        case clockJumped = "clock-jumped"
        /// Nothing more was done until the deadline, whose time the step has.
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
    /// Which start of which machine the uptime counts from; nil where nobody knows.
    package var boot: String?

    package init(
        _ kind: Kind, item: Item.ID? = nil, answer: Answer? = nil, confidence: Int? = nil,
        time: Timestamp, uptime: Int64, boot: String? = nil
    ) {
        self.kind = kind
        self.item = item
        self.answer = answer
        self.confidence = confidence
        self.time = time
        self.uptime = uptime
        self.boot = boot
    }

    package init(
        _ kind: Kind, item: Item.ID? = nil, answer: Answer? = nil, confidence: Int? = nil,
        at moment: Moment
    ) {
        self.init(
            kind, item: item, answer: answer, confidence: confidence, time: moment.time,
            uptime: moment.uptime, boot: moment.boot)
    }

    package var moment: Moment { Moment(time: time, uptime: uptime, boot: boot) }
}
