import Assessment

/// `assay cohort list` and `assay cohort show`.
enum CohortReading {
    static func list(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let console = environment.console
        let register = try CommandStore(call, environment).register()
        let rows = register.cohorts.map { cohort in
            (cohort, register.members(of: cohort.id).count { !$0.isErased })
        }
        if call.flag("json") {
            let cohorts = rows.map { cohort, count -> JSON in
                [
                    "cohort": .string(cohort.id.text), "title": .string(cohort.title),
                    "members": .integer(count),
                ]
            }
            console.write(json: ["schema": "assay/cohorts/1", "cohorts": .array(cohorts)])
            return .done
        }
        if rows.isEmpty {
            console.remark("no cohorts; 'assay cohort create' makes one")
            return .done
        }
        var table = TextTable([.init("ID"), .init("TITLE"), .init("MEMBERS", isNumber: true)])
        for (cohort, count) in rows { table.add([cohort.id.text, cohort.title, String(count)]) }
        console.write(table)
        return .done
    }

    static func show(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let console = environment.console
        let register = try CommandStore(call, environment).register()
        let cohort = try register.cohort(call.argument("id") ?? "")
        let members = register.members(of: cohort.id)
        let named = members.filter { !$0.isErased }
        let erased = members.count - named.count
        if call.flag("json") {
            console.write(
                json: .object([
                    ("schema", "assay/cohort-members/1"), ("cohort", .string(cohort.id.text)),
                    ("title", .string(cohort.title)),
                    (
                        "members",
                        .array(
                            named.map { PersonPage.json($0, in: register.cohorts(of: $0.id)) })
                    ), ("erasedMembers", .integer(erased)),
                ]))
            return .done
        }
        console.writeLine("\(cohort.id): \(cohort.title)".terminalSafe())
        if !named.isEmpty {
            console.write("\n")
            console.write(PersonPage.table(of: named, in: register))
        }
        let end = erased > 0 ? ", and \(erased) whose data were erased" : ""
        console.remark(
            (named.isEmpty ? "nobody is in it" : counted(named.count, "member")) + end)
        return .done
    }
}
