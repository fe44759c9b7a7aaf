import Assessment
import Statistics

/// What a mark on a criterion may be, lowest first, used or not.
struct RatingScale: Sendable {
    let levels: [(name: String, points: Rational)]

    /// The words of `--levels`, lowest first; numbers are their own points.
    init(words: String) throws(CommandFault) {
        let names = words.split(separator: ",").map { String($0).trimmed }
        let numbers = names.compactMap { try? Rational(exactly: $0) }
        let points = numbers.count == names.count ? numbers : names.indices.map { Rational($0) }
        guard names.count > 1, Set(names).count == names.count,
            zip(points, points.dropFirst()).allSatisfy({ $0 < $1 })
        else {
            throw CommandFault(
                .usage,
                "\(CommandFault.quoted(words)) names no levels from the lowest to the highest",
                advice: "write two or more with commas, such as low,good,best")
        }
        levels = zip(names, points).map { ($0, $1) }
    }

    /// What the rubric says of a criterion.
    init(_ criterion: Criterion, of rubric: Rubric) throws(CommandFault) {
        switch criterion.kind {
        case .levels(let id), .check(let id):
            let scale = rubric.scales.first { $0.id == id }
            levels = (scale?.levels ?? []).compactMap { level in
                let own = criterion.descriptors.first { $0.level == level.id }?.points
                return (own ?? level.points).map { (level.id.text, $0) }
            }.sorted { $0.1 < $1.1 }
        case .points(let minimum, let maximum, let step):
            levels = try Self.steps(from: minimum, through: maximum, by: step, criterion)
        case .measure, .share, .text:
            throw CommandFault(
                .badData, "'\(criterion.id)' is marked with no levels that could be compared",
                advice: "name a criterion of levels, checks or points")
        }
    }

    private static func steps(
        from minimum: Rational, through maximum: Rational, by step: Rational, _ criterion: Criterion
    ) throws(CommandFault) -> [(name: String, points: Rational)] {
        var levels: [(name: String, points: Rational)] = []
        var points = minimum
        while points <= maximum {
            levels.append((points.description, points))
            guard levels.count <= 1_000, let next = try? points + step, next > points else {
                throw CommandFault(
                    .badData, "'\(criterion.id)' has too many steps to be compared as levels")
            }
            points = next
        }
        return levels
    }

    /// The place of the level that a cell means, by its name or its points; nil where it means none.
    func place(of text: String) -> Int? {
        if let place = levels.firstIndex(where: { $0.name == text }) { return place }
        guard let points = try? Rational(exactly: text) else { return nil }
        return levels.firstIndex { $0.points == points }
    }

    /// Nil for a mark that is none, such as `not applicable`, or that an earlier scale had.
    func place(of value: ScoreSheet.Value?) -> Int? {
        switch value {
        case .level(let level): levels.firstIndex { $0.name == level.text }
        case .points(let points): levels.firstIndex { $0.points == points }
        case .ratio, .notApplicable, ScoreSheet.Value.none?, nil: nil
        }
    }

    var names: String { levels.map(\.name).joined(separator: ", ") }
}
