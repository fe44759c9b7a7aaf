import Assessment
import Results

/// Everybody and every cohort, as a store has them at one moment.
struct Register: Sendable {
    /// By their names; who was erased has none and comes last.
    let people: [Person]
    /// By their ids.
    let cohorts: [Cohort]
    private let cohortsByPerson: [Person.ID: [Cohort.ID]]
    private let peopleByID: [Person.ID: Person]

    init(people: [Person] = [], cohorts: [(Cohort, members: [Person.ID])] = []) {
        self.people = people.map { ($0, $0.sortKey) }.sorted { $0.1 < $1.1 }.map(\.0)
        peopleByID = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.cohorts = cohorts.map { $0.0 }
        var cohortsByPerson: [Person.ID: [Cohort.ID]] = [:]
        for (cohort, members) in cohorts {
            for member in members { cohortsByPerson[member, default: []].append(cohort.id) }
        }
        self.cohortsByPerson = cohortsByPerson
    }

    init(_ store: some ResultsStore) throws(StoreFault) {
        self = try store.reading { () throws(StoreFault) in
            var cohorts: [(Cohort, members: [Person.ID])] = []
            for cohort in try store.cohorts() {
                cohorts.append((cohort, members: try store.members(of: cohort.id)))
            }
            return Register(people: try store.people(), cohorts: cohorts)
        }
    }

    /// Those who were not erased.
    var named: [Person] { people.filter { !$0.isErased } }

    func person(_ id: Person.ID) -> Person? { peopleByID[id] }

    /// What to call a person in a list: never an empty word.
    func name(of person: Person.ID) -> String { self.person(person)?.shownName ?? "(unknown)" }

    func cohorts(of person: Person.ID) -> [Cohort.ID] { cohortsByPerson[person] ?? [] }

    func members(of cohort: Cohort.ID) -> [Person] {
        people.filter { cohorts(of: $0.id).contains(cohort) }
    }

    /// The shortest beginning of each unique id that no other has, of eight digits or more.
    var shortIDs: [Person.ID: String] {
        let sorted = people.map { ($0.id, Array($0.id.description.utf8)) }.sorted { $0.0 < $1.0 }
        var short: [Person.ID: String] = [:]
        for (index, (id, digits)) in sorted.enumerated() {
            var length = 8
            for other in [index - 1, index + 1] where sorted.indices.contains(other) {
                let same = zip(digits, sorted[other].1).prefix { $0 == $1 }.count
                length = max(length, same + 1)
            }
            // A hyphen at the end would look like a slip.
            if digits.indices.contains(length - 1), digits[length - 1] == UInt8(ascii: "-") {
                length += 1
            }
            short[id] = String(decoding: digits.prefix(length), as: UTF8.self)
        }
        return short
    }
}

extension Person {
    /// The same order on every machine, whatever its language.
    fileprivate var sortKey: SortKey {
        SortKey(
            isErased: isErased, name: Array((name ?? "").lowercased().unicodeScalars), id: id)
    }

    fileprivate struct SortKey: Comparable {
        let isErased: Bool
        let name: [Unicode.Scalar]
        let id: ID

        static func < (left: Self, right: Self) -> Bool {
            if left.isErased != right.isErased { return right.isErased }
            if left.name != right.name { return left.name.lexicographicallyPrecedes(right.name) }
            return left.id < right.id
        }
    }

    /// A name is only ever lost by erasing.
    var isErased: Bool { name == nil }

    /// What to call them on a line.
    var shownName: String { name ?? "(erased)" }

    /// What to type to mean them: the external id where there is one.
    var handle: String { externalID ?? id.description }

    /// In the order in which roles are declared.
    var sortedRoles: [Role] { Role.allCases.filter(roles.contains) }
}

extension CommandStore {
    /// Everybody in a store that is there.
    func register() throws -> Register { try reading { try Register($0) } }

    /// Adds what the body makes of everybody known once its turn has come; nothing where it throws.
    ///
    /// A store that is not there is a fault, unless it is to be made.
    func change(
        at time: Timestamp, making isMade: Bool = false,
        _ body: (Register) throws(CommandFault) -> [any Record]
    ) throws {
        do {
            try reading { _ in }
        } catch let fault as CommandFault where isMade && fault.exitCode == .noInput {
            // What is refused anyway shall not leave an empty store behind.
            _ = try body(Register())
        }
        let result: Result<Void, CommandFault> = try writing { store in
            var refusal: CommandFault?
            try store.add(at: time) { () throws(StoreFault) in
                let register = try Register(store)
                do throws(CommandFault) {
                    return try body(register)
                } catch {
                    refusal = error
                    return []
                }
            }
            return refusal.map { .failure($0) } ?? .success(())
        }
        try result.get()
    }
}
