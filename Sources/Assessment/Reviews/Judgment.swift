/// What a reviewer has put beside one criterion so far: a mark, and the words that go with it.
package struct Judgment: Sendable, Hashable {
    /// Nil until there is a mark; a criterion of text needs none.
    package var value: ScoreSheet.Value?
    package var reason: String?
    package var comment: String?
    package var evidence: [ScoreSheet.Evidence]
    /// Ready-made comments, by their ids.
    package var statements: [Criterion.Statement.ID]

    package init(
        value: ScoreSheet.Value? = nil, reason: String? = nil, comment: String? = nil,
        evidence: [ScoreSheet.Evidence] = [], statements: [Criterion.Statement.ID] = []
    ) {
        self.value = value
        self.reason = reason
        self.comment = comment
        self.evidence = evidence
        self.statements = statements
    }

    package init(_ mark: ScoreSheet.Mark) {
        self.init(
            value: mark.value == ScoreSheet.Value.none ? nil : mark.value, reason: mark.reason,
            comment: mark.comment, evidence: mark.evidence, statements: mark.statements)
    }

    package var isEmpty: Bool { self == Judgment() }

    /// The same as a sheet has it; nil where there is neither a mark nor the words of one.
    package func mark(on criterion: Criterion, _ subject: String?) -> ScoreSheet.Mark? {
        let words: ScoreSheet.Value? =
            criterion.kind == .text && !isEmpty ? ScoreSheet.Value.none : nil
        return (value ?? words).map {
            ScoreSheet.Mark(
                criterion: criterion.id, subject: subject, value: $0, reason: reason,
                comment: comment, evidence: evidence, statements: statements)
        }
    }
}
