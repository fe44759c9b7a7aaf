import Assessment
import Content
import Results

/// `assay cohort create`, `edit`, `add` and `remove`.
enum CohortChange {
    static func create(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let word = call.argument("id") ?? ""
        guard let id = Cohort.ID(word) else {
            throw CommandFault(
                .usage, "\(CommandFault.quoted(word)) cannot be the id of a cohort",
                suggestions: [Cohort.handle(for: word)?.text].compactMap { $0 },
                advice: "use letters a to z, digits, '.', '-' and '_', a letter or digit first, "
                    + "at most 64; --title takes any words")
        }
        let cohort = Cohort(id: id, title: try title(call) ?? id.text)
        let scribe = Scribe(environment)
        try CommandStore(call, environment).change(at: scribe.time, making: true) {
            register throws(CommandFault) in
            if let other = register.cohorts.first(where: { $0.id.folded == id.folded }) {
                throw CommandFault(
                    .no, "there is a cohort '\(other.id)' already",
                    advice: "'assay cohort edit \(other.id) --title' changes its title")
            }
            return [scribe.record(cohort)]
        }
        report("created", cohort, call, environment)
        return .done
    }

    static func edit(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let scribe = Scribe(environment)
        let title = try title(call) ?? ""
        var changed: Cohort?
        try CommandStore(call, environment).change(at: scribe.time) {
            register throws(CommandFault) in
            var cohort = try register.cohort(call.argument("id") ?? "")
            let isSame = cohort.title == title
            cohort.title = title
            changed = cohort
            return isSame ? [] : [scribe.record(cohort)]
        }
        guard let changed else { return .internalFault }
        report("now", changed, call, environment)
        return .done
    }

    /// Everybody named, or nobody where one of them cannot be found.
    static func move(
        _ call: Invocation, _ environment: Environment, in isJoining: Bool
    ) throws -> ExitCode {
        let scribe = Scribe(environment)
        var moved: [Person] = []
        var unmoved: [Person] = []
        var cohort: Cohort?
        try CommandStore(call, environment).change(at: scribe.time) {
            register throws(CommandFault) in
            let found = try register.cohort(call.argument("id") ?? "")
            let people = try register.people(call.arguments("who"))
            if isJoining, let erased = people.first(where: \.isErased) {
                throw CommandFault(.no, "the data of \(erased.id) were erased")
            }
            let members = people.filter { register.cohorts(of: $0.id).contains(found.id) }
            let others = people.filter { !register.cohorts(of: $0.id).contains(found.id) }
            cohort = found
            (moved, unmoved) = isJoining ? (others, members) : (members, others)
            return moved.map {
                isJoining
                    ? scribe.record($0.id, joins: found.id)
                    : scribe.record($0.id, leaves: found.id)
            }
        }
        guard let cohort else { return .internalFault }
        let console = environment.console
        if call.flag("json") {
            let ids = { (people: [Person]) -> JSON in
                .array(people.map { .string($0.id.description) })
            }
            console.write(
                json: [
                    "schema": "assay/cohort-change/1", "cohort": .string(cohort.id.text),
                    isJoining ? "added" : "removed": ids(moved), "unchanged": ids(unmoved),
                ])
            return .done
        }
        let (verb, state) = isJoining ? ("added to", "is in") : ("removed from", "is not in")
        for person in moved {
            console.writeLine(
                "\(verb) \(cohort.id): \(person.shownName) (\(person.handle))".terminalSafe())
        }
        for person in unmoved {
            let already = isJoining ? " already" : ""
            console.remark("\(person.shownName) (\(person.handle)) \(state) \(cohort.id)\(already)")
        }
        return .done
    }

    private static func title(_ call: Invocation) throws(CommandFault) -> String? {
        guard let title = call.value("title") else { return nil }
        // A title is held to what a name is held to.
        let form: PersonForm
        do {
            form = try PersonForm(name: title, externalID: nil, email: nil)
        } catch {
            throw CommandFault(.usage, "this cannot be a title: \(error.message)")
        }
        return form.name
    }

    private static func report(
        _ verb: String, _ cohort: Cohort, _ call: Invocation, _ environment: Environment
    ) {
        let console = environment.console
        if call.flag("json") {
            console.write(
                json: [
                    "schema": "assay/cohort/1", "cohort": .string(cohort.id.text),
                    "title": .string(cohort.title),
                ])
        } else {
            console.writeLine("\(verb) \(cohort.id): \(cohort.title)".terminalSafe())
        }
    }
}
