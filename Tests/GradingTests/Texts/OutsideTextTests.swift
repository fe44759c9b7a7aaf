import Assessment
import Grading
import TestSupport
import Testing

/// Texts judged by Python's unicodedata and re, which know nothing of our tables.
@Suite(.enabled(if: Python.path != nil, "python3 is not installed"))
struct `Texts as another language compares them` {
    /// Every character that decomposes or folds, beside what it comes to: with accents and without.
    @Test func `fold and decompose alike, all of Unicode through`() throws {
        let rows = try Python.run(
            """
            import json, sys, unicodedata as u
            def plain(s): return "".join(c for c in s if u.combining(c) < 200)
            def nfd(s): return u.normalize("NFD", s)
            rows = []
            for code in range(0x110000):
                c = chr(code)
                if u.category(c) in ("Cn", "Cs") or c.isspace(): continue
                if nfd(c).casefold() == c: continue
                # Syllables are computed alike: a few will do.
                if 0xAC00 <= code <= 0xD7A3 and code % 29: continue
                bare = plain(nfd(plain(nfd(c)).casefold()))
                rows.append([c, nfd(c), nfd(nfd(c).casefold()), bare])
            json.dump(rows, open(sys.argv[2], "w"))
            """, as: [[String]].self)
        #expect(rows.count > 3_000)
        var bare = TextComparison(ignoresCase: true, collapsesSpacing: false, ignoresAccents: true)
        let exact = TextComparison(ignoresCase: false, collapsesSpacing: false)
        let folding = TextComparison(ignoresCase: true, collapsesSpacing: false)
        for row in rows {
            #expect(try fits(row[0], row[1], exact), "NFD of \(row[0])")
            #expect(try fits(row[0], row[2], folding), "case of \(row[0])")
            // Marks alone leave nothing to compare.
            if !row[3].isEmpty { #expect(try fits(row[0], row[3], bare), "accents of \(row[0])") }
        }
        bare.ignoresCase = false
        let folded = rows.filter { Array($0[1].utf8) != Array($0[2].utf8) }
        for row in folded.prefix(2_000) { #expect(try !fits(row[1], row[2], exact)) }
    }

    @Test func `differ where Python says so`() throws {
        // Letters that are easily taken for each other, every one with every other.
        let letters = Array("aAáÁäÅåＡαΑάσςΣſsSßẞiIİıjJǰkKKµμΜеЕёЁйиИеоoøØłlđdŉœæ").map(String.init)
        let equal = try Python.run(
            """
            import json, sys, unicodedata as u
            texts = json.load(open(sys.argv[1]))
            fold = lambda s: u.normalize("NFD", u.normalize("NFD", s).casefold())
            json.dump([[fold(a) == fold(b) for b in texts] for a in texts], open(sys.argv[2], "w"))
            """, with: letters, as: [[Bool]].self)
        for (first, row) in zip(letters, equal) {
            for (second, isEqual) in zip(letters, row) {
                #expect(try fits(first, second, TextComparison()) == isEqual, "\(first) \(second)")
            }
        }
    }

    private func fits(
        _ accepted: String, _ typed: String, _ comparison: TextComparison
    ) throws -> Bool {
        let item = try Sample.item(accepting: accepted, comparedBy: comparison)
        return try item.grade(Answer([.typed(typed)])).outcome == .right
    }

    @Test func `fit patterns and wildcards alike`() throws {
        var generator = SeededGenerator(seed: 41)
        var rows: [[String]] = []
        for number in 0..<1_200 {
            let isPattern = number % 3 != 0
            let accepted =
                isPattern
                ? pattern(depth: 3, &generator)
                : (0..<generator.index(below: 8)).map { _ in pick(["a", "b", "*", "?"], &generator)
                }
                .joined()
            for _ in 0..<4 {
                let typed = (0...generator.index(below: 7)).map { _ in pick(["a", "b"], &generator)
                }
                .joined()
                rows.append([isPattern ? "p" : "w", accepted, typed])
            }
        }
        let fits = try Python.run(
            """
            import json, re, sys
            rows = json.load(open(sys.argv[1]))
            def text(kind, t): return t if kind == "p" else t.replace("*", ".*").replace("?", ".")
            answers = [re.fullmatch(text(k, a), t) is not None for k, a, t in rows]
            json.dump(answers, open(sys.argv[2], "w"))
            """, with: rows, as: [Bool].self)
        #expect(Set(fits) == [true, false])
        for (row, fits) in zip(rows, fits) {
            let item = try Sample.item(
                accepting: row[1], as: row[0] == "p" ? .pattern : .wildcard)
            let outcome = try item.grade(Answer([.typed(row[2])])).outcome
            #expect((outcome == .right) == fits, "\(row)")
        }
    }

    private func pick(_ words: [String], _ generator: inout SeededGenerator) -> String {
        words[generator.index(below: words.count)]
    }

    private func pattern(depth: Int, _ generator: inout SeededGenerator) -> String {
        let pieces = (0..<generator.index(below: 4)).map { _ in
            let atom =
                depth > 0 && generator.index(below: 3) == 0
                ? "(\(pattern(depth: depth - 1, &generator)))"
                : pick(["a", "b", ".", "[ab]", "[b-c]", "\\a"], &generator)
            return atom.replacing("\\a", with: "a") + pick(["", "", "", "?", "*", "+"], &generator)
        }
        let text = pieces.joined()
        return generator.index(below: 4) == 0
            ? text + "|" + (depth > 0 ? pattern(depth: depth - 1, &generator) : "a") : text
    }
}
