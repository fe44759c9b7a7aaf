import Assessment
import Results

/// `assay learner list` and `assay learner show`: who is known, and what is known of them.
enum LearnerReading {
    static func list(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let console = environment.console
        let register = try CommandStore(call, environment).register()
        var people = register.named
        var filters: [String] = []
        if let word = call.value("cohort") {
            let cohort = try register.cohort(word).id
            people = people.filter { register.cohorts(of: $0.id).contains(cohort) }
            filters.append("in \(cohort)")
        }
        if let role = call.value("role").flatMap({ Person.Role(rawValue: $0) }) {
            people = people.filter { $0.roles.contains(role) }
            filters.append("with the role \(role.rawValue)")
        }
        if call.flag("json") {
            console.write(
                json: [
                    "schema": "assay/learners/1",
                    "people": .array(
                        people.map { PersonPage.json($0, in: register.cohorts(of: $0.id)) }),
                ])
            return .done
        }
        let end = filters.isEmpty ? "" : " " + filters.joined(separator: " ")
        if people.isEmpty {
            let advice = "; 'assay learner add' and 'assay learner import' add people"
            console.remark("nobody" + (end.isEmpty ? advice : end))
        } else {
            console.write(PersonPage.table(of: people, in: register))
            console.remark(counted(people.count, "person", "people") + end)
        }
        return .done
    }

    static func show(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let console = environment.console
        let who = call.argument("who") ?? ""
        let dossier = try CommandStore(call, environment).reading { store in
            let register = try Register(store)
            let person = try register.person(who)
            return try Dossier(of: person, in: register, store)
        }
        let page = DossierPage(dossier: dossier)
        if call.flag("json") {
            console.write(json: page.json)
        } else {
            console.write(page.text(width: console.output.isTerminal ? console.columns : nil))
        }
        return .done
    }
}
