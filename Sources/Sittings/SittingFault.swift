package import Assessment
package import Content
package import Results

/// Why a sitting could not be begun, taken further or looked at.
package enum SittingFault: Error, Sendable, Hashable {
    /// What became of a write, the fault says.
    case store(StoreFault)
    case content(FreezingFault)
    /// The rules, or an earlier sitting, do not let it begin.
    case notNow(Beginning)
    /// The kept content lacks an item that was asked.
    case lacksItems(String)
    /// The quiz's own numbers are too large to add up exactly.
    case notGradable(String)

    /// The store's own fault, where it was one.
    package var store: StoreFault? { if case .store(let fault) = self { fault } else { nil } }
}

/// Runs what only a store can fail at.
func keeping<Answer>(
    _ body: () throws(StoreFault) -> Answer
) throws(SittingFault) -> Answer {
    do { return try body() } catch { throw .store(error) }
}
