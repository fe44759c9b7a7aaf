package import Assessment

/// What a cohort is called from a moment on; the latest one counts.
package struct CohortRecord: Record {
    package static let table = Table(
        "cohort", keys: ["cohort", "id"], .init("at"), .init("by"), .init("title"))

    package let id: UniqueID<CohortRecord>
    package let time: Timestamp
    package let author: String
    package let cohort: Cohort

    package init(id: UniqueID<CohortRecord>, time: Timestamp, author: String, cohort: Cohort) {
        self.id = id
        self.time = time
        self.author = author
        self.cohort = cohort
    }

    package var fields: [Field] {
        [.text(cohort.id.text), .id(id), .time(time), .text(author), .text(cohort.title)]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        cohort = Cohort(
            id: try row.value("cohort") { Cohort.ID($0) }, title: try row.text("title"))
    }
}

/// That somebody joined a cohort or left it; the latest one counts.
package struct MembershipRecord: Record {
    package static let table = Table(
        "membership", keys: ["cohort", "person", "id"], .init("at"), .init("by"), .init("joined"))

    package let id: UniqueID<MembershipRecord>
    package let time: Timestamp
    package let author: String
    package let cohort: Cohort.ID
    package let person: Person.ID
    package let isJoined: Bool

    package init(
        id: UniqueID<MembershipRecord>, time: Timestamp, author: String, cohort: Cohort.ID,
        person: Person.ID, isJoined: Bool
    ) {
        self.id = id
        self.time = time
        self.author = author
        self.cohort = cohort
        self.person = person
        self.isJoined = isJoined
    }

    package var fields: [Field] {
        [
            .text(cohort.text), .id(person), .id(id), .time(time), .text(author),
            .integer(isJoined ? 1 : 0),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        cohort = try row.value("cohort") { Cohort.ID($0) }
        person = try row.id("person")
        isJoined = try row.flag("joined")
    }
}
