package import Assessment

extension Evaluation {
    /// The whole way from marks to verdict in sentences to be read aloud, the verdict first.
    ///
    /// Without comments nothing of it is in a reviewer's own words.
    package func explanation(
        by rubric: Rubric, swings: [Swing] = [], withComments: Bool = true
    ) throws(Rational.Overflow) -> [String] {
        let words = EvaluationWords(rubric: rubric)
        var lines = [words.verdict(of: self)]
        if let score = words.making(of: self, try counting.totals()) {
            lines.append(score)
        }
        for node in whole.members { lines += try words.lines(on: node) }
        lines += gates.map(words.line)
        lines += differences.map(words.line)
        lines += findings.map { words.line($0, withComment: withComments) }
        lines += declarations.map {
            "\($0.reviewer) has a conflict of interest on record: \(words.conflict($0.conflict))."
        }
        lines += excluded.map(words.line)
        lines += swings.map(words.line)
        return lines
    }
}

extension Rubric {
    /// What a sheet still needs, in a clause: `a comment on Style`.
    package func words(for lack: SheetScore.Lack) -> String {
        EvaluationWords(rubric: self).words(lack)
    }

    /// A score as its readers see it, such as `81.3%`, never rounded across a band's edge.
    package func percent(_ share: Rational) -> String {
        EvaluationWords(rubric: self).percent(share)
    }
}
