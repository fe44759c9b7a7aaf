import Assessment
import Statistics
import Testing

@Suite struct `Counts of a quiz` {
    /// Marks of every kind, with gaps, from a generator that always says the same.
    private func table(_ learners: Int, unit: Rational) throws -> (MarkTable, [[Rational?]]) {
        var generator = SeededGenerator(seed: 5)
        var table = MarkTable(maxima: [.one, Rational(2), .one, Rational(5)])
        var rows: [[Rational?]] = []
        for _ in 0..<learners {
            let row = try (0..<4).map { _ -> Rational? in
                let mark = generator.index(below: 6)
                return mark == 5 ? nil : try unit * Rational(mark - 1)
            }
            rows.append(row)
            try table.append(row)
        }
        return (table, rows)
    }

    @Test(arguments: [1, 2, 3, 7, 500]) func `are the same in parts`(_ parts: Int) async throws {
        for unit in ["1/4", "0.123456"] {
            let (table, _) = try table(211, unit: Rational(exactly: unit))
            let figures = try ItemCounts(table).figures()
            let counted = try await ItemCounts.of(table, parts: parts)
            #expect(counted.learners == 211)
            #expect(counted.figures() == figures)
        }
    }

    @Test func `keep every mark`() throws {
        let (table, rows) = try table(50, unit: Rational(exactly: "1/3"))
        for (learner, row) in rows.enumerated() {
            #expect((0..<4).map { table.mark(of: learner, on: $0) } == row)
        }
        #expect(table.complete.learners == rows.count { !$0.contains(nil) })
        let packed = MarkTable(maxima: table.maxima, marks: table.marks, codes: table.codes)
        #expect(try ItemCounts(packed).figures() == ItemCounts(table).figures())
    }

    /// What sums over the learners say who were asked the item, in plain floating point.
    @Test func `lead to the figures that plain sums give`() throws {
        let (table, rows) = try table(300, unit: Rational(exactly: "1/6"))
        for (item, figures) in try ItemCounts(table).figures().enumerated() {
            let pairs = rows.compactMap { row -> (Double, Double)? in
                let marks = row.map { $0.map { Double($0) } }
                guard let mark = marks[item] else { return nil }
                return (mark, marks.compactMap(\.self).reduce(0, +) - mark)
            }
            let count = Double(pairs.count)
            let (mean, rest) = (
                pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count
            )
            var (own, other, both) = (0.0, 0.0, 0.0)
            for pair in pairs {
                own += (pair.0 - mean) * (pair.0 - mean)
                other += (pair.1 - rest) * (pair.1 - rest)
                both += (pair.0 - mean) * (pair.1 - rest)
            }
            var most = 0.0
            for (mark, rests) in zip(pairs.map(\.0).sorted(), pairs.map(\.1).sorted()) {
                most += (mark - mean) * (rests - rest)
            }
            #expect(isClose(figures.facility.number, mean / Double(table.maxima[item])))
            #expect(isClose(figures.deviation.number, (own / (count - 1)).squareRoot()))
            #expect(isClose(figures.restCorrelation.number, both / (own * other).squareRoot()))
            #expect(isClose(figures.efficiency.number, both / most))
            #expect(figures.facility.basis == Basis(units: pairs.count, missing: 300 - pairs.count))
        }
    }

    @Test func `cannot hold more marks of an item than a byte tells apart`() throws {
        var table = MarkTable(maxima: [.hundred])
        for mark in 0..<255 { try table.append([Rational(mark)]) }
        let error = #expect(throws: MarkTable.TooManyMarks.self) {
            try table.append([Rational(255)])
        }
        #expect(error?.item == 0)
        try table.append([Rational(7)])
        #expect(table.learners == 256)
    }

    /// At 16 of 20 right answers a learner's score strays by 1.835.
    @Test(arguments: [(16, 20, 1.835), (0, 20, 0), (10, 20, 2.294)])
    func `stray at each level`(_ right: Int, _ items: Int, _ error: Double) {
        let ours = QuizFigures.standardError(at: right, of: items)
        #expect(isClose(ours, error, relative: 0, absolute: 5e-4))
    }
}
