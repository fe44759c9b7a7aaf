import Assessment
import Statistics

/// How likely judges hold it that somebody who just passes gets each item right.
struct CutJudgments: Sendable {
    let items: [String]
    let judges: [String]
    /// A row for each item; shares from 0 to 1.
    let ratings: [[Rational]]
}

/// Where judges put the pass mark, by Angoff's method.
struct CutStudy: Sendable {
    /// An item and the lowest and the highest that a judge said of it.
    struct Spread: Sendable, Hashable {
        let item: String
        let lowest: Rational
        let highest: Rational
    }

    /// The pass mark as a share, and how far the mean of such judges strays.
    let share: Figure
    let standardError: Figure
    let items: Int
    /// Each judge's own share, as they stand in the table.
    let judges: [(name: String, share: Rational)]
    /// The items that judges differ on by a quarter or more, the farthest apart first.
    let disputed: [Spread]

    init(_ judgments: CutJudgments) throws(Rational.Overflow) {
        let angoff = try StandardSetting.angoff(judgments.ratings)
        let count = Rational(judgments.items.count)
        share = angoff.share
        items = judgments.items.count
        standardError = Figure(
            on: angoff.standardError.basis,
            otherwise: angoff.standardError.undefined ?? .noData,
            about: angoff.standardError.number.map { $0 / Double(judgments.items.count) })
        var judges: [(name: String, share: Rational)] = []
        for (name, cut) in zip(judgments.judges, angoff.judges) {
            judges.append((name, try cut.divided(by: count) ?? .zero))
        }
        self.judges = judges
        let quarter = try Rational(1, over: 4)
        var disputed: [(Spread, apart: Rational)] = []
        for (item, row) in zip(judgments.items, judgments.ratings) {
            guard let lowest = row.min(), let highest = row.max() else { continue }
            let apart = try highest - lowest
            guard apart >= quarter else { continue }
            disputed.append((Spread(item: item, lowest: lowest, highest: highest), apart))
        }
        self.disputed = disputed.enumerated().sorted { left, right in
            left.1.apart == right.1.apart
                ? left.0 < right.0 : left.1.apart > right.1.apart
        }.map(\.1.0)
    }
}
