/// How sure a learner is of an answer, where the quiz asks.
package enum Confidence: Int, Sendable, Hashable, CaseIterable {
    case guess = 1
    case fairlySure = 2
    case sure = 3

    package static let question = "How sure are you?"

    /// A word or two that may stand amid a sentence.
    package var text: String {
        switch self {
        case .guess: "guess"
        case .fairlySure: "fairly sure"
        case .sure: "sure"
        }
    }
}
