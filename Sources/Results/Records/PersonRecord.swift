package import Assessment

/// What is known of a person from a moment on; the latest one counts.
package struct PersonRecord: Record {
    package static let table = Table(
        "person", keys: ["person", "id"], .init("at"), .init("by"), .init("roles"),
        .init("name", .personal), .init("external_id", .personal, isLooked: true),
        .init("email", .personal))

    package let id: UniqueID<PersonRecord>
    package let time: Timestamp
    /// Who wrote it down.
    package let author: String
    package let person: Person

    package init(id: UniqueID<PersonRecord>, time: Timestamp, author: String, person: Person) {
        self.id = id
        self.time = time
        self.author = author
        self.person = person
    }

    package var fields: [Field] {
        [
            .id(person.id), .id(id), .time(time), .text(author),
            .text(person.roles.map(\.rawValue).sorted().joined(separator: " ")),
            .optional(person.name), .optional(person.externalID), .optional(person.email),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        let roles = try row.list("roles") { Person.Role(rawValue: $0) }
        person = Person(
            id: try row.id("person"), name: try row.optionalText("name"),
            externalID: try row.optionalText("external_id"), email: try row.optionalText("email"),
            roles: Set(roles))
    }
}
