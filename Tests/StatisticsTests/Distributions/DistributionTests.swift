import Statistics
import Testing

@Suite struct `A distribution` {
    struct Published: Sendable {
        let distribution: Distribution
        let share: Double
        let value: Double
        let decimals: Int

        init(_ distribution: Distribution, above share: Double, _ value: Double, _ decimals: Int) {
            (self.distribution, self.share, self.value) = (distribution, share, value)
            self.decimals = decimals
        }
    }

    /// From the tables in the NIST/SEMATECH Handbook of Statistical Methods, 1.3.6.7, and from
    /// closed forms where the last column says more.
    @Test(arguments: [
        Published(.normal, above: 0.5, 0, 12), Published(.normal, above: 0.025, 1.959963984540, 12),
        Published(.normal, above: 0.00135, 3.0, 3), Published(.normal, above: 0.8413, -1, 3),
        Published(.student(freedom: 1), above: 0.025, 12.706, 3),
        Published(.student(freedom: 1), above: 0.25, 1, 12),
        Published(.student(freedom: 2), above: 0.025, 4.303, 3),
        Published(.student(freedom: 10), above: 0.001, 4.143, 2),
        Published(.student(freedom: 100), above: 0.05, 1.660, 3),
        Published(.f(1, 1), above: 0.05, 161.448, 3), Published(.f(5, 10), above: 0.05, 3.326, 3),
        Published(.f(10, 20), above: 0.01, 3.368, 3), Published(.f(2, 2), above: 0.2, 4, 12),
        Published(.chiSquare(freedom: 1), above: 0.05, 3.841, 3),
        Published(.chiSquare(freedom: 10), above: 0.95, 3.940, 3),
        Published(.chiSquare(freedom: 100), above: 0.025, 129.561, 3),
        Published(.chiSquare(freedom: 2), above: 0.1353352832366127, 4, 12),
        Published(.beta(1, 1), above: 0.3, 0.7, 12), Published(.beta(2, 1), above: 0.75, 0.5, 12),
        Published(.beta(0.5, 0.5), above: 0.5, 0.5, 12),
        Published(.gamma(shape: 1, scale: 2), above: 0.1353352832366127, 4, 12),
    ]) func `has the values that tables print`(_ row: Published) {
        var tolerance = 0.5
        for _ in 0..<row.decimals { tolerance /= 10 }
        let value = row.distribution.quantile(above: row.share)
        #expect(abs(value - row.value) <= tolerance * 1.2, "\(value)")
        #expect(abs(row.distribution.above(value) - row.share) <= 1e-12)
        #expect(abs(row.distribution.below(value) - (1 - row.share)) <= 1e-12)
    }

    private static let all: [(name: String, distribution: Distribution)] =
        [("norm()", .normal)]
        + [1, 2, 3.5, 10, 99, 1e4].map { ("t(\($0))", .student(freedom: $0)) }
        + [(1, 5), (2, 7), (11, 110), (999, 3_996), (0.5, 30)].map {
            ("f(\($0.0),\($0.1))", .f($0.0, $0.1))
        }
        + [1, 2, 5, 38, 1e3, 1e5].map { ("chi2(\($0))", .chiSquare(freedom: $0)) }
        + [(0.5, 0.5), (14.1, 3.3), (0.2, 40), (1e3, 2e3), (5, 0.7)].map {
            ("beta(\($0.0),\($0.1))", .beta($0.0, $0.1))
        }
        + [(0.3, 1.0), (7.5, 0.2), (1e4, 3.0)].map {
            ("gamma(\($0.0),scale=\($0.1))", .gamma(shape: $0.0, scale: $0.1))
        }

    @Test(.enabled(if: SciPy.isThere, "python3 has no scipy"))
    func `has the tails and quantiles that SciPy has`() throws {
        let rows = try SciPy.run(
            """
            import json, math
            from scipy.stats import norm, t, f, chi2, beta, gamma
            shares = [1e-100, 1e-20, 1e-5, 1e-3, .025, .2, .5]
            rows = []
            for d in [\(Self.all.map(\.name).joined(separator: ", "))]:
                low = [float(d.ppf(p)) for p in shares]
                high = [float(d.isf(p)) for p in shares]
                points = [x for x in low + high if abs(x) < 1e12]
                rows.append([[[x, float(d.cdf(x)), float(d.sf(x))] for x in points],
                             [[p, q, r] for p, q, r in zip(shares, low, high)
                              if math.isfinite(q + r)]])
            print(json.dumps(rows))
            """, as: [[[[Double]]]].self)
        var count = 0
        for (row, (name, distribution)) in zip(rows, Self.all) {
            for point in row[0] {
                let (below, above) = (distribution.below(point[0]), distribution.above(point[0]))
                #expect(Self.isClose(below, point[1]), "\(name) below \(point[0]): \(below)")
                #expect(Self.isClose(above, point[2]), "\(name) above \(point[0]): \(above)")
                count += 2
            }
            for point in row[1] {
                let (low, high) = (
                    distribution.quantile(below: point[0]), distribution.quantile(above: point[0])
                )
                #expect(Self.isClose(low, point[1]), "\(name) low \(point): \(low)")
                #expect(Self.isClose(high, point[2]), "\(name) high \(point): \(high)")
                count += 2
            }
        }
        #expect(count > 900)
    }

    private static func isClose(_ ours: Double, _ theirs: Double) -> Bool {
        abs(ours - theirs) <= max(2e-12 * abs(theirs), abs(theirs) > 1e-150 ? 0 : 1e-15)
    }

    @Test(arguments: all) func `ends where its values end`(
        _ name: String, _ distribution: Distribution
    ) {
        let (first, last) = (distribution.quantile(below: 0), distribution.quantile(above: 0))
        #expect(first < last)
        #expect(distribution.below(first) == 0 && distribution.above(first) == 1)
        #expect(distribution.below(last) == 1 && distribution.above(last) == 0)
        #expect(distribution.quantile(above: 1) == first)
        #expect(distribution.quantile(below: 1) == last)
    }
}
