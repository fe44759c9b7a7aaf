package import Assessment
package import Grading

/// How reviews are spoken of, in the same words on every face.
extension SheetScore.Lack {
    /// What the lack is about; nil for the sheet as a whole.
    package var criterion: Criterion.ID? {
        switch self {
        case .mark(let id), .validMark(let id), .comment(let id), .evidence(let id),
            .reason(let id):
            id
        case .assessedWeight, .declaration: nil
        }
    }

    /// What is missing beside the criterion's name; nil for the sheet as a whole.
    package var text: String? {
        switch self {
        case .mark: "no mark"
        case .validMark: "no mark that it takes"
        case .comment: "no comment"
        case .evidence: "no evidence"
        case .reason: "no reason"
        case .assessedWeight, .declaration: nil
        }
    }
}

extension Rubric {
    /// A mark in a word or two that may stand amid a sentence.
    package func text(of value: ScoreSheet.Value, on criterion: Criterion) -> String {
        switch value {
        case .level(let id): levels(of: criterion).first { $0.id == id }?.label ?? id.text
        case .points(let points): points == .one ? "1 point" : "\(points) points"
        case .ratio(let numerator, let denominator): "\(numerator) of \(denominator)"
        case .notApplicable: "does not apply"
        case .none: "words only"
        }
    }

    /// When the criterion needs a comment, amid a sentence; nil where it never does.
    package func commentRule(on criterion: Criterion) -> String? {
        switch criterion.commentRule {
        case .optional: return nil
        case .always: return "needed"
        case .extremes: return "needed with the lowest and the highest mark"
        case .below:
            let level = levels(of: criterion).first { $0.id == criterion.commentBelow }
            return level.map { "needed below \($0.label)" }
        }
    }

    /// What a criterion's gate asks for, in a sentence or two.
    package func text(of gate: Gate, on criterion: Criterion) -> String {
        let least =
            switch gate.threshold {
            case .level(let level): text(of: .level(level), on: criterion)
            case .points(let points): text(of: .points(points), on: criterion)
            }
        return "A pass takes at least \(least) here. \(gate.reason)"
    }
}

extension Review.Refusal {
    /// A sentence without a full stop.
    package func text(_ plan: ReviewPlan) -> String {
        func title(_ id: Criterion.ID) -> String { plan.rubric.criterion(id)?.title ?? id.text }
        return switch self {
        case .notBegun: "The review has not begun"
        case .open: "The review is open already"
        case .submitted: "The review was submitted: revise it to change it"
        case .withdrawn: "The review was withdrawn: revise it to go on"
        case .notOnSheet: "This review does not ask for that"
        case .noMark(let id, let fault): "\(title(id)) \(fault)"
        case .noStatement(let statement, let id):
            "\(title(id)) has no ready-made comment '\(statement)'"
        case .onlyWords: "The work as a whole takes a comment and no mark"
        case .needsReason: "It takes a reason"
        case .nothingToUndo: "There is nothing to undo"
        case .nothingToRedo: "There is nothing to redo"
        }
    }
}
