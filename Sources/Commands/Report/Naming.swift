import Assessment
import Exchange
import Results
import Reviews

/// How people, sittings and work are called: as they are, or by what a key makes of their ids.
struct Naming {
    private let register: Register
    /// Nil where everybody is called by name.
    private let key: PseudonymKey?
    private let pseudonyms: [Person.ID: Person]

    /// By names, as whoever looks after the store knows them.
    init(_ register: Register) {
        self.register = register
        key = nil
        pseudonyms = [:]
    }

    /// As the command line says.
    init(_ register: Register, _ call: Invocation, _ environment: Environment) throws(CommandFault)
    {
        let key = try call.value("pseudonymize").map { path throws(CommandFault) in
            try PseudonymKey(path, environment)
        }
        self.register = register
        self.key = key
        let masked = key.map { key in
            register.people.map { ($0.id, $0.pseudonymized(key.digest)) }
        }
        pseudonyms = Dictionary(masked ?? [], uniquingKeysWith: { first, _ in first })
    }

    /// Whether words are left out, too, that somebody typed or wrote and may be known by.
    var hidesWords: Bool { key != nil }

    func person(_ person: Person) -> Person { pseudonyms[person.id] ?? person }

    func name(of person: Person.ID) -> String {
        pseudonyms[person]?.shownName ?? register.name(of: person)
    }

    /// In an order that tells nothing of names where those are replaced.
    func ordered(_ people: [Person]) -> [Person] {
        hidesWords ? people.sorted { person($0).id < person($1).id } : people
    }

    /// What those are called who reviewed it; they have no pseudonyms.
    func reviewers(of submission: KeptSubmission) -> (Person.ID) -> String {
        if hidesWords { return submission.numbered }
        return name(of:)
    }

    func id(of sitting: SittingRecord) -> String {
        guard let key else { return sitting.id.description }
        return UniqueID(masking: sitting.id, key.digest).description
    }

    /// Its id was typed by somebody, perhaps after whoever made the work.
    func id(of submission: KeptSubmission) -> String {
        guard let key else { return submission.id }
        return "work-\(key.digest(Array(submission.id.utf8)).hex.prefix(8))"
    }

    /// What each part of the work is about, which may be somebody.
    func subject(_ subject: String, of submission: KeptSubmission) -> String {
        guard hidesWords else { return subject }
        let place = submission.record.subjects.firstIndex(of: subject) ?? 0
        return "subject \(place + 1)"
    }
}
