import Assessment
import Statistics
import Testing

@Suite struct `Grades for reviewers` {
    @Test(.enabled(if: Golden.isThere("workshop_best"), "the expected figures are not at hand"))
    func `are those that Moodle's Workshop gives`() throws {
        for row in try Golden.file("workshop_best").cases.list {
            let (names, criteria) = (row.assessments.names.sorted(), row.dims.list)
            let reviews = try names.map { name in
                let review = row.assessments[name]
                let marks = try zip(review.g.list, criteria).map { mark, criterion in
                    let (least, most) = (try whole(criterion.min), try whole(criterion.max))
                    return try Rational(
                        Int128(100 * (whole(mark) - least)), over: Int128(most - least))
                }
                return ReviewerGrades.Review(marks: marks, weight: Rational(try whole(review.w)))
            }
            let comparison = ReviewerGrades.Comparison(rawValue: try whole(row.comparison))
            let own = try #require(
                try ReviewerGrades(
                    reviews, weights: criteria.map { Rational(try whole($0.weight)) },
                    comparison: comparison ?? .fair))
            let expected = row.expected
            #expect(try own.average == expected.average.list.map { try $0.fraction })
            #expect(try own.variance == expected.variance.list.map { try $0.fraction })
            #expect(own.best.map { names[$0] } == expected.best.list.map(\.text))
            for (place, name) in names.enumerated() {
                #expect(try own.distances[place] == expected.distance_to_average[name].fraction)
                #expect(try own.grades[place] == expected.grading_grade[name].fraction)
            }
        }
    }

    private func whole(_ value: Golden) throws -> Int { try #require(value.whole) }

    /// Grades worked out by hand from Moodle's rule.
    @Test(
        arguments: [
            // All alike, or hardly any variance to measure with.
            ([[50, 50], [50, 50]], [1, 1], ["100", "100"]),
            ([[50, 50], [50, 50], [50, 50]], [1, 1, 1], ["100", "100", "100"]),
            // Two that are equally near to the average are both the best.
            ([[40, 0], [60, 0]], [1, 1], ["100", "100"]),
            // One that weighs nothing is graded, and counts for nothing: 45²/(5×25)×45 is over 100.
            ([[40, 0], [50, 0], [90, 0]], [1, 1, 0], ["100", "100", "0"]),
        ] as [([[Int]], [Int], [String])]) func `come from the nearest of the best`(
            _ marks: [[Int]], _ weights: [Int], _ grades: [String]
        ) throws
    {
        let reviews = zip(marks, weights).map { marks, weight in
            ReviewerGrades.Review(marks: marks.map { Rational($0) }, weight: Rational(weight))
        }
        let own = try #require(try ReviewerGrades(reviews, weights: [.one, .one]))
        #expect(own.grades == (try grades.map { try Rational(exactly: $0) }))
    }

    @Test func `are none where no review weighs anything`() throws {
        let review = ReviewerGrades.Review(marks: [.one], weight: .zero)
        #expect(try ReviewerGrades([review], weights: [.one]) == nil)
        #expect(try ReviewerGrades([], weights: [.one]) == nil)
    }
}
