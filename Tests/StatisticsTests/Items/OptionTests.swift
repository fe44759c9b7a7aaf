import Assessment
import Statistics
import Testing

@Suite struct `The options of an item` {
    @Test(.enabled(if: Golden.isThere("distractors"), "the expected figures are not at hand"))
    func `show who chose them`() throws {
        let file = try Golden.file("distractors")
        let names = ["A", "B", "C", "D", "E"]
        let chosen = file.choices.list.map { choice in
            Set(names.indices.filter { names[$0] == choice.text }) as Set<Int>?
        }
        let figures = try OptionFigures.table(
            chosen: chosen, rests: file.rest_scores.list.map { Rational(Int($0.number ?? 0)) },
            options: 5, keys: [1])
        for (name, option) in zip(names, figures) {
            let expected = file.expected[name]
            #expect(Double(option.learners) == expected["count"].number)
            #expect(try option.share.exact == expected.share.fraction)
            #expect(option.upper.number == expected.upper.number)
            #expect(
                isClose(option.restCorrelation.number, expected.rest_correlation.number), "\(name)")
            #expect(option.flags == (name == "E" ? [.rarelyChosen] : []))
            // The file takes one of two learners with equal rests; we take half of each.
            let tied: Double = ["A": 0.5, "C": -0.5][name] ?? 0
            #expect(option.lower.number == (expected.lower.number ?? 0) + tied)
        }
        #expect(figures[4].restCorrelation.undefined == .noVariation)
    }

    @Test func `are flagged where the key may be another`() throws {
        // The four best chose 1 and the others 0, which is the key.
        let chosen: [Set<Int>?] = [[1], [1], [1], [1], [0], [0], [0], [2], nil, []]
        let rests = (0..<10).map { Rational(9 - $0) }
        let figures = try OptionFigures.table(chosen: chosen, rests: rests, options: 3, keys: [0])
        #expect(figures.map(\.flags) == [[.suspectKey], [.rivalsKey, .drawsKnowing], []])
        #expect(figures[0].share.basis == Basis(units: 9, missing: 1))
        #expect(try figures[0].share.exact == Rational(1, over: 3))
        let nobody = try OptionFigures.table(chosen: [nil], rests: [.zero], options: 2, keys: [0])
        #expect(nobody.allSatisfy { $0.share.undefined == .noData && $0.flags.isEmpty })
    }
}
