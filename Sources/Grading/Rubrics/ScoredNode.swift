package import Assessment

/// A group, a criterion or the whole of a rubric, with what it earned and from what.
package struct ScoredNode: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case criterion(MarkScore)
        case group(Combination, [ScoredNode])
    }

    /// Nil for the whole.
    package let id: Criterion.ID?
    package let title: String
    /// What it counts for beside its neighbors, where they are weighed.
    package let weight: Rational
    package let content: Content
    /// Nil where nothing in it could be scored; it then weighs nothing.
    package let marks: Marks?

    package var members: [ScoredNode] {
        if case .group(_, let members) = content { members } else { [] }
    }

    package var score: MarkScore? {
        if case .criterion(let score) = content { score } else { nil }
    }

    /// The criteria in the rubric's order.
    package var leaves: [ScoredNode] {
        switch content {
        case .criterion: [self]
        case .group(_, let members): members.flatMap(\.leaves)
        }
    }

    package func share() throws(Rational.Overflow) -> Rational? { try marks?.share() }

    package subscript(id: Criterion.ID) -> ScoredNode? {
        if self.id == id { return self }
        for member in members {
            if let found = member[id] { return found }
        }
        return nil
    }

    /// The share of the weight that was assessed: a group counts as long as one of its members is.
    func assessedWeight() throws(Rational.Overflow) -> Rational {
        let assessed = try members.filter { $0.marks != nil }.map(\.weight).total()
        return try assessed.divided(by: members.map(\.weight).total()) ?? .zero
    }
}

extension Rubric {
    /// The rubric with its scores filled in; criteria without one are left out.
    func whole(
        _ scores: [Criterion.ID: MarkScore]
    ) throws(Rational.Overflow) -> ScoredNode {
        try ScoredNode(
            id: nil, title: title, weight: .one, combining: combination,
            Self.nodes(criteria, scores, combination))
    }

    private static func nodes(
        _ nodes: [CriterionNode], _ scores: [Criterion.ID: MarkScore], _ combination: Combination
    ) throws(Rational.Overflow) -> [ScoredNode] {
        var scored: [ScoredNode] = []
        for node in nodes {
            let weight = combination == .weightedMean ? node.weight ?? .zero : .one
            switch node {
            case .criterion(let criterion):
                guard let score = scores[criterion.id] else { continue }
                scored.append(
                    ScoredNode(
                        id: criterion.id, title: criterion.title, weight: weight,
                        content: .criterion(score), marks: score.marks))
            case .group(let group):
                let members = try Self.nodes(group.members, scores, group.combination)
                guard !members.isEmpty else { continue }
                scored.append(
                    try ScoredNode(
                        id: group.id, title: group.title, weight: weight,
                        combining: group.combination, members))
            }
        }
        return scored
    }
}

extension ScoredNode {
    /// What is not scored leaves the group, and the weights of the others become the whole.
    fileprivate init(
        id: Criterion.ID?, title: String, weight: Rational, combining combination: Combination,
        _ members: [ScoredNode]
    ) throws(Rational.Overflow) {
        self.id = id
        self.title = title
        self.weight = weight
        content = .group(combination, members)
        var shares: [Rational] = []
        var parts: [Marks] = []
        for member in members {
            guard let marks = member.marks, let share = try marks.share() else { continue }
            shares.append(share)
            switch combination {
            case .weightedMean, .mean, .min, .all:
                parts.append(
                    Marks(earned: try share * member.weight, possible: member.weight))
            case .sum:
                // The mean of a group is one thing of many; a sum, and a mark, are what they are.
                parts.append(
                    member.isMean ? Marks(earned: share, possible: .one) : marks)
            }
        }
        guard let least = shares.min() else {
            marks = nil
            return
        }
        switch combination {
        case .weightedMean, .mean, .sum:
            let marks = Marks(
                earned: try parts.map(\.earned).total(),
                possible: try parts.map(\.possible).total())
            self.marks = marks.possible > .zero ? marks : nil
        case .min:
            marks = Marks(earned: least, possible: .one)
        case .all:
            marks = Marks(earned: least >= .one ? .one : .zero, possible: .one)
        }
    }

    private var isMean: Bool {
        guard case .group(let combination, _) = content else { return false }
        return combination != .sum
    }
}

extension ScoredNode {
    /// Where members are parts of a whole: how much of it would have to move for all to be on
    /// target; nil where there is no whole.
    package func shareToMove() throws(Rational.Overflow) -> Rational? {
        var distances: [Rational] = []
        for member in members {
            guard case .part(let part, let target, _)? = member.score?.basis else { return nil }
            distances.append(try part - target)
        }
        // What is too much in one place is too little in another, and counts once.
        return try distances.map(\.magnitude).total().divided(by: Rational(2))
    }
}
