import Assessment
import Results

/// Settles who takes a quiz: whom the command line names, or whoever says so when asked.
struct LearnerAsking {
    private let call: Invocation
    private let environment: Environment
    private let store: CommandStore

    init(_ call: Invocation, _ environment: Environment) throws(CommandFault) {
        self.call = call
        self.environment = environment
        store = try CommandStore(call, environment)
    }

    /// Somebody known, or somebody new who was asked for a name and added.
    func learner() throws -> Person {
        let register = try known()
        if let word = call.value("learner") { return try register.person(word) }
        let usual = try usual(in: register)
        guard environment.mayAsk else {
            if let usual { return usual }
            throw CommandFault(
                .usage, "it is not known who takes the quiz",
                advice: "name somebody with --learner, or add them with 'assay learner add'")
        }
        return try ask(usual, register)
    }

    /// Somebody known, without asking.
    func knownLearner() throws -> Person {
        let register = try known()
        if let word = call.value("learner") { return try register.person(word) }
        if let usual = try usual(in: register) { return usual }
        throw CommandFault(
            .usage, "it is not known who took the quiz", advice: "name somebody with --learner")
    }

    /// Everybody, or nobody where there is no store yet.
    private func known() throws -> Register {
        do {
            return try store.register()
        } catch let fault as CommandFault where fault.exitCode == .noInput {
            return Register()
        }
    }

    /// Whom this user of the system added, and who began a quiz last.
    ///
    /// Of several who never began one nobody can tell who is meant.
    private func usual(in register: Register) throws -> Person? {
        guard !register.named.isEmpty else { return nil }
        let candidates = try store.reading { store in
            let records = try store.records(PersonRecord.self, .all)
            let added = Set(records.filter { $0.author == environment.user }.map(\.person.id))
            return try register.named.filter { added.contains($0.id) }.map { person in
                let sittings = try store.records(SittingRecord.self, .learner(person.id))
                return (person: person, last: sittings.map(\.time).max())
            }
        }
        let started = candidates.filter { $0.last != nil }
        if started.isEmpty { return candidates.count == 1 ? candidates[0].person : nil }
        return started.max { ($0.last ?? .zero, $0.person.id) < ($1.last ?? .zero, $1.person.id) }?
            .person
    }

    private func ask(_ usual: Person?, _ register: Register) throws -> Person {
        var question = "Your name"
        if let usual { question += ", or Enter for \(usual.shownName)" }
        var unknown: String?
        while let line = try environment.answer(question + ":") {
            let name = line.trimmed
            if name.isEmpty {
                if let unknown { return try add(unknown) }
                if let usual { return usual }
                question = "Type your name"
                continue
            }
            do {
                return try register.person(name)
            } catch let fault where fault.exitCode == .usage {
                environment.console.report([fault])
                question = "Your id"
            } catch {
                // The first of all needs not to be asked twice.
                if register.named.isEmpty { return try add(name) }
                unknown = name
                question = "Nobody here is called \(name). Enter to begin as \(name), or type "
                question += "another name"
            }
        }
        throw CommandFault(
            .usage, "it was not said who takes the quiz", advice: "name somebody with --learner")
    }

    private func add(_ name: String) throws -> Person {
        let form = try PersonForm(name: name, externalID: nil, email: nil)
        let scribe = Scribe(environment)
        let person = Person(id: scribe.newPersonID(), name: form.name)
        try store.change(at: scribe.time, making: true) { _ throws(CommandFault) in
            [scribe.record(person)]
        }
        return person
    }
}

extension Timestamp {
    fileprivate static let zero = Timestamp(microseconds: 0)
}
