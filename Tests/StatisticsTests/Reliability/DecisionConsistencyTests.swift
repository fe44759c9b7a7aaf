import Assessment
import Statistics
import Testing

@Suite(.enabled(if: Golden.isThere("decision_consistency"), "the expected figures are not at hand"))
struct `The consistency of verdicts` {
    private let basis = Basis(units: 100)

    @Test func `is Subkoviak's where totals are normal`() throws {
        let table = try Golden.case("subkoviak_peng_normal", of: "decision_consistency").table.list
        #expect(table.count == 20)
        for row in table {
            let (distance, reliability) = (try #require(row.z.number), row.reliability.number ?? 0)
            let figures = DecisionConsistency.normal(
                mean: 0, deviation: 1, reliability: reliability, cut: distance + 0.5, on: basis)
            #expect(isClose(figures.agreement.number, row.p0.number, relative: 1e-7), "\(row)")
            #expect(isClose(figures.kappa.number, row.kappa.number, relative: 1e-6), "\(row)")
        }
    }

    @Test(arguments: [
        "quiz20_cut16_mean16.2_var6.25", "quiz20_cut16_mean17.5_var4", "tenitem_cut6",
    ])
    func `is Huynh's where levels spread as a beta distribution`(_ name: String) throws {
        let row = try Golden.case(name, of: "decision_consistency")
        let (mean, variance) = (
            try #require(row.mean.number), try #require(row.variance_population.number)
        )
        let (items, cut) = (Int(row.k.number ?? 0), Int(row.cut.number ?? 0))
        let expected = row.expected.huynh_beta_binomial
        let figures = DecisionConsistency.betaBinomial(
            mean: mean, variance: variance, items: items, cut: cut, on: basis)
        #expect(isClose(figures.passRate.number, expected.pass_rate.number))
        #expect(isClose(figures.agreement.number, expected.p0.number))
        #expect(isClose(figures.kappa.number, expected.kappa.number))
        let normal = DecisionConsistency.normal(
            mean: mean, deviation: variance.squareRoot(),
            reliability: try #require(expected.KR21.number), cut: Double(cut), on: basis)
        let approximation = row.expected.normal_approx
        #expect(isClose(normal.agreement.number, approximation.p0.number, relative: 1e-7))
        #expect(isClose(normal.kappa.number, approximation.kappa.number, relative: 1e-6))
    }

    @Test(.enabled(if: SciPy.isThere, "python3 has no scipy"))
    func `is Livingston's and Lewis's as integrals say`() throws {
        let totals = (0..<60).map { (number: Int) -> Int in
            10 + (number * 7 + number * number / 11) % 11
        }
        let passMark = try Rational(share: "80%")
        let figures = try DecisionConsistency.livingstonLewis(
            shares: totals.map { try Rational(Int128($0), over: 20) }, reliability: 0.7,
            passMark: passMark, on: basis)
        let expected = try SciPy.run(
            """
            import json, math
            import numpy as np
            from scipy.stats import beta, binom
            from scipy.integrate import quad
            x = np.array(\(totals)) / 20
            m, v = x.mean(), x.var(ddof=1)
            n = round((m * (1 - m) - .7 * v) / (v * .3))
            t, mom = x * n, []
            for r in range(1, 5):
                f = np.ones(len(t)); g = 1
                for i in range(r): f = f * (t - i); g *= n - i
                mom.append((f / g).mean())
            a, b, c, d = mom
            s2 = b - a*a; g1 = (c - 3*a*b + 2*a**3) / s2**1.5
            g2 = (d - 4*a*c + 6*a*a*b - 3*a**4) / s2**2
            r = 6 * (g2 - g1**2 - 1) / (6 + 3*g1**2 - 2*g2)
            q = (r + 2) * g1 / math.sqrt((r + 2)**2 * g1**2 + 16 * (r + 1))
            al, be = r/2 * (1 - q), r/2 * (1 + q)
            w = math.sqrt(s2 * (r + 1) / (al * be)) * r; lo = a - w * al / r
            if not (al > 0 and be > 0 and lo >= 0 and lo + w <= 1):
                r = a * (1 - a) / s2 - 1; al, be, lo, w = a * r, (1 - a) * r, 0, 1
            cut = math.ceil(.8 * n - 1e-9); D = beta(al, be, lo, w)
            P = lambda p: binom.sf(cut - 1, n, p)
            I = lambda f, l, u: quad(lambda y: f(D.ppf(y)), D.cdf(l), D.cdf(u), epsabs=1e-12,
                                     epsrel=1e-12, limit=500)[0]
            h = lo + w; L = min(max(.8, lo), h)
            p = I(P, lo, h); same = I(lambda z: P(z)**2 + (1 - P(z))**2, lo, h)
            k = (same - p*p - (1-p)**2) / (1 - p*p - (1-p)**2)
            print(json.dumps([p, same, k, I(lambda z: 1 - P(z), lo, L) + I(P, L, h)]))
            """, as: [Double].self)
        let ours = [figures.passRate, figures.agreement, figures.kappa, figures.accuracy]
        for (figure, number) in zip(ours, expected) {
            #expect(isClose(figure?.number, number, relative: 1e-6), "\(number)")
        }
    }

    @Test func `is not defined where nothing tells learners apart`() throws {
        let flat = DecisionConsistency.betaBinomial(
            mean: 10, variance: 1, items: 20, cut: 16, on: basis)
        #expect(flat.agreement.undefined == .noSpread && flat.kappa.undefined == .noSpread)
        let passMark = try Rational(share: "80%")
        let same = try DecisionConsistency.livingstonLewis(
            shares: [passMark, passMark, passMark], reliability: 0.7, passMark: passMark, on: basis)
        #expect(same.accuracy?.undefined == .noSpread)
        let normal = DecisionConsistency.normal(
            mean: 16, deviation: 0, reliability: 0.5, cut: 16, on: basis)
        #expect(normal.agreement.undefined == .noVariation)
    }

    /// The chances that the product was planned by.
    @Test(arguments: [
        (0.80, 0.6296, 1e-4), (0.85, 0.8298, 1e-4), (0.90, 0.9568, 1e-4), (0.25, 3.865e-7, 1e-10),
        (0, 0, 0), (1, 1, 0),
    ]) func `of one learner follows from their level`(
        _ level: Double, _ chance: Double, _ tolerance: Double
    ) throws {
        let cut = try PassChance.cut(of: 20, passMark: Rational(share: "80%"))
        #expect(cut == 16)
        #expect(abs(PassChance.atLeast(cut, of: 20, level: level) - chance) <= tolerance)
        #expect(try PassChance.cut(of: 34, passMark: Rational(share: "80%")) == 28)
        #expect(PassChance.atLeast(0, of: 20, level: 0) == 1)
        #expect(PassChance.atLeast(21, of: 20, level: 1) == 0)
    }
}
