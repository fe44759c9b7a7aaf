/// How alike the marks are that reviewers give the same work: Shrout and Fleiss, "Intraclass
/// correlations: uses in assessing rater reliability", 1979.
package struct IntraclassCorrelation: Sendable {
    /// Who the reviewers are.
    package enum Form: Sendable, Hashable, CaseIterable {
        /// Others for each piece of work: ICC(1).
        case othersForEach
        /// The same for all work, any like them, so that their severity counts: ICC(2).
        case anyReviewers
        /// The same for all work, just these, so that their severity does not count: ICC(3).
        case theseReviewers
    }

    /// What is used of the marks.
    package enum Use: Sendable, Hashable, CaseIterable {
        case oneMark
        /// The mean of all.
        case mean
    }

    /// With a 95% interval.
    package let figure: Figure
    /// The test of whether work differs at all; nil where no error is left to hold it against.
    package let test: VarianceRatio?
}

/// One variance against another.
package struct VarianceRatio: Sendable, Hashable {
    package let ratio: Double
    package let freedomOver: Int
    package let freedomUnder: Int
    /// How likely a ratio this large is where both are the same.
    package var significance: Double {
        Distribution.f(Double(freedomOver), Double(freedomUnder)).above(ratio)
    }

    /// The ratios that are as likely to be too small as too large, one time in forty each.
    fileprivate var reach: (lower: Double, upper: Double) {
        let (over, under) = (Double(freedomOver), Double(freedomUnder))
        return (
            ratio / Distribution.f(over, under).quantile(above: 0.025),
            ratio * Distribution.f(under, over).quantile(above: 0.025)
        )
    }
}

extension MeanSquares {
    package func intraclassCorrelation(
        _ form: IntraclassCorrelation.Form, _ use: IntraclassCorrelation.Use
    ) -> IntraclassCorrelation {
        let error = form == .othersForEach ? withinUnits : residual
        var divisor = betweenUnits
        if form == .anyReviewers {
            let severity = (betweenRaters - residual) / Quantity(units)
            divisor = divisor + (use == .oneMark ? Quantity(raters) : .one) * severity
        }
        if use == .oneMark { divisor = divisor + Quantity(raters - 1) * error }
        guard !divisor.isZero else {
            return IntraclassCorrelation(
                figure: Figure(.undefined(.noVariation), on: basis), test: nil)
        }
        let value = (betweenUnits - error) / divisor
        let test = error.isZero ? nil : test(form, against: error)
        return IntraclassCorrelation(
            figure: Figure(
                value.value, on: basis, interval: test.flatMap { interval(form, use, $0) }),
            test: test)
    }

    private func test(
        _ form: IntraclassCorrelation.Form, against error: Quantity
    ) -> VarianceRatio {
        let columns = form == .othersForEach ? units : units - 1
        return VarianceRatio(
            ratio: (betweenUnits / error).double, freedomOver: units - 1,
            freedomUnder: columns * (raters - 1))
    }

    private func interval(
        _ form: IntraclassCorrelation.Form, _ use: IntraclassCorrelation.Use,
        _ test: VarianceRatio
    ) -> Interval? {
        // Bounds around a ratio of nothing to something are no bounds.
        guard test.ratio > 0 else { return nil }
        let others = Double(raters - 1)
        let ends: (Double, Double)
        if form == .anyReviewers {
            guard let bounds = boundsForAnyReviewers() else { return nil }
            ends = bounds
        } else {
            let (lower, upper) = test.reach
            ends = ((lower - 1) / (lower + others), (upper - 1) / (upper + others))
        }
        // What the mean of several marks has is stepped up from one mark: Spearman and Brown.
        let steppedUp = { (end: Double) in end * (others + 1) / (1 + end * others) }
        return Interval(
            lower: use == .oneMark ? ends.0 : steppedUp(ends.0),
            upper: use == .oneMark ? ends.1 : steppedUp(ends.1), method: .f)
    }

    /// The bounds of ICC(2,1), by Satterthwaite's approximation as Shrout and Fleiss give it.
    private func boundsForAnyReviewers() -> (Double, Double)? {
        let (rows, columns) = (Double(units), Double(raters))
        let (work, severity, error) = (betweenUnits.double, betweenRaters.double, residual.double)
        let alike =
            (work - error)
            / (work + (columns - 1) * error + columns * (severity - error) / rows)
        let first = columns * alike * severity / error
        let second = rows * (1 + (columns - 1) * alike) - columns * alike
        let freedom =
            (columns - 1) * (rows - 1) * (first + second) * (first + second)
            / ((rows - 1) * first * first + second * second)
        guard freedom.isFinite, freedom > 0 else { return nil }
        let shared = columns * severity + (columns * rows - columns - rows) * error
        let above = Distribution.f(rows - 1, freedom).quantile(above: 0.025)
        let below = Distribution.f(freedom, rows - 1).quantile(above: 0.025)
        return (
            rows * (work - above * error) / (above * shared + rows * work),
            rows * (below * work - error) / (shared + rows * below * work)
        )
    }
}
