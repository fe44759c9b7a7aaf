package import Assessment
internal import Grading

/// How marks are asked for and typed, in the same way on every face.
extension Criterion.Kind {
    /// What to do, in one sentence.
    package var instruction: String {
        switch self {
        case .levels: "Choose a level."
        case .check: "Choose one."
        case .points(let minimum, let maximum, let step):
            step == .one
                ? "Type \(minimum) to \(maximum) points."
                : "Type \(minimum) to \(maximum) points, in steps of \(step)."
        case .measure(let target):
            "Type how many of how many, such as 18/20; the target is \(target.shareText)."
        case .share(let target, let tolerance):
            "Type its amount; \(target.shareText) of the whole is asked, give or take "
                + "\(tolerance.shareText)."
        case .text: "Words only: there is no mark."
        }
    }

    /// Whether marks are chosen rather than typed.
    package var hasLevels: Bool { scale != nil }

    fileprivate var isShare: Bool { if case .share = self { true } else { false } }
}

/// Why a typed text is no mark on a criterion.
package struct MarkEntryFault: Error, Sendable, Hashable {
    /// A sentence on what to type instead.
    package let advice: String
}

extension Rubric {
    /// What a level is worth on the criterion; nil where it is no answer on the scale.
    package func points(of level: Scale.Level, on criterion: Criterion) -> Rational? {
        guard let points = level.points else { return nil }
        return criterion.descriptors.first { $0.level == level.id }?.points ?? points
    }

    /// Reads what was typed as a mark on a criterion that has no levels.
    package func mark(
        typed text: String, on criterion: Criterion
    ) throws(MarkEntryFault) -> ScoreSheet.Value {
        let value: ScoreSheet.Value
        if case .measure = criterion.kind {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let top = Self.number(parts[0]),
                let bottom = Self.number(parts[1]), !top.isNegative, !bottom.isNegative
            else { throw MarkEntryFault(advice: criterion.kind.instruction) }
            value = .ratio(numerator: top, denominator: bottom)
        } else {
            guard let points = Self.number(text[...]), !criterion.kind.isShare || !points.isNegative
            else {
                throw MarkEntryFault(advice: criterion.kind.instruction)
            }
            value = .points(points)
        }
        if let fault = fault(of: value, on: criterion) {
            throw MarkEntryFault(advice: "This criterion \(fault).")
        }
        return value
    }

    /// A mark as it would be typed; empty for what is chosen.
    package func typed(_ value: ScoreSheet.Value?) -> String {
        switch value {
        case .points(let points): points.description
        case .ratio(let numerator, let denominator): "\(numerator)/\(denominator)"
        case .level, .notApplicable, ScoreSheet.Value.none?, nil: ""
        }
    }

    private static func number(_ text: Substring) -> Rational? {
        guard let typed = try? TypedNumber(String(text)), typed.unit.isEmpty else { return nil }
        return typed.value
    }
}
