/// Every fault found in one run, in the order it was found.
///
/// Keeps the first ``limit`` and counts the rest, so that a file with a million faults stays cheap.
package struct Diagnostics: Sendable {
    package private(set) var found: [Diagnostic] = []
    /// How many were found beyond the limit and are not kept.
    package private(set) var omitted = 0
    package private(set) var errorCount = 0
    package private(set) var warningCount = 0
    package let limit: Int

    package init(limit: Int = 1_000) {
        self.limit = limit
    }

    package var hasErrors: Bool { errorCount > 0 }

    /// Whether what is added now is only counted; then its words need not be made.
    package var isFull: Bool { found.count >= limit }

    package mutating func add(_ diagnostic: Diagnostic) {
        guard !isFull else { return omit(diagnostic.severity) }
        count(diagnostic.severity)
        found.append(diagnostic)
    }

    /// Counts one that is not kept.
    package mutating func omit(_ severity: Diagnostic.Severity) {
        count(severity)
        omitted += 1
    }

    private mutating func count(_ severity: Diagnostic.Severity) {
        switch severity {
        case .error: errorCount += 1
        case .warning: warningCount += 1
        case .note: break
        }
    }

    package mutating func error(
        _ code: Diagnostic.Code, _ message: String, at offset: Int?, advice: String? = nil
    ) {
        add(Diagnostic(.error, code, message, advice: advice, offset: offset))
    }

    package mutating func warning(
        _ code: Diagnostic.Code, _ message: String, at offset: Int?, advice: String? = nil
    ) {
        add(Diagnostic(.warning, code, message, advice: advice, offset: offset))
    }

    /// Sorts what was kept by its place in the file, and fills the places in.
    package mutating func locate(in source: SourceText) {
        found = source.located(found)
    }
}
