/// A coefficient with its standard error and interval, from how far each piece of work pulls it.
///
/// Gwet, "Handbook of inter-rater reliability", 4th edition, chapter 5.
struct Linearization {
    let figure: Figure
    let standardError: Double?
    let significance: Double?

    init(of coefficient: Quantity, on basis: Basis, center: Double, pulls: [Double]) {
        let units = Double(pulls.count)
        let squares = pulls.reduce(0) { $0 + ($1 - center) * ($1 - center) }
        let error = (squares / (units * (units - 1))).squareRoot()
        // One piece of work tells nothing of other work, and neither does work that pulls alike.
        guard units > 1, error > 1e-12 else {
            figure = Figure(coefficient.value, on: basis)
            standardError = units > 1 ? 0 : nil
            significance = nil
            return
        }
        let value = coefficient.double
        let spread = Distribution.student(freedom: units - 1)
        let reach = error * spread.quantile(above: 0.025)
        figure = Figure(
            coefficient.value, on: basis,
            interval: Interval(
                lower: value - reach, upper: min(1, value + reach), method: .student))
        standardError = error
        significance = 2 * spread.above(abs(value / error))
    }
}

extension [Double] {
    func dot(_ other: [Double]) -> Double {
        zip(self, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
