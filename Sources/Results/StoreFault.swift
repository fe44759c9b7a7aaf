/// Why a store did not do what it was asked, in words for whoever asked.
///
/// It never holds an answer or a name.
package struct StoreFault: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: Sendable, Hashable {
        /// The file or its folder is not there, or may not be used.
        case missing, denied, readOnly, isLink
        /// No room, or the disk fails.
        case full, inputOutput
        /// Others kept it busy until the deadline.
        case busy
        case notAStore, tooNew, damaged
        /// A network file system, where locks cannot be trusted.
        case unsafePlace
        /// It is there already with other contents.
        case conflict
        /// A rule of the store forbids it.
        case refused
        /// Another terminal holds the sitting.
        case leased
    }

    /// What became of a write.
    package enum Outcome: Sendable, Hashable {
        case saved, notSaved
        /// The store could not be asked whether it holds the records.
        case unknown
    }

    package var kind: Kind
    package var message: String
    package var advice: String?
    package var outcome: Outcome

    package init(
        _ kind: Kind, _ message: String, advice: String? = nil, outcome: Outcome = .notSaved
    ) {
        self.kind = kind
        self.message = message
        self.advice = advice
        self.outcome = outcome
    }

    package var description: String { message }
}
