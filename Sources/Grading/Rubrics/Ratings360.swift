package import Assessment

/// How somebody sees themselves beside how others see them, with small groups hidden.
package struct Ratings360: Sendable, Hashable {
    /// What one source says, as far as it may be shown.
    package struct View: Sendable, Hashable {
        package let source: RatingSource.ID
        package let respondents: Int
        /// Nil where nobody answered, or so few that they could be told apart.
        package let mean: Rational?
        package let isHidden: Bool
        /// How much those who answered agree: 1 where they do entirely; nil where it cannot be said.
        package let agreement: Rational?
        /// Whether they agree less than people who answer at random.
        package let isSplit: Bool
    }

    /// How the own view stands to that of others.
    package enum Comparison: String, Sendable, Hashable, CaseIterable {
        case blindSpot = "blind-spot"
        case hiddenStrength = "hidden-strength"
        case inLine = "in-line"
    }

    /// The views on one competency.
    package struct Picture: Sendable, Hashable {
        /// Nil for what names none.
        package let competency: Competency.ID?
        package let views: [View]
        package let own: Rational?
        /// The mean of the sources' means by their weights, without the person's own.
        ///
        /// Nil, too, where a source is hidden that could be worked out from it.
        package let others: Rational?

        /// The own view less that of others, in points.
        package func difference() throws(Rational.Overflow) -> Rational? {
            guard let own, let others else { return nil }
            return try own - others
        }

        /// A point or more apart is a difference.
        package func comparison() throws(Rational.Overflow) -> Comparison? {
            try difference().map { difference in
                if difference >= .one { return .blindSpot }
                return difference <= -.one ? .hiddenStrength : .inLine
            }
        }
    }

    /// In the order in which the rubric first asks about each competency.
    package let pictures: [Picture]

    package subscript(competency: Competency.ID) -> Picture? {
        pictures.first { $0.competency == competency }
    }
}

extension Rubric {
    /// Puts sheets together whose roles name the sources that they come from.
    package func ratings360(
        _ sheets: [ScoreSheet]
    ) throws(Rational.Overflow) -> Ratings360 {
        let admission = try Admission(sheets, on: nil, to: self)
        var competencies: [Competency.ID?] = []
        for criterion in allCriteria where !competencies.contains(criterion.competency) {
            competencies.append(criterion.competency)
        }
        var pictures: [Ratings360.Picture] = []
        for competency in competencies {
            let criteria = allCriteria.filter { $0.competency == competency }
            let answers = Answers360(criteria: criteria, sheets: admission.counting.map(\.sheet))
            pictures.append(try picture(of: competency, answers))
        }
        return Ratings360(pictures: pictures)
    }

    private func picture(
        of competency: Competency.ID?, _ answers: Answers360
    ) throws(Rational.Overflow) -> Ratings360.Picture {
        var views: [Ratings360.View] = []
        var own: Rational?
        var means: [(value: Rational, weight: Rational)] = []
        for source in sources {
            let ratings = try answers.ratings(of: source.id)
            let isHidden =
                !ratings.isEmpty && !source.isIdentified
                && ratings.count < source.minimumRespondents
            let mean = try ratings.total().divided(by: Rational(ratings.count))
            let agreement = isHidden ? nil : try answers.agreement(on: ratings)
            views.append(
                Ratings360.View(
                    source: source.id, respondents: ratings.count, mean: isHidden ? nil : mean,
                    isHidden: isHidden, agreement: agreement.map { max($0, .zero) },
                    isSplit: agreement.map(\.isNegative) ?? false))
            if source.isSelf {
                own = mean
            } else if let mean {
                means.append((mean, source.weight))
            }
        }
        // With one source hidden, the total and the others would give it away.
        let others =
            views.contains(where: \.isHidden)
            ? nil : try Panel.Rule.weightedMean.combine(means)
        return Ratings360.Picture(
            competency: competency, views: views, own: own, others: others)
    }
}

/// What people answered to the questions about one competency.
private struct Answers360 {
    let criteria: [Criterion]
    let sheets: [ScoreSheet]

    /// Each respondent's mean over the questions they answered.
    func ratings(of source: RatingSource.ID) throws(Rational.Overflow) -> [Rational] {
        let asked = Set(criteria.filter { $0.isAsked(of: source) }.map(\.id))
        var ratings: [Rational] = []
        for sheet in sheets where sheet.role == source.text {
            let points = sheet.marks.compactMap { mark -> Rational? in
                guard asked.contains(mark.criterion), case .points(let points) = mark.value
                else { return nil }
                return points
            }
            if let mean = try points.total().divided(by: Rational(points.count)) {
                ratings.append(mean)
            }
        }
        return ratings
    }

    /// James, Demaree and Wolf's r_WG: 1 less the variance over that of answers at random.
    func agreement(on ratings: [Rational]) throws(Rational.Overflow) -> Rational? {
        guard ratings.count > 1,
            case .points(let minimum, let maximum, let step)? = criteria.first?.kind,
            let mean = try ratings.total().divided(by: Rational(ratings.count)),
            let steps = try (maximum - minimum).divided(by: step)
        else { return nil }
        var squares = Rational.zero
        for rating in ratings {
            let distance = try (rating - mean).divided(by: step) ?? .zero
            squares = try squares + distance * distance
        }
        let options = try steps + .one
        let chance = try (options * options - .one) * Rational(1, over: 12)
        guard let variance = try squares.divided(by: Rational(ratings.count - 1)),
            let share = try variance.divided(by: chance)
        else { return nil }
        return try .one - share
    }
}
