import Assessment
import Results

/// Writes down what one run changes, all at one time and by one author.
struct Scribe {
    let time: Timestamp
    let author: String
    private let environment: Environment

    init(_ environment: Environment) {
        time = environment.now
        author = environment.user
        self.environment = environment
    }

    func newPersonID() -> Person.ID { environment.newID() }

    func record(_ person: Person) -> PersonRecord {
        PersonRecord(id: environment.newID(), time: time, author: author, person: person)
    }

    func record(_ cohort: Cohort) -> CohortRecord {
        CohortRecord(id: environment.newID(), time: time, author: author, cohort: cohort)
    }

    func record(_ person: Person.ID, joins cohort: Cohort.ID) -> MembershipRecord {
        membership(person, cohort, true)
    }

    func record(_ person: Person.ID, leaves cohort: Cohort.ID) -> MembershipRecord {
        membership(person, cohort, false)
    }

    func erasure(of person: Person.ID) -> ErasureRecord {
        ErasureRecord(learner: person, id: environment.newID(), time: time, author: author)
    }

    private func membership(
        _ person: Person.ID, _ cohort: Cohort.ID, _ isJoined: Bool
    ) -> MembershipRecord {
        MembershipRecord(
            id: environment.newID(), time: time, author: author, cohort: cohort, person: person,
            isJoined: isJoined)
    }
}
