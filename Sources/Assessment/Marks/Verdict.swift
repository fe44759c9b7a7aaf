/// Whether the marks suffice.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case passed
    case notPassed = "not-passed"
    /// Something is still to be scored by a person, or nothing could be earned at all.
    case undecided
}
