/// Somebody who learns, reviews or leads, as one knows them now.
package struct Person: Sendable, Hashable {
    package typealias ID = UniqueID<Person>

    /// What somebody does in the program; one person may do several things.
    package enum Role: String, Sendable, Hashable, CaseIterable {
        case learner, reviewer, lead
    }

    package var id: ID
    /// Nil once it is erased.
    package var name: String?
    /// What another system calls them, such as a student number.
    package var externalID: String?
    package var email: String?
    package var roles: Set<Role>

    package init(
        id: ID, name: String?, externalID: String? = nil, email: String? = nil,
        roles: Set<Role> = [.learner]
    ) {
        self.id = id
        self.name = name
        self.externalID = externalID
        self.email = email
        self.roles = roles
    }
}

/// A named set of people who take the program together.
package struct Cohort: Sendable, Hashable {
    package typealias ID = Identifier<Cohort>

    /// The same name in two classrooms' stores means the same cohort.
    package var id: ID
    package var title: String

    package init(id: ID, title: String) {
        self.id = id
        self.title = title
    }
}
