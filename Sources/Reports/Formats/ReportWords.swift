package import Assessment

/// The few words of our own that every form of a report says alike.
package enum ReportWords {
    package static let contents = "Contents"
    package static let none = "None."
    package static let settled = "settled on"

    package static func asOf(_ time: Timestamp) -> String { "As of \(time.day)" }

    package static func data(_ rows: Int) -> String { "The data: " + counted(rows, "row") }

    package static func score(_ score: Double, of most: Double) -> String {
        "score: \(score.brief) of \(most.brief)"
    }

    package static func likely(_ range: ClosedRange<Double>) -> String {
        "likely between \(range.lowerBound.brief) and \(range.upperBound.brief)"
    }

    package static func passMark(_ cut: Double) -> String { "pass mark: \(cut.brief)" }

    package static func tally(_ count: Int, _ verdict: Verdict) -> String {
        "\(verdict.words): \(count)"
    }

    /// What was got of the marks of a question, or that it has no answer.
    package static func field(_ share: Double?) -> String {
        guard let share, !share.isNaN else { return "not answered" }
        return share >= 1 ? "all marks" : share <= 0 ? "no marks" : "part of the marks"
    }

    /// A number of a chart, with two decimals at most.
    package static func brief(_ number: Double) -> String { number.brief }

    /// Somebody whose name is not told.
    package static func person(_ index: Int) -> String { "person \(index + 1)" }
}
