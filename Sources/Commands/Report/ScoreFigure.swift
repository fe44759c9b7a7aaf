import Assessment
import Reports
import Results
import Sittings
import Statistics

/// A score beside the pass mark, and how far another quiz like it might be from it.
struct ScoreFigure {
    let marks: Marks
    let passMark: Rational

    /// Nil where the learner may not see the score.
    init?(_ review: SittingReview, _ sitting: KeptSitting) {
        guard let marks = review.marks, marks.possible > .zero else { return nil }
        self.marks = marks
        passMark = sitting.quiz.passMark
    }

    var figure: Reports.Figure {
        let cut = try? passMark * marks.possible
        var table = Reports.Table(
            "score", "The score",
            [.init("what", "What"), .init("points", "Points", isNumeric: true)])
        table.add([.text("Score"), .mark(marks.earned, cut: cut)])
        if let cut { table.add([.text("Pass mark"), .mark(cut)]) }
        table.add([.text("Possible"), .mark(marks.possible)])
        if let likely {
            table.add([.text("Likely from"), .count(likely.lowerBound)])
            table.add([.text("Likely to"), .count(likely.upperBound)])
        }
        return Reports.Figure(
            "Score", finding: finding(cut),
            .score(
                Double(marks.earned), of: Double(marks.possible), cut: cut.map { Double($0) },
                likely: likely.map { Double($0.lowerBound)...Double($0.upperBound) }), table)
    }

    private func finding(_ cut: Rational?) -> String {
        let score = "\(Value.mark(marks.earned, cut: cut).text) of \(marks.possible) points"
        let mark = cut.map { ", where \($0) pass" } ?? ""
        guard let likely else { return "\(score)\(mark)." }
        return "\(score)\(mark). Another quiz like this would most likely give "
            + "\(likely.lowerBound) to \(likely.upperBound)."
    }

    /// Wilson's interval in whole points; nil where points are no questions, so that it says nothing.
    private var likely: ClosedRange<Int>? {
        guard marks.possible.isWhole, let units = Int(exactly: marks.possible.numerator), units > 1,
            let interval = Interval(
                wilson: Int(Double(marks.earned).rounded(.down)), of: units)
        else { return nil }
        let lower = Int((interval.lower * Double(units)).rounded())
        let upper = Int((interval.upper * Double(units)).rounded())
        return min(lower, upper)...max(lower, upper)
    }
}
