/// How far a group agrees about one thing, against marks spread evenly over the scale: r_WG of
/// James, Demaree and Wolf, "Estimating within-group interrater reliability", 1984.
package struct GroupAgreement: Sendable {
    /// Zero where the group agrees less than evenly spread marks would.
    package let figure: Figure
    /// Says that the group agrees less than that: it is split.
    package let isSplit: Bool

    /// Computes from the group's marks, whole steps on a scale of so many.
    package init(marks: [Int?], levels: Int) {
        precondition(levels > 1, "a scale has two levels or more")
        let given = marks.compactMap(\.self)
        let basis = Basis(
            units: 1, missing: marks.count - given.count, raters: given.count)
        guard given.count > 1 else {
            figure = Figure(.undefined(.tooFewRaters(needed: 2)), on: basis)
            isSplit = false
            return
        }
        let sum = given.reduce(0, +)
        let squares = given.reduce(0) { $0 + $1 * $1 } * given.count - sum * sum
        let variance = Quantity(squares, over: given.count * (given.count - 1))
        let agreement = .one - variance / Quantity(levels * levels - 1, over: 12)
        isSplit = agreement < .zero
        figure = Figure(max(.zero, agreement).value, on: basis)
    }
}
