package import Assessment

/// Why content cannot be frozen, or frozen content cannot be used.
///
/// Its words name the content and never quote it: they may be shown to a learner.
package enum FreezingFault: Error, Hashable, CustomStringConvertible {
    case noQuiz(Quiz.ID, of: Bank.ID)
    /// It holds something that our files cannot, and would be read back as something else.
    case notWritable(String)
    /// The bytes are not those that were frozen.
    case damaged(String)
    /// Where in the frozen bytes reading failed, if it got that far.
    case unreadable(String, code: Diagnostic.Code?, line: Int?)
    /// The bytes are other content than the record says.
    case mislabeled(String, as: String)
    /// Only versions of one quiz, or of one rubric, can be compared.
    case notComparable(String, String)

    static func unreadable(_ name: String, because diagnostic: Diagnostic?) -> FreezingFault {
        .unreadable(name, code: diagnostic?.code, line: diagnostic?.place?.line)
    }

    package var description: String {
        switch self {
        case .noQuiz(let quiz, let bank): "bank '\(bank)' has no quiz '\(quiz)'"
        case .notWritable(let name):
            "\(name) cannot be kept: it holds something that would be read back differently"
        case .damaged(let name):
            "the kept copy of \(name) is damaged: it is not what its hash stands for"
        case .unreadable(let name, let code, let line):
            "the kept copy of \(name) cannot be read"
                + (line.map { " from line \($0) on" } ?? "")
                + (code.map { " [\($0.rawValue)]" } ?? "")
        case .mislabeled(let name, let found): "what is kept as \(name) is \(found)"
        case .notComparable(let first, let second):
            "\(first) and \(second) are not two versions of one quiz or rubric"
        }
    }
}

extension FrozenContent {
    /// What to call it in a message, as in `rubric 'briefing' 1.0.0`.
    var name: String { "\(kind) '\(id)' \(version)" }
}
