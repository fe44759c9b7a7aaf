package import Assessment

/// A sheet that does not count, and why.
package struct ExcludedSheet: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        case draft, withdrawn
        /// A later sheet of the same reviewer takes its place.
        case replaced
        /// It was made for another rubric, or for another version of this one.
        case otherRubric
        case barred(Panel.Conflict.ID)
        /// The panel has no seat for the reviewer's role.
        case noSeat
        case incomplete([SheetScore.Lack])
        /// An adjudicator's, where the others do not differ too much.
        case notNeeded
    }

    package let id: ScoreSheet.ID
    package let reviewer: String
    package let reason: Reason
}

/// Which of a submission's sheets count.
struct Admission {
    /// By reviewer, so that the order of files makes no difference.
    private(set) var counting: [SheetScore] = []
    private(set) var adjudicator: SheetScore?
    private(set) var excluded: [ExcludedSheet] = []

    init(
        _ sheets: [ScoreSheet], on subject: String?, to rubric: Rubric
    ) throws(Rational.Overflow) {
        let sheets = sheets.sorted {
            ($0.reviewer, $0.time, $0.id.text) < ($1.reviewer, $1.time, $1.id.text)
        }
        for (index, sheet) in sheets.enumerated() {
            let later = sheets[(index + 1)...].filter { $0.reviewer == sheet.reviewer }
            let isReplaced =
                later.contains { $0.status != .draft }
                || sheets.contains { $0.supersedes == sheet.id && $0.status != .draft }
            if let reason = Self.reason(against: sheet, isReplaced: isReplaced, in: rubric) {
                exclude(sheet, reason)
                continue
            }
            let score = try rubric.score(sheet, on: subject)
            if !score.isComplete {
                exclude(sheet, .incomplete(score.lacks))
            } else if sheet.role != Panel.adjudicator {
                counting.append(score)
            } else if let earlier = adjudicator, earlier.sheet.time > sheet.time {
                exclude(sheet, .replaced)
            } else {
                if let earlier = adjudicator { exclude(earlier.sheet, .replaced) }
                adjudicator = score
            }
        }
    }

    private static func reason(
        against sheet: ScoreSheet, isReplaced: Bool, in rubric: Rubric
    ) -> ExcludedSheet.Reason? {
        if sheet.rubric != rubric.id || sheet.rubricVersion != rubric.version {
            return .otherRubric
        }
        if sheet.status == .draft { return .draft }
        if isReplaced { return .replaced }
        if sheet.status == .withdrawn { return .withdrawn }
        guard let panel = rubric.panel else { return nil }
        let conflict = panel.conflicts.first { $0.id.text == sheet.conflict }
        if let conflict, conflict.action == .bar { return .barred(conflict.id) }
        let hasSeat =
            panel.seats.isEmpty || sheet.role == Panel.adjudicator
            || panel.seats.contains { $0.role == sheet.role }
        return hasSeat ? nil : .noSeat
    }

    private mutating func exclude(_ sheet: ScoreSheet, _ reason: ExcludedSheet.Reason) {
        excluded.append(
            ExcludedSheet(id: sheet.id, reviewer: sheet.reviewer, reason: reason))
    }

    mutating func dismissAdjudicator() {
        if let adjudicator { exclude(adjudicator.sheet, .notNeeded) }
        adjudicator = nil
    }
}
