import Assessment
import Grading
import Reports
import Statistics

/// How far several learners are from what a program wants of them in one competency.
///
/// Levels are counted from 1, the lowest of the scale, and no level yet is 0.
struct CompetencyGap {
    let title: String
    let program: String
    let learners: Int
    /// Those who are at no target yet.
    let below: Int
    private let scale: [Scale.Level]
    private let goal: Scale.Level?
    private let reached: [Rational]
    /// How many levels a learner lacks in the mean; nothing beyond the target makes up for others.
    private let lacking: Rational

    init(
        _ competency: Competency, of program: Program, _ standings: [Standing]
    ) throws(Rational.Overflow) {
        title = competency.title
        self.program = program.id.text
        let scale = program.scales.first { $0.id == competency.scale }?.levels ?? []
        self.scale = scale
        let levels = standings.flatMap(\.levels).filter { $0.competency == competency.id }
        learners = levels.count
        below = levels.count { $0.isMet == false }
        goal = scale.first { $0.id == levels.first?.target }
        reached = levels.compactMap { level in
            scale.firstIndex { $0.id == level.reached }.map { Rational($0 + 1) }
        }
        let lacked = levels.reduce(0) { $0 + max(0, $1.gap ?? 0) }
        lacking = try Rational(lacked).divided(by: Rational(levels.count)) ?? .zero
    }

    var hasTarget: Bool { goal != nil }

    var target: String { goal?.label ?? "none" }

    /// `Levels in lead: 1 Starts, 2 Does, 3 Leads.`
    var scaleNote: String {
        let levels = scale.enumerated().map { "\($0 + 1) \($1.label)" }
        return "Levels in \(program): \(levels.joined(separator: ", "))."
    }

    var row: [Value] {
        let basis = Basis(units: reached.count, missing: learners - reached.count)
        func middle(_ figure: Statistics.Figure) -> Value {
            figure.exact.map { .mark($0) } ?? .missing("nobody has a level")
        }
        return [
            .text(program), .text(title), goal.map { .text($0.label) } ?? .missing("no target"),
            hasTarget ? .count(below) : .missing(), .count(learners),
            hasTarget ? .mark(lacking) : .missing(), .count(reached.count),
            middle(.median(of: reached, on: basis)), middle(.mean(of: reached, on: basis)),
        ]
    }
}

extension [CompetencyGap] {
    /// The largest gap first, those without a target last.
    var sortedByLack: [CompetencyGap] {
        enumerated().sorted { left, right in
            left.element.order(left.offset) < right.element.order(right.offset)
        }.map(\.element)
    }
}

extension CompetencyGap {
    /// Programs' own order among equals.
    fileprivate func order(_ place: Int) -> (Int, Rational, Int, Int) {
        (hasTarget ? 0 : 1, -lacking, -below, place)
    }
}
