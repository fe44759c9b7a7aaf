extension Ratings {
    var basis: Basis {
        Basis(units: units.count { $0.contains { $0 != nil } }, missing: missing, raters: raters)
    }

    /// How far two reviewers of the same work agree: the mean over all work with two marks or more.
    package func agreement(_ weighting: Weighting = .unweighted) -> Figure {
        figure(of: agreement(weighting.weights(of: levels)))
    }

    /// The same, where levels next to each other count as agreeing.
    package func adjacentAgreement() -> Figure {
        let weights = levels.indices.map { row in
            levels.indices.map { abs($0 - row) <= 1 ? Quantity.one : .zero }
        }
        return figure(of: agreement(weights))
    }

    private func figure(of agreement: Quantity?) -> Figure {
        Figure(agreement?.value ?? .undefined(.noOverlap), on: basis)
    }

    func agreement(_ weights: [[Quantity]]) -> Quantity? {
        let compared = tallies.filter { $0.marks > 1 }
        guard !compared.isEmpty else { return nil }
        return compared.map { tally in
            tally.pairs.sum(weighted: weights) / Quantity(tally.marks * (tally.marks - 1))
        }.total() / Quantity(compared.reduce(0) { $0 + $1.units })
    }
}
