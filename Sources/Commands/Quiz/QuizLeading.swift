import Assessment
import Results
import Sittings

/// `assay quiz proctor` and `assay quiz release`: what leads decide about a quiz.
enum QuizLeading {
    static func proctor(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let found = try QuizFinding(environment).quiz(call.argument("quiz"))
        let isCleared = call.flag("clear")
        guard isCleared || found.quiz.policy.isProctored else {
            throw CommandFault(
                .no, "\(found.name) says nothing of a proctor",
                advice: "write proctored=\"yes\" on the quiz in \(found.path)")
        }
        let code = isCleared ? nil : try ProctorCode.new(call, environment)
        try SittingDesk.opening(call, environment) { invigilator in
            try invigilator.setCode(code, of: found.name)
        }
        environment.console.writeLine(
            (isCleared
                ? "\(found.name) opens without a code now."
                : "\(found.name) opens with the new code now.").terminalSafe())
        return .done
    }

    static func release(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let found = try QuizFinding(environment).quiz(call.argument("quiz"))
        let register = try CommandStore(call, environment).register()
        let people = try learners(call, register)
        var released: [(Person, KeptSitting)] = []
        var open = 0
        try SittingDesk.opening(call, environment) { invigilator in
            for person in people {
                let sittings = try invigilator.sittings(of: person.id, quiz: found.name)
                for sitting in sittings where isMeant(sitting, call) && sitting.isHeld {
                    if sitting.isOpen { open += 1 } else { released.append((person, sitting)) }
                }
            }
            try invigilator.release(released.map(\.1))
        }
        report(released, open: open, of: found.name, call, environment)
        return .done
    }

    static func learners(
        _ call: Invocation, _ register: Register
    ) throws(CommandFault) -> [Person] {
        if let word = call.value("learner") {
            return [try register.person(word)].filter { !$0.isErased }
        }
        if let word = call.value("cohort") {
            return register.members(of: try register.cohort(word).id).filter { !$0.isErased }
        }
        return register.named
    }

    private static func isMeant(_ sitting: KeptSitting, _ call: Invocation) -> Bool {
        call.value("sitting").map {
            sitting.record.id.description.hasPrefix($0.lowercased())
        } ?? true
    }

    private static func report(
        _ released: [(Person, KeptSitting)], open: Int, of name: String, _ call: Invocation,
        _ environment: Environment
    ) {
        let console = environment.console
        if call.flag("json") {
            console.write(
                json: [
                    "schema": "assay/quiz-release/1", "quiz": .string(name),
                    "released": .array(
                        released.map { person, sitting in
                            [
                                "learner": .string(person.id.description),
                                "sitting": .string(sitting.record.id.description),
                            ]
                        }), "open": .integer(open),
                ])
            return
        }
        for (person, sitting) in released {
            console.writeLine(
                "released: \(person.shownName) (\(person.handle)), attempt \(sitting.record.attempt)"
                    .terminalSafe())
        }
        let results = released.isEmpty ? "no result" : counted(released.count, "result")
        console.writeLine("\(name): \(results) released".terminalSafe())
        if open > 0 { console.remark("\(counted(open, "sitting")) still open, and not released") }
    }
}
