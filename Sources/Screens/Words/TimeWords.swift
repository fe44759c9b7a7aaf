package import Assessment

extension Duration {
    /// As clocks show it: `4:05`, or `1:04:05` where there are hours; what is begun counts.
    var clockText: String {
        let (seconds, rest) = components
        let all = max(seconds + (rest > 0 ? 1 : 0), 0)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = "\(two(all % 60))"
        return all < 3_600
            ? "\(all / 60):\(clock)" : "\(all / 3_600):\(two(all / 60 % 60)):\(clock)"
    }

    /// `14 minutes`, or seconds where there are few.
    package var words: String {
        let seconds = Int(components.seconds)
        if seconds < 120 { return counted(seconds, "second") }
        let minutes = (seconds + 30) / 60
        if minutes < 120 { return counted(minutes, "minute") }
        let hours = (seconds + 1_800) / 3_600
        return hours < 72 ? counted(hours, "hour") : counted((hours + 12) / 24, "day")
    }
}

extension TimeLeft {
    /// A sentence without a full stop; nil where there is no limit.
    package var text: String? {
        switch self {
        case .unlimited: nil
        case .left(let time): "\(time.words) left"
        case .grace, .out: "Time is up"
        }
    }
}

extension TimeWarning {
    /// A sentence without a full stop.
    package var text: String { "\(counted(rawValue, "minute")) left" }
}

extension QuizPolicy {
    /// One sentence on the time limit and what the clock counts.
    package var clockText: String {
        guard let limit = timeLimit else { return "There is no time limit." }
        let counting =
            clock == .wall
            ? "from the start, also while you are away" : "while a question is on screen"
        return "\(Duration(limit).words) \(counting); then it is handed in as it stands."
    }
}
