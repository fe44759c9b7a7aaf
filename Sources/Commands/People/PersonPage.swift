import Assessment

/// People as tables, lines and data.
enum PersonPage {
    static func table(of people: [Person], in register: Register) -> TextTable {
        var table = TextTable([
            .init("ID"), .init("NAME"), .init("ROLES"), .init("COHORTS"), .init("UNIQUE ID"),
        ])
        let short = register.shortIDs
        for person in people {
            table.add([
                person.externalID ?? "-", person.shownName, person.sortedRoles.listed,
                register.cohorts(of: person.id).listed, short[person.id] ?? "",
            ])
        }
        return table
    }

    /// `Ana Diaz (S1), learner, in spring`: not yet safe to print.
    static func line(of person: Person, in cohorts: [Cohort.ID]) -> String {
        let roles = person.sortedRoles.words
        let place = cohorts.isEmpty ? "" : ", in \(cohorts.listed)"
        return "\(person.shownName) (\(person.handle)), \(roles)\(place)"
    }

    static func json(_ person: Person, in cohorts: [Cohort.ID]) -> JSON {
        .object([
            ("uniqueId", .string(person.id.description)),
            ("externalId", .optional(person.externalID)), ("name", .optional(person.name)),
            ("email", .optional(person.email)), ("erased", .bool(person.isErased)),
            ("roles", .array(person.sortedRoles.map { .string($0.rawValue) })),
            ("cohorts", .array(cohorts.map { .string($0.text) })),
        ])
    }
}

extension [Person.Role] {
    /// `learner and lead`.
    var words: String { isEmpty ? "no role" : map(\.rawValue).joined(separator: " and ") }

    var listed: String { map(\.rawValue).joined(separator: ", ") }
}

extension [Cohort.ID] {
    var listed: String { map(\.text).joined(separator: ", ") }
}
