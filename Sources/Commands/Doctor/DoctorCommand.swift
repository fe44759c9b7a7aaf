import Assessment

/// `assay doctor`: what to look at first where something does not work.
extension CommandSpec {
    static let doctor = CommandSpec(
        "doctor", group: "Getting help",
        summary: "Say what is wrong with the program, the machine, the store or the content.",
        discussion: [
            """
            Changes nothing. What is printed can go into a report of a fault as it is: it counts \
            people and results and names nobody, neither the machine nor whoever uses it. Exits \
            with 1 where something is broken; notes alone are no fault.
            """
        ],
        examples: [
            .init("assay doctor", shows: "Look at everything."),
            .init("assay doctor --quiet", shows: "Only what is not as it should be."),
            .init("assay doctor --json > doctor.json", shows: "For a program, or a report."),
        ],
        options: [.store, .json],
        run: { call, environment in
            let program = ProgramCheckup(environment)
            let checkup = Checkup(
                [
                    program.versions, .machine(environment), .terminal(call, environment),
                    program.fonts, .store(call, environment), .content(environment),
                ], in: environment)
            if call.flag("json") {
                environment.console.write(json: checkup.json)
            } else {
                checkup.write(to: environment.console)
            }
            return checkup.count(.fault) == 0 ? .done : .no
        })
}
