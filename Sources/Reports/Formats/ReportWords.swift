package import Assessment

/// The few words of our own that every form of a report says alike.
package enum ReportWords {
    package static let facts = "At a glance"
    package static let contents = "Contents"
    package static let none = "None."
    package static let settled = "settled on"

    package static func asOf(_ time: Timestamp) -> String { "As of \(time.day)" }

    package static func data(_ rows: Int) -> String { "The data: " + counted(rows, "row") }

    static func score(_ score: Double, of most: Double) -> String {
        "score: \(score.brief) of \(most.brief)"
    }

    static func likely(_ range: ClosedRange<Double>) -> String {
        "likely between \(range.lowerBound.brief) and \(range.upperBound.brief)"
    }

    static func passMark(_ cut: Double) -> String { "pass mark: \(cut.brief)" }

    static func tally(_ count: Int, _ verdict: Verdict) -> String {
        "\(verdict.words): \(count)"
    }

    static func field(_ symbol: Symbol) -> String {
        switch symbol {
        case .full: "all marks"
        case .part: "part of the marks"
        case .zero: "no marks"
        default: "not answered"
        }
    }

    /// Somebody whose name is not told.
    static func person(_ index: Int) -> String { "person \(index + 1)" }
}
