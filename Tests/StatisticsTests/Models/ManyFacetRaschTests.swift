import Assessment
import Statistics
import Testing

@Suite struct `Severity in many facets` {
    @Test(.enabled(if: Golden.isThere("many_facet_rasch"), "the expected figures are not at hand"))
    func `is what eRm has`() throws {
        let file = try Golden.file("many_facet_rasch")
        let marks = file.data.rows.list.map(\.wholes).map { row in
            [Array(row[0..<2]), Array(row[2..<4]), Array(row[4..<6])]
        }
        let own = try ManyFacetRasch(marks: marks, levels: file.data.categories.list.count)
        let (expected, outside) = (file.expected, file.eRm_LRSM)
        #expect(isClose(own.logLikelihood, expected.cond_logLik.number))
        #expect(rounds(own.logLikelihood, to: outside.cond_logLik, decimals: 7))
        for (estimates, others) in [
            (own.severities, ["A", "B", "C"].map { expected.severity_logits[$0] }),
            (own.difficulties, ["adr", "brief"].map { expected.criterion_difficulty_logits[$0] }),
            (own.steps, expected.step_offsets_vs_first.list),
        ] {
            #expect(estimates.count == others.count)
            for (own, other) in zip(estimates, others) {
                #expect(isClose(own.value, other.number, relative: 1e-6))
            }
        }
        // There easiness is told, against the first of each kind.
        for (name, own) in [
            "B": own.severity(of: 1, above: 0), "C": own.severity(of: 2, above: 0),
            "tau2": own.steps[1], "tau3": own.steps[2],
        ] {
            #expect(rounds(-own.value, to: outside.eta[name], decimals: 3))
            #expect(rounds(own.standardError, to: outside.se[name], decimals: 3))
        }
    }

    private static func marks(_ count: Int) -> [[[Int?]]] {
        (0..<count).map { [[($0 * 7) % 3], [($0 * 5 + 1) % 4 % 3]] }
    }

    @Test func `does not hang on the order of the work, and bears missing marks`() throws {
        let marks = Self.marks(60)
        let plain = try ManyFacetRasch(marks: marks, levels: 3)
        let turned = try ManyFacetRasch(marks: marks.reversed(), levels: 3)
        #expect(plain.severities == turned.severities)
        // Work that only one has marked says nothing of how the two differ.
        let more = marks + (0..<20).map { _ in [[2], [nil]] }
        let same = try ManyFacetRasch(marks: more, levels: 3)
        #expect(same.severities == plain.severities)
        #expect(same.basis.units == plain.basis.units && same.basis.raters == 2)
        #expect(same.basis.missing == plain.basis.missing + 20)
    }

    @Test(
        arguments: [
            (marks(20), 3, .tooFewUnits(needed: 30)), ([], 3, .tooFewUnits(needed: 30)),
            (marks(60), 4, .unusedLevel),
            // Each marks other work.
            (
                (0..<80).map {
                    $0 % 2 == 0 ? [[$0 % 3, 1], [nil, nil]] : [[nil, nil], [$0 % 3, 1]]
                },
                3, .notConnected
            ),
        ] as [([[[Int?]]], Int, Undefined)]) func `is not defined for a reason`(
            _ marks: [[[Int?]]], _ levels: Int, _ reason: Undefined
        )
    {
        #expect(throws: reason) { try ManyFacetRasch(marks: marks, levels: levels) }
    }
}
