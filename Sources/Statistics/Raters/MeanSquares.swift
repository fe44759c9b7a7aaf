package import Assessment

/// How much marks differ between pieces of work, between reviewers, and beyond both: the analysis
/// of variance of a table in which every reviewer has marked every piece.
package struct MeanSquares: Sendable, Hashable {
    package let units: Int
    package let raters: Int
    package let betweenUnits: Quantity
    package let withinUnits: Quantity
    package let betweenRaters: Quantity
    package let residual: Quantity
    /// The marks that are missing; work that lacks one is left out.
    package let missing: Int

    /// Computes from a row of marks for each piece of work, a column for each reviewer.
    package init(marks: [[Rational?]]) throws(Undefined) {
        missing = marks.joined().count { $0 == nil }
        let table = marks.map { $0.compactMap { $0.map(Quantity.exact) } }
            .filter { $0.count == marks.first?.count }
        units = table.count
        raters = table.first?.count ?? 0
        guard units > 1 else { throw .tooFewUnits(needed: 2) }
        guard raters > 1 else { throw .tooFewRaters(needed: 2) }
        let (rows, columns) = (Quantity(units), Quantity(raters))
        let sums = table.map { $0.total() }
        let byRater = (0..<raters).map { rater in table.map { $0[rater] }.total() }
        let whole = sums.total()
        let level = whole * whole / (rows * columns)
        let squares = table.joined().map { $0 * $0 }.total() - level
        let unitSquares = sums.map { $0 * $0 }.total() / columns - level
        let raterSquares = byRater.map { $0 * $0 }.total() / rows - level
        betweenUnits = unitSquares / (rows - .one)
        withinUnits = (squares - unitSquares) / (rows * (columns - .one))
        betweenRaters = raterSquares / (columns - .one)
        residual =
            (squares - unitSquares - raterSquares) / ((rows - .one) * (columns - .one))
    }

    var basis: Basis { Basis(units: units, missing: missing, raters: raters) }
}
