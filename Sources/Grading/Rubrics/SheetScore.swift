package import Assessment

/// What one reviewer's sheet comes to, and what it lacks to be complete.
package struct SheetScore: Sendable, Hashable {
    /// Something that the rubric asks for, and the sheet does not have.
    package enum Lack: Sendable, Hashable {
        case mark(Criterion.ID)
        /// A mark that the criterion does not take, `not applicable` among them.
        case validMark(Criterion.ID)
        case comment(Criterion.ID)
        case evidence(Criterion.ID)
        /// Why a criterion is left out, or not judged.
        case reason(Criterion.ID)
        case assessedWeight(Rational, least: Rational)
        /// Whether the reviewer has a conflict of interest, in the rubric's words.
        case declaration
    }

    package let sheet: ScoreSheet
    package let whole: ScoredNode
    /// In the rubric's order.
    package let lacks: [Lack]

    package var isComplete: Bool { lacks.isEmpty }

    /// From 0 to 1, of what is marked so far; nil where nothing could be scored.
    package func score() throws(Rational.Overflow) -> Rational? { try whole.finalScore() }
}

extension [SheetScore] {
    /// The scores of those that have one.
    func totals() throws(Rational.Overflow) -> [Rational] {
        var totals: [Rational] = []
        for sheet in self {
            if let total = try sheet.score() { totals.append(total) }
        }
        return totals
    }
}

extension ScoredNode {
    /// Marks below zero take from others, and never make the whole less than nothing.
    func finalScore() throws(Rational.Overflow) -> Rational? {
        try share().map { max($0, .zero) }
    }
}

extension Rubric {
    /// Scores a sheet's marks on one subject, or on the only one there is.
    package func score(
        _ sheet: ScoreSheet, on subject: String? = nil
    ) throws(Rational.Overflow) -> SheetScore {
        let given = sheet.marks.filter { $0.subject == subject }
        let marks = Dictionary(given.map { ($0.criterion, $0) }) { first, _ in first }
        let source = sources.isEmpty ? nil : sheet.role.flatMap { RatingSource.ID($0) }
        let scores = try MarkScoring(self, marks).scores(askedOf: source)
        let whole = try whole(scores)
        var lacks: [SheetScore.Lack] = []
        if let conflicts = panel?.conflicts, !conflicts.isEmpty, !declares(sheet, among: conflicts)
        {
            lacks.append(.declaration)
        }
        for criterion in allCriteria where criterion.isAsked(of: source) {
            lacks += try self.lacks(on: criterion, marks[criterion.id], scores[criterion.id])
        }
        // Where the panel combines criterion by criterion, together they may cover what each leaves.
        if panel?.level != .criterion, let lack = try weightLack(of: whole) { lacks.append(lack) }
        return SheetScore(sheet: sheet, whole: whole, lacks: lacks)
    }

    func weightLack(of whole: ScoredNode) throws(Rational.Overflow) -> SheetScore.Lack? {
        let assessed = try whole.assessedWeight()
        let least = scoring.minimumAssessedWeight
        return assessed < least ? .assessedWeight(assessed, least: least) : nil
    }

    private func declares(_ sheet: ScoreSheet, among conflicts: [Panel.Conflict]) -> Bool {
        sheet.conflict == ScoreSheet.noConflict
            || conflicts.contains { $0.id.text == sheet.conflict }
    }

    private func lacks(
        on criterion: Criterion, _ mark: ScoreSheet.Mark?, _ score: MarkScore?
    ) throws(Rational.Overflow) -> [SheetScore.Lack] {
        let id = criterion.id
        let hasWords = mark?.comment != nil || mark?.statements.isEmpty == false
        switch score?.basis {
        case .missing: return [.mark(id)]
        case .refused: return [.validMark(id)]
        case .notApplicable, .outsideScale:
            return hasWords || mark?.reason != nil ? [] : [.reason(id)]
        case .countedAsZero: return []
        default: break
        }
        var lacks: [SheetScore.Lack] = []
        let wantsComment = try wantsComment(criterion, score)
        if wantsComment && !hasWords { lacks.append(.comment(id)) }
        if criterion.evidenceRule == .required, mark?.evidence.isEmpty ?? true {
            lacks.append(.evidence(id))
        }
        return lacks
    }

    private func wantsComment(
        _ criterion: Criterion, _ score: MarkScore?
    ) throws(Rational.Overflow) -> Bool {
        switch criterion.commentRule {
        case .optional: return false
        case .always: return true
        case .below:
            guard let level = criterion.commentBelow, let share = try score?.share(),
                let least = try Yardstick(criterion, in: self)?.share(of: .level(level))
            else { return false }
            return share < least
        case .extremes:
            guard let marks = score?.marks, let yardstick = Yardstick(criterion, in: self)
            else { return false }
            let ends = try [
                yardstick.marks(for: yardstick.lowest), yardstick.marks(for: yardstick.highest),
            ]
            return ends.contains(marks)
        }
    }
}
