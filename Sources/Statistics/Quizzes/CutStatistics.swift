package import Assessment

/// What a pass mark makes of the learners of a quiz, and how far its verdicts can be relied on.
package struct CutStatistics: Sendable {
    package struct Standing: Sendable, Hashable {
        package let learner: String
        package let marks: Marks
    }

    /// How likely somebody passes who truly knows so much of it all.
    package struct Chance: Sendable, Hashable {
        package let level: Rational
        package let ofPassing: Double
    }

    package let passMark: Rational
    package let passRate: Figure
    package let passed: Int
    /// Those whose marks lie within one standard error of the pass mark, the highest first.
    package let near: [Standing]
    package let consistency: DecisionConsistency
    /// At the pass mark and beyond it; empty where answers are not simply right or wrong.
    package let chances: [Chance]

    init(
        _ standings: [Standing], _ table: MarkTable, _ figures: QuizFigures, passMark: Rational
    ) throws(Rational.Overflow) {
        self.passMark = passMark
        var (passed, judged, shares) = (0, 0, [(Standing, Rational)]())
        for standing in standings {
            guard let reaches = try standing.marks.reach(passMark),
                let share = try standing.marks.share()
            else { continue }
            judged += 1
            passed += reaches ? 1 : 0
            shares.append((standing, share))
        }
        self.passed = passed
        let basis = Basis(units: judged, missing: standings.count - judged)
        let (good, all) = (passed, judged)
        var passRate = Figure(on: basis, otherwise: .noData) { () throws(Rational.Overflow) in
            try Rational(good).divided(by: Rational(all))
        }
        passRate.interval = Interval(wilson: good, of: all)
        self.passRate = passRate
        let possible = try table.maxima.total()
        let reach = figures.standardError.number.map { $0 / Double(possible) }
        near = shares.filter { _, share in
            reach.map { abs(Double(share) - Double(passMark)) <= $0 } ?? false
        }.sorted { $0.1 > $1.1 }.map(\.0)
        let complete = table.complete
        consistency = try DecisionConsistency.livingstonLewis(
            shares: complete.shares(), reliability: figures.alpha.number ?? 0,
            passMark: passMark, on: figures.alpha.basis)
        chances = try Self.chances(of: table, passMark)
    }

    private static func chances(
        of table: MarkTable, _ passMark: Rational
    ) throws(Rational.Overflow) -> [Chance] {
        let points = Set(table.maxima)
        guard points.count == 1, let points = points.first,
            table.marks.joined().allSatisfy({ $0 == .zero || $0 == points })
        else { return [] }
        let cut = try PassChance.cut(of: table.items, passMark: passMark)
        var chances: [Chance] = []
        for step in 0...2 {
            let level = try passMark + Rational(Int128(step), over: 20)
            guard level < .one else { break }
            chances.append(
                Chance(
                    level: level,
                    ofPassing: PassChance.atLeast(cut, of: table.items, level: Double(level))))
        }
        return chances
    }
}

extension MarkTable {
    /// What share of all points each learner earned; one who was not asked all is left out.
    fileprivate func shares() throws(Rational.Overflow) -> [Rational] {
        let possible = try maxima.total()
        var shares: [Rational] = []
        for learner in 0..<learners {
            var earned = Rational.zero
            for item in 0..<items { earned = try earned + (mark(of: learner, on: item) ?? .zero) }
            if let share = try earned.divided(by: possible) { shares.append(share) }
        }
        return shares
    }
}
