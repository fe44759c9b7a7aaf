package import Assessment

/// The people that a file lists, and the rows of it that list nobody.
package struct Roster: Sendable, Hashable {
    /// What a file may or may not say of people, besides who they are.
    package enum Detail: String, Sendable, Hashable, CaseIterable {
        case email, roles, cohorts, activity
    }

    /// One person, as one row has them.
    package struct Entry: Sendable, Hashable {
        /// The line its row begins on.
        package let line: Int
        /// What the school or company knows the person by.
        package let externalID: String
        package let name: String
        package let email: String?
        /// In the order they are declared, each once; a learner where the row says nothing.
        package let roles: [Person.Role]
        /// In the order of the row, each once.
        package let cohorts: [Cohort.ID]
        package let isActive: Bool

        package init(
            line: Int, externalID: String, name: String, email: String? = nil,
            roles: [Person.Role] = [.learner], cohorts: [Cohort.ID] = [], isActive: Bool = true
        ) {
            self.line = line
            self.externalID = externalID
            self.name = name
            self.email = email
            self.roles = roles
            self.cohorts = cohorts
            self.isActive = isActive
        }
    }

    /// A row that was not taken in.
    package struct Rejection: Sendable, Hashable {
        package let line: Int
        /// Whom it seems to be about.
        package let externalID: String?
        package let code: Diagnostic.Code
        /// Why, in a sentence that is safe to print.
        package let reason: String

        package init(
            line: Int, externalID: String?, code: Diagnostic.Code, reason: String
        ) {
            self.line = line
            self.externalID = externalID
            self.code = code
            self.reason = reason
        }
    }

    /// In the order of the file.
    package var entries: [Entry]
    package var rejections: [Rejection]
    /// What the file has columns for: it says nothing about the rest, not even that there is none.
    package var details: Set<Detail>

    package init(entries: [Entry], rejections: [Rejection] = [], details: Set<Detail>) {
        self.entries = entries
        self.rejections = rejections
        self.details = details
    }

    /// What external ids must differ in, because people overlook case.
    package static func folded(_ externalID: String) -> String { externalID.lowercased() }
}
