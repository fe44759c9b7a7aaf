/// What the clocks of one machine say together.
package struct Moment: Sendable, Hashable {
    package var time: Timestamp
    /// What the clock that no hand can set says, in microseconds since the machine's start, sleep
    /// included.
    package var uptime: Int64
    /// Which start of which machine the uptime counts from; nil where nobody knows.
    package var boot: String?

    package init(time: Timestamp, uptime: Int64, boot: String?) {
        self.time = time
        self.uptime = uptime
        self.boot = boot
    }

    /// What passed by the clock that no hand can set; nil where it counts from another start.
    package func uptime(since earlier: Moment) -> Duration? {
        guard let boot, boot == earlier.boot, uptime >= earlier.uptime else { return nil }
        return .microseconds(Int128(uptime) - Int128(earlier.uptime))
    }

    /// What passed by that clock where it went on, and else by the one on the wall, but never less than
    /// nothing.
    package func passed(since earlier: Moment) -> Duration {
        uptime(since: earlier) ?? max(.zero, time.since(earlier.time))
    }

    /// What both clocks would say later, were nobody to touch them.
    package func advanced(by duration: Duration) -> Moment {
        Moment(
            time: time.advanced(by: duration),
            uptime: Int64(clamping: Int128(uptime) + duration.wholeMicroseconds), boot: boot)
    }
}

extension Timestamp {
    /// Negative where the other is later.
    package func since(_ earlier: Timestamp) -> Duration {
        .microseconds(Int128(microseconds) - Int128(earlier.microseconds))
    }

    /// Stays at the first or the last time there is, where a duration leads beyond.
    package func advanced(by duration: Duration) -> Timestamp {
        Timestamp(
            microseconds: Int64(clamping: Int128(microseconds) + duration.wholeMicroseconds))
    }
}

extension Duration {
    package init(_ seconds: Seconds) {
        self = .seconds(seconds.count)
    }

    fileprivate var wholeMicroseconds: Int128 {
        let (seconds, attoseconds) = components
        return Int128(seconds) * 1_000_000 + Int128(attoseconds / 1_000_000_000_000)
    }
}
