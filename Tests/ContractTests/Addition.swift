import Results
import Testing

/// What somebody adds to a classroom, and why it is refused, where it is.
struct Addition: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let message: String
    let records: @Sendable (Classroom) throws -> [any Record]

    init(
        _ what: String, _ message: String,
        _ records: @escaping @Sendable (Classroom) throws -> [any Record]
    ) {
        testDescription = what
        self.message = message
        self.records = records
    }
}
