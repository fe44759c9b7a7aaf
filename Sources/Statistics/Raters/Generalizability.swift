package import Assessment

/// What the mean of so many reviewers' marks would be worth: a decision study (Brennan,
/// "Generalizability theory", 2001).
package struct Generalizability: Sendable {
    /// How much of the variance of one mark comes from the work.
    package let work: Quantity
    /// How much comes from how severe its reviewer is.
    package let severity: Quantity
    package let residual: Quantity
    private let basis: Basis

    package init(_ squares: MeanSquares) {
        // Chance can make either estimate less than nothing, which no variance is.
        work = max(
            .zero, (squares.betweenUnits - squares.residual) / Quantity(squares.raters))
        severity = max(
            .zero, (squares.betweenRaters - squares.residual) / Quantity(squares.units))
        residual = squares.residual
        basis = squares.basis
    }

    /// How surely so many reviewers put work in its order: G.
    package func relative(reviewers: Int) -> Figure {
        share(of: residual, reviewers)
    }

    /// How surely they tell its level, whoever they are: Φ.
    package func absolute(reviewers: Int) -> Figure {
        share(of: severity + residual, reviewers)
    }

    private func share(of error: Quantity, _ reviewers: Int) -> Figure {
        precondition(reviewers > 0, "somebody has to give marks")
        let whole = work + error / Quantity(reviewers)
        guard !whole.isZero else { return Figure(.undefined(.noVariation), on: basis) }
        return Figure((work / whole).value, on: basis)
    }

    /// How far the mean of their marks lies from the work's level, by one standard error.
    package func standardError(reviewers: Int) -> Double {
        ((severity + residual).double / Double(reviewers)).squareRoot()
    }

    /// How many reviewers make Φ at least the share that is wanted.
    package func reviewersNeeded(for wanted: Rational) -> Figure {
        guard work.isPositive else { return Figure(.undefined(.noVariation), on: basis) }
        let error = severity + residual
        guard !error.isZero else { return Figure(.exact(.one), on: basis) }
        guard wanted < .one else { return Figure(.undefined(.outOfReach), on: basis) }
        let share = Quantity.exact(wanted)
        let needed = share * error / ((.one - share) * work)
        return Figure(max(.one, needed.roundedUp).value, on: basis)
    }
}
