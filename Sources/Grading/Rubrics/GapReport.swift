package import Assessment

/// How far somebody is from what a role asks for, criterion by criterion.
package struct GapReport: Sendable, Hashable {
    /// The way from where somebody is to the target on one criterion.
    package struct Gap: Sendable, Hashable {
        package let criterion: Criterion.ID
        package let target: Profile.Target
        /// In points; nil where nothing was assessed.
        package let current: Rational?
        /// In points, or in levels on a scale; negative beyond the target.
        package let size: Rational?
        /// The levels still to reach, the next one first; empty where marks are numbers.
        package let ahead: [Scale.Level.ID]
        /// What the rubric calls a gap of this size.
        package let name: GapClasses.Class?
        package let isPriority: Bool

        /// Nil where nothing was assessed.
        package var isMet: Bool? { size.map { $0 <= .zero } }
    }

    /// The gaps of a group whose targets are in points, made one by their weights.
    package struct GroupGap: Sendable, Hashable {
        package let group: Criterion.ID
        package let current: Rational
        package let target: Rational
        package let size: Rational
        /// The part of the gap in the whole, which is what closing it would be worth.
        package let weighted: Rational
    }

    package let profile: Profile.ID
    package let gaps: [Gap]
    /// The widest by weight first: the order in which to plan.
    package let groups: [GroupGap]

    package var priorities: [Gap] { gaps.filter(\.isPriority) }
    package var strengths: [Gap] { gaps.filter { $0.isMet == true } }

    /// The mean of how much of each target in points is there, counted as 1 at most.
    ///
    /// Nil where a target is a level, is nothing at all, or was not assessed.
    package func reachedShare() throws(Rational.Overflow) -> Rational? {
        var shares: [Rational] = []
        for gap in gaps {
            guard case .points(let target) = gap.target.threshold, let current = gap.current,
                let share = try current.divided(by: target)
            else { return nil }
            shares.append(min(share, .one))
        }
        return try shares.total().divided(by: Rational(shares.count))
    }
}

extension Rubric {
    /// Holds an evaluation against a profile; nil where the rubric has no profile of that name.
    package func gaps(
        of evaluation: Evaluation, to id: Profile.ID
    ) throws(Rational.Overflow) -> GapReport? {
        guard let profile = profiles.first(where: { $0.id == id }) else { return nil }
        var gaps: [GapReport.Gap] = []
        for target in profile.targets {
            guard let criterion = allCriteria.first(where: { $0.id == target.criterion }),
                let yardstick = Yardstick(criterion, in: self)
            else { continue }
            let share = try evaluation.whole[criterion.id]?.share()
            gaps.append(try gap(to: target, on: criterion, yardstick, from: share))
        }
        return GapReport(
            profile: id, gaps: gaps, groups: try groupGaps(evaluation.whole, gaps))
    }

    private func gap(
        to target: Profile.Target, on criterion: Criterion, _ yardstick: Yardstick,
        from share: Rational?
    ) throws(Rational.Overflow) -> GapReport.Gap {
        let current = try share.map { (share) throws(Rational.Overflow) in
            try yardstick.points(for: share)
        }
        var size: Rational?
        var ahead: [Scale.Level.ID] = []
        switch target.threshold {
        case .level(let level):
            if let share, let goal = yardstick.steps.firstIndex(where: { $0.level == level }) {
                let reached = try yardstick.stepsReached(by: share)
                size = Rational(goal + 1 - reached)
                ahead = yardstick.steps.prefix(goal + 1).dropFirst(reached).map(\.level)
            }
        case .points(let points):
            if let current {
                let distance = try points - current
                size = criterion.polarity == .higher ? distance : -distance
            }
        }
        let name = size.flatMap { size in
            gaps?.classes.first { named in named.maximum.map { size <= $0 } ?? true }
        }
        let isPriority = gaps?.priorityOver.flatMap { limit in size.map { $0 > limit } } ?? false
        return GapReport.Gap(
            criterion: criterion.id, target: target, current: current, size: size, ahead: ahead,
            name: name, isPriority: isPriority)
    }

    private func groupGaps(
        _ whole: ScoredNode, _ gaps: [GapReport.Gap]
    ) throws(Rational.Overflow) -> [GapReport.GroupGap] {
        let weights = try whole.members.map(\.weight).total()
        var groups: [GapReport.GroupGap] = []
        for group in whole.members where !group.members.isEmpty {
            var current = Rational.zero
            var target = Rational.zero
            var size = Rational.zero
            var weight = Rational.zero
            for leaf in group.members {
                guard let gap = gaps.first(where: { $0.criterion == leaf.id }),
                    case .points(let points) = gap.target.threshold, let now = gap.current,
                    let distance = gap.size
                else { continue }
                current = try current + now * leaf.weight
                target = try target + points * leaf.weight
                size = try size + distance * leaf.weight
                weight = try weight + leaf.weight
            }
            guard let id = group.id, let current = try current.divided(by: weight),
                let target = try target.divided(by: weight),
                let size = try size.divided(by: weight),
                let share = try group.weight.divided(by: weights)
            else { continue }
            groups.append(
                GapReport.GroupGap(
                    group: id, current: current, target: target, size: size,
                    weighted: try max(size, .zero) * share))
        }
        // Equal gaps stay in the rubric's order.
        return groups.enumerated().sorted {
            ($1.element.weighted, $0.offset) < ($0.element.weighted, $1.offset)
        }.map(\.element)
    }
}
