package import Assessment

/// What an edit of a rubric does to the marks that were given by it.
package struct RubricEdit: Sendable, Hashable {
    /// From nothing to everything; each step is more work than the one before.
    package enum Impact: Int, Sendable, Hashable, Comparable, CaseIterable {
        case none
        /// Wording or order only: every mark stands.
        case wording
        /// There is one more level, and the best is worth what it was: every mark stands, though
        /// some might be given otherwise today.
        case levelAdded
        /// Marks stand, and what they come to has to be computed again.
        case computedAgain
        /// Some sheets hold a mark that can no longer be given.
        case someByHand
        /// There is a criterion that nobody has judged.
        case allByHand

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package let rubric: Rubric.ID
    package let version: String
    package let impact: Impact
    /// The sheets whose marks or scores it touches, by their ids.
    package let affected: [ScoreSheet.ID]

    /// Compares two texts of one rubric, and looks which of the sheets given by the first are touched.
    package init(
        from before: FrozenContent, to after: FrozenContent, used sheets: [ScoreSheet]
    ) throws(FreezingFault) {
        let change = try ContentChange.between(before, after)
        guard case .rubric(let old) = try Freezing.thaw(before),
            case .rubric(let new) = try Freezing.thaw(after)
        else { throw .notComparable(before.name, after.name) }
        rubric = new.id
        version = new.version
        let unfit = sheets.filter { sheet in
            sheet.marks.contains { mark in
                new.criterion(mark.criterion).map {
                    new.fault(of: mark.value, on: $0) != nil
                } ?? false
            }
        }
        if before.contentHash == after.contentHash {
            impact = .none
        } else if change.parts.contains(where: { $0.fate == .added }) {
            impact = .allByHand
        } else if !unfit.isEmpty {
            impact = .someByHand
        } else if !change.changesMarks {
            impact = .wording
        } else {
            impact = change.onlyLevels && old.gainsLevels(in: new) ? .levelAdded : .computedAgain
        }
        let touched = impact == .someByHand ? unfit : impact > .levelAdded ? sheets : []
        affected = touched.map(\.id)
    }
}

extension ContentChange {
    /// Whether anything but words and order is another.
    fileprivate var changesMarks: Bool {
        !rules.subtracting([.other]).isEmpty || parts.contains { $0.fate != .reworded }
    }

    /// Whether nothing but which marks a criterion allows is another.
    fileprivate var onlyLevels: Bool {
        rules.subtracting([.other]).isEmpty
            && parts.allSatisfy { $0.fate == .reworded || $0.fate == .rescored([.levels]) }
    }
}

extension Rubric {
    /// Whether a later text has each level of every scale, worth the same, and none that is worth
    /// more than the best or less than the least.
    fileprivate func gainsLevels(in later: Rubric) -> Bool {
        zip(allCriteria, later.allCriteria).allSatisfy { old, new in
            guard old.id == new.id, old.kind == new.kind else { return false }
            let before = worths(of: old)
            let after = later.worths(of: new)
            let kept = before.allSatisfy { id, points in after[id] == .some(points) }
            let (least, most) = (before.values.compactMap(\.self), after.values.compactMap(\.self))
            return kept && least.min() == most.min() && least.max() == most.max()
        }
    }

    private func worths(of criterion: Criterion) -> [Scale.Level.ID: Rational?] {
        let worths = levels(of: criterion).map { level in
            (level.id, criterion.descriptors.first { $0.level == level.id }?.points ?? level.points)
        }
        return Dictionary(worths) { first, _ in first }
    }
}
