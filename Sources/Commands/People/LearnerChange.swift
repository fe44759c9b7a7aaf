import Assessment
import Results

/// `assay learner add` and `assay learner edit`: writes down who somebody is.
enum LearnerChange {
    static func add(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let form = try PersonForm(
            name: call.argument("name") ?? "", externalID: call.value("id"),
            email: call.value("email"))
        let scribe = Scribe(environment)
        let roles = call.values("role").compactMap { Person.Role(rawValue: $0) }
        let person = Person(
            id: scribe.newPersonID(), name: form.name, externalID: form.externalID,
            email: form.email, roles: roles.isEmpty ? [.learner] : Set(roles))
        var cohorts: [Cohort.ID] = []
        var namesakes: [Person] = []
        try CommandStore(call, environment).change(at: scribe.time, making: true) {
            register throws(CommandFault) in
            try register.checkFree(person.externalID)
            cohorts = []
            for word in call.values("cohort") {
                let cohort = try register.cohort(word).id
                if !cohorts.contains(cohort) { cohorts.append(cohort) }
            }
            namesakes = register.named.filter { $0.name == person.name }
            let joins: [any Record] = cohorts.map { scribe.record(person.id, joins: $0) }
            return [scribe.record(person)] + joins
        }
        remark(form.warnings, environment)
        for other in namesakes.prefix(3) {
            environment.console.remark(
                "there is another \(other.shownName): \(other.handle)")
        }
        report("added", person, cohorts, call, environment)
        return .done
    }

    static func edit(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let options = ["name", "id", "email", "role"]
        guard options.contains(where: call.isGiven) else {
            throw CommandFault(
                .usage, "there is nothing to change",
                advice: "give --name, --id, --email or --role")
        }
        let scribe = Scribe(environment)
        var done: (person: Person, cohorts: [Cohort.ID], isSame: Bool)?
        var warnings: [String] = []
        try CommandStore(call, environment).change(at: scribe.time) {
            register throws(CommandFault) in
            let before = try register.person(call.argument("who") ?? "")
            guard let name = before.name else {
                throw CommandFault(
                    .no, "this person's data were erased",
                    advice: "'assay learner add' adds them anew")
            }
            let form = try PersonForm(
                name: call.value("name") ?? name,
                externalID: call.value("id") ?? before.externalID,
                email: call.value("email") ?? before.email)
            if form.externalID != before.externalID {
                try register.checkFree(form.externalID, for: before.id)
            }
            var person = before
            person.name = form.name
            person.externalID = form.externalID
            person.email = form.email
            if call.isGiven("role") {
                person.roles = Set(call.values("role").compactMap { Person.Role(rawValue: $0) })
            }
            warnings = form.warnings
            done = (person, register.cohorts(of: person.id), person == before)
            return person == before ? [] : [scribe.record(person)]
        }
        guard let done else { return .internalFault }
        remark(warnings, environment)
        report(done.isSame ? "the same:" : "now", done.person, done.cohorts, call, environment)
        return .done
    }

    private static func report(
        _ verb: String, _ person: Person, _ cohorts: [Cohort.ID], _ call: Invocation,
        _ environment: Environment
    ) {
        let console = environment.console
        if call.flag("json") {
            console.write(
                json: [
                    "schema": "assay/learner/1",
                    "person": PersonPage.json(person, in: cohorts),
                ])
        } else {
            console.writeLine("\(verb) \(PersonPage.line(of: person, in: cohorts))".terminalSafe())
        }
    }

    private static func remark(_ warnings: [String], _ environment: Environment) {
        for warning in warnings { environment.console.remark("mind: \(warning)") }
    }
}
