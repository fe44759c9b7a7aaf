import Assessment
import Grading
import Testing

@Suite struct `Any rubric` {
    private static let seeds = UInt64(1)...UInt64(150)

    @Test func `gives the same whatever the order of criteria, reviewers and files`() throws {
        for seed in Self.seeds {
            var random = try RandomRubric(seed: seed)
            let evaluation = try random.rubric.evaluate(random.sheets)
            let files = random.shuffledSheets()
            let again = try random.rubric.evaluate(files)
            #expect(again.score == evaluation.score && again.verdict == evaluation.verdict)
            #expect(again.whole == evaluation.whole)
            let other = try random.shuffled().evaluate(files)
            #expect(other.score == evaluation.score && other.verdict == evaluation.verdict)
            for leaf in evaluation.whole.leaves {
                #expect(leaf.id.flatMap { other.whole[$0] }?.marks == leaf.marks)
            }
        }
    }

    @Test func `never takes away for a better mark, and stays between nothing and all`() throws {
        var count = 0
        for seed in Self.seeds {
            var random = try RandomRubric(seed: seed)
            let before = try random.rubric.evaluate(random.sheets).score
            #expect(before.map { (.zero...Rational.one).contains($0) } ?? true)
            guard let sheets = try random.raised(), let before else { continue }
            let after = try #require(try random.rubric.evaluate(sheets).score)
            #expect(after >= before, "\(seed)")
            if after > before { count += 1 }
        }
        #expect(count > 20, "most marks have some weight")
    }

    @Test func `gives back no mark that was not given, and names what would change it`() throws {
        var count = 0
        for seed in Self.seeds.prefix(50) {
            let random = try RandomRubric(seed: seed)
            let evaluation = try random.rubric.evaluate(random.sheets)
            for swing in try random.rubric.swings(of: evaluation) {
                count += 1
                #expect(swing.verdict != evaluation.verdict?.id)
                // Doing what it says brings the verdict it says.
                var sheets = random.sheets
                let criterion = try #require(
                    random.rubric.allCriteria.first { $0.id == swing.criterion })
                guard case .points(let goal) = swing.mark else { continue }
                let wantsMore = swing.isRaise == (criterion.polarity == .higher)
                for sheet in sheets.indices {
                    for mark in sheets[sheet].marks.indices
                    where sheets[sheet].marks[mark].criterion == swing.criterion {
                        guard case .points(let now) = sheets[sheet].marks[mark].value,
                            wantsMore ? now < goal : now > goal
                        else { continue }
                        sheets[sheet].marks[mark].value = swing.mark
                    }
                }
                let changed = try random.rubric.evaluate(sheets).verdict?.id
                #expect(changed == swing.verdict)
            }
        }
        #expect(count > 40)
    }

    @Test(.enabled(if: Python.path != nil, "there is no Python"))
    func `comes to what another program comes to in fractions of its own`() throws {
        let randoms = try Self.seeds.map { try RandomRubric(seed: $0) }
        let answers = try Python.run(
            Self.slowEvaluator, with: randoms.map { try PlainRubric($0) }, as: [String?].self)
        #expect(answers.count == randoms.count)
        for (random, answer) in zip(randoms, answers) {
            let score = try random.rubric.evaluate(random.sheets).score
            #expect(score.map(PlainRubric.text) == answer, "\(random.rubric)")
        }
        #expect(answers.contains(nil) && Set(answers).count > 50)
    }

    /// Written from the rules alone: a plain walk, with neither caching nor care for speed.
    private static let slowEvaluator = #"""
        import json, sys
        from fractions import Fraction as F

        def criterion(node, points, from_lowest):
            low, high = map(F, node['range'])
            if node['isLower']:
                return high - points, high - low
            return (points - low, high - low) if from_lowest else (points, high)

        def mark(node, marks, from_lowest):
            """Earned, possible and whether it is a sum, or None."""
            if not node['members']:
                got = marks.get(node['id'])
                return None if got is None else got + (True,)
            rows = [(F(m['weight']), mark(m, marks, from_lowest)) for m in node['members']]
            rows = [(w, r) for w, r in rows if r is not None]
            if not rows:
                return None
            shares = [r[0] / r[1] for _, r in rows]
            how = node['combine']
            if how == 'min':
                return min(shares), F(1), False
            if how == 'all':
                return F(all(s == 1 for s in shares)), F(1), False
            if how == 'sum':
                parts = [(r[0], r[1]) if r[2] else (r[0] / r[1], F(1)) for _, r in rows]
                return sum(p[0] for p in parts), sum(p[1] for p in parts), True
            weights = [w if how == 'weighted-mean' else F(1) for w, _ in rows]
            return sum(w * s for w, s in zip(weights, shares)), sum(weights), False

        def combine(rule, values, weights):
            if not values:
                return None
            order = sorted(values)
            n = len(order)
            if rule == 'min': return order[0]
            if rule == 'max': return order[-1]
            if rule == 'vote':
                return max(x for x in order if 2 * sum(y >= x for y in order) > n)
            if rule == 'median':
                return (order[(n - 1) // 2] + order[n // 2]) / 2
            if rule == 'trimmed-mean' and n > 2:
                order = order[1:-1]
            if rule == 'weighted-mean':
                return sum(v * w for v, w in zip(values, weights)) / sum(weights)
            return sum(order) / len(order)

        def leaves(node):
            return [node] if not node['members'] else [x for m in node['members'] for x in leaves(m)]

        def evaluate(case):
            weights = [F(w) for w in case['weights']]
            sheets = []
            for given in case['marks']:
                sheets.append({leaf['id']: criterion(leaf, F(given[leaf['id']]), case['fromLowest'])
                               for leaf in leaves(case['whole']) if leaf['id'] in given})
            if case['byCriterion']:
                joint = {}
                for leaf in leaves(case['whole']):
                    rows = [(s[leaf['id']], w) for s, w in zip(sheets, weights) if leaf['id'] in s]
                    share = combine(case['rule'], [m[0] / m[1] for m, _ in rows],
                                    [w for _, w in rows])
                    if share is not None:
                        possible = rows[0][0][1]
                        joint[leaf['id']] = (share * possible, possible)
                total = mark(case['whole'], joint, case['fromLowest'])
                return None if total is None else total[0] / total[1]
            totals = [(mark(case['whole'], s, case['fromLowest']), w)
                      for s, w in zip(sheets, weights)]
            totals = [(t[0] / t[1], w) for t, w in totals if t is not None]
            return combine(case['rule'], [t for t, _ in totals], [w for _, w in totals])

        results = [evaluate(case) for case in json.load(open(sys.argv[1]))]
        text = [None if r is None else f'{r.numerator}/{r.denominator}' for r in results]
        json.dump(text, open(sys.argv[2], 'w'))
        """#
}
