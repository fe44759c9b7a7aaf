/// How sure a learner is, where the quiz asks.
package enum Confidence: Int, Sendable, Hashable, CaseIterable {
    case unsure = 1
    case fairlySure = 2
    case sure = 3

    package var text: String {
        switch self {
        case .unsure: "Not sure"
        case .fairlySure: "Fairly sure"
        case .sure: "Sure"
        }
    }
}
