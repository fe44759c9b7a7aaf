import Assessment
import Reviews

/// The words for reviews that several commands say.
enum SubmissionWords {
    static func submitted(_ revision: Int) -> String {
        revision == 1 ? "Submitted." : "Submitted anew, as version \(revision)."
    }

    static func state(_ state: QueueEntry.State) -> String {
        switch state {
        case .waiting: "waiting"
        case .inProgress: "in progress"
        case .adjudication: "needs adjudication"
        case .submitted: "submitted"
        case .withdrawn: "withdrawn"
        case .decided: "decided, not released"
        case .released: "released"
        }
    }

    static func refusal(_ refusal: Review.Refusal) -> String {
        switch refusal {
        case .notBegun: "the sheet is not begun: 'assay review start' begins it"
        case .open: "the sheet is open"
        case .submitted: "the sheet is submitted: 'assay review revise' opens it again"
        case .withdrawn: "the sheet is withdrawn: 'assay review revise' opens it again"
        case .notOnSheet(.criterion(let id, nil)): "the sheet has no criterion '\(id)'"
        case .notOnSheet(.criterion(let id, let subject?)):
            "the sheet has no criterion '\(id)' of '\(subject)'"
        case .notOnSheet(.overall), .onlyWords: "the work as a whole has words, and no mark"
        case .noMark(let id, let fault): "criterion '\(id)' \(fault)"
        case .noStatement(let statement, let id):
            "criterion '\(id)' has no ready-made comment '\(statement)'"
        case .needsReason: "it needs a reason"
        case .nothingToUndo: "there is nothing to undo"
        case .nothingToRedo: "there is nothing to redo"
        }
    }

    /// What stands at a criterion: `2, Good`, or `not marked`.
    static func mark(_ judgment: Judgment, on criterion: Criterion, in rubric: Rubric) -> String {
        switch judgment.value {
        case .level(let id):
            let levels = rubric.levels(of: criterion)
            guard let place = levels.firstIndex(where: { $0.id == id }) else { return id.text }
            return "\(place), \(levels[place].label)"
        case .points(let points):
            if case .share = criterion.kind { return points.shareText }
            return points == .one ? "1 point" : "\(points) points"
        case .ratio(let top, let bottom): return "\(top) of \(bottom)"
        case .notApplicable: return "does not apply"
        case ScoreSheet.Value.none?, nil:
            return criterion.kind == .text && judgment.comment != nil ? "commented" : "not marked"
        }
    }

    /// The words that go with a mark, a line each.
    static func words(_ judgment: Judgment, on criterion: Criterion?) -> [String] {
        let ready = judgment.statements.compactMap { id in
            criterion?.statements.first { $0.id == id }?.text
        }
        return [
            judgment.reason.map { "Reason: \($0)" }, judgment.comment.map { "Comment: \($0)" },
        ].compactMap { $0 } + ready.map { "Comment: \($0)" }
            + judgment.evidence.map { "Evidence: \($0.link)" }
    }
}
