package import Assessment

/// Who chose one option of an item, and what that says of it.
package struct OptionFigures: Sendable, Hashable {
    /// What an author should look at.
    package enum Flag: String, Sendable, Hashable, CaseIterable {
        /// Those who know less choose the key as often, or more.
        case suspectKey
        /// A distractor draws those who know more than the key does.
        case rivalsKey
        /// Fewer than 5% are taken in by a distractor.
        case rarelyChosen
        /// A distractor does not keep those who know less from the key.
        case drawsKnowing
    }

    package let learners: Int
    /// The learners who chose it, of those who were asked.
    package let share: Figure
    /// How many of the best 27% by their rest, and of the last, chose it; ties count in part.
    package let upper: Figure
    package let lower: Figure
    /// How choosing it goes with the marks for all other items.
    package let restCorrelation: Figure
    package let flags: Set<Flag>

    /// The figures of each option.
    ///
    /// What a learner chose is nil where they were not asked, and empty where they left it out;
    /// the rest is what they earned on all other items.
    package static func table(
        chosen: [Set<Int>?], rests: [Rational], options: Int, keys: Set<Int>
    ) throws(Rational.Overflow) -> [OptionFigures] {
        precondition(chosen.count == rests.count, "every learner has a rest")
        let rests = try rests.inUnits().units
        let asked = zip(chosen, rests).compactMap { chosen, rest in chosen.map { ($0, rest) } }
            .sorted { $0.1 < $1.1 }
        let basis = Basis(units: asked.count, missing: chosen.count - asked.count)
        let plain = (0..<options).map { option in
            OptionFigures(
                asked.map { chosen, rest in
                    ItemCounts.Cell(
                        total: rest, mark: chosen.contains(option) ? 1 : 0, learners: 1)
                }, on: basis)
        }
        let keyed = plain.indices.filter(keys.contains).map { plain[$0] }
        return plain.enumerated().map { place, option in
            option.flagged(isKey: keys.contains(place), among: keyed)
        }
    }

    private init(_ cells: [ItemCounts.Cell], on basis: Basis) {
        var sums = PairSums()
        for cell in cells { sums.add(cell.mark, cell.total) }
        let chosen = sums.firstSum
        let size = ItemCounts.groupSize(cells.count)
        learners = Int(chosen)
        share = Figure(on: basis, otherwise: .noData) { () throws(Rational.Overflow) in
            cells.isEmpty ? nil : try Rational(chosen, over: Int128(cells.count))
        }
        upper = Figure(on: basis) { () throws(Rational.Overflow) in
            try ItemCounts.earned(by: size, of: cells.reversed())
        }
        lower = Figure(on: basis) { () throws(Rational.Overflow) in
            try ItemCounts.earned(by: size, of: cells)
        }
        restCorrelation = Figure(
            on: basis, otherwise: cells.isEmpty ? .noData : .noVariation, about: sums.correlation,
            interval: sums.correlationInterval)
        flags = []
    }

    private init(_ plain: OptionFigures, flags: Set<Flag>) {
        learners = plain.learners
        share = plain.share
        upper = plain.upper
        lower = plain.lower
        restCorrelation = plain.restCorrelation
        self.flags = flags
    }

    private func flagged(isKey: Bool, among keys: [OptionFigures]) -> OptionFigures {
        guard let correlation = restCorrelation.number else {
            let isRare = !isKey && learners == 0 && share.number != nil
            return OptionFigures(self, flags: isRare ? [.rarelyChosen] : [])
        }
        guard !isKey else {
            return OptionFigures(self, flags: correlation <= 0 ? [.suspectKey] : [])
        }
        var flags: Set<Flag> = []
        if 20 * learners < share.basis.units { flags.insert(.rarelyChosen) }
        if correlation >= 0 { flags.insert(.drawsKnowing) }
        let isRival = keys.contains { key in
            correlation > key.restCorrelation.number ?? .infinity
                || upper.number ?? 0 > key.upper.number ?? .infinity
        }
        if isRival { flags.insert(.rivalsKey) }
        return OptionFigures(self, flags: flags)
    }
}
