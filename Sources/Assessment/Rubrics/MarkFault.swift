/// Why a value cannot be a mark on a criterion, in words that fit after the criterion's name.
package enum MarkFault: Error, Sendable, Hashable, CustomStringConvertible {
    case noLevel(Scale.Level.ID)
    case outside(minimum: Rational, maximum: Rational)
    case offStep(Rational)
    case alwaysApplies
    /// The criterion is marked in another way.
    case otherKind(Criterion.Kind)

    package var description: String {
        switch self {
        case .noLevel(let level): "has no level '\(level)'"
        case .outside(let minimum, let maximum): "takes \(minimum) to \(maximum) points"
        case .offStep(let step): "takes points in steps of \(step)"
        case .alwaysApplies: "has to be marked: it always applies"
        case .otherKind(let kind): "is of kind '\(kind.name)', and the mark is not"
        }
    }
}

extension Rubric {
    package func criterion(_ id: Criterion.ID) -> Criterion? {
        allCriteria.first { $0.id == id }
    }

    /// The levels a criterion is marked with; none where it is marked in another way.
    package func levels(of criterion: Criterion) -> [Scale.Level] {
        scales.first { $0.id == criterion.kind.scale }?.levels ?? []
    }

    /// What keeps a value from being a mark on the criterion; nil where nothing does.
    package func fault(of value: ScoreSheet.Value, on criterion: Criterion) -> MarkFault? {
        switch (value, criterion.kind) {
        case (.level(let level), .levels), (.level(let level), .check):
            return levels(of: criterion).contains { $0.id == level } ? nil : .noLevel(level)
        case (.points(let points), .points(let minimum, let maximum, let step)):
            if points < minimum || points > maximum {
                return .outside(minimum: minimum, maximum: maximum)
            }
            let steps = (try? points - minimum).flatMap { try? $0.divided(by: step) }
            return steps?.isWhole == true ? nil : .offStep(step)
        case (.notApplicable, _): return criterion.allowsNotApplicable ? nil : .alwaysApplies
        case (.ratio, .measure), (.points, .share), (.none, .text): return nil
        default: return .otherKind(criterion.kind)
        }
    }
}
