package import Assessment

/// What a format asks for beyond the results themselves.
package struct ExchangeSettings: Sendable, Hashable {
    /// The ids by which a OneRoster consumer knows where a quiz belongs.
    package struct Course: Sendable, Hashable {
        package let classID: String
        package let session: String
        package let school: String

        package init(classID: String, session: String, school: String) {
            self.classID = classID
            self.session = session
            self.school = school
        }
    }

    /// The address of the system that gave the learners their ids.
    package var site = "urn:assay"
    /// Who issues badges.
    package var issuer: String?
    /// What a gradebook calls the quiz; its title where there is none.
    package var assignment: String?
    /// What full marks are in a gradebook; the quiz's own marks where there is none.
    package var points: Rational?
    /// The part of a Canvas course that the learners are in.
    package var section = ""
    package var course: Course?
    /// Whether what would have been right is told.
    package var showsKeys = false

    package init() {}
}

/// Why results cannot be written in a format at all.
package struct ExchangeFault: Error, Sendable, Hashable {
    /// One line without a full stop.
    package let message: String
    package let advice: String?

    init(_ message: String, advice: String? = nil) {
        self.message = message
        self.advice = advice
    }

    static let tooLarge = ExchangeFault("the marks are too large to compute with")
}

/// A file for another system, and whom it had to leave out.
package struct Exported: Sendable, Hashable {
    package struct LeftOut: Sendable, Hashable {
        package let learner: Person
        /// Fits after a colon.
        package let reason: String
    }

    package let bytes: [UInt8]
    /// How many sittings it tells of.
    package let count: Int
    package let leftOut: [LeftOut]
    /// Sittings that it does not tell of, because nobody has settled them yet.
    package var undecided = 0
}
