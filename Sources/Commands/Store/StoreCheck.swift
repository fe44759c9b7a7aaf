import Assessment
import Results
import Terminal

/// `assay store check`: what can be said of a store in a moment.
struct StoreCheck {
    private let call: Invocation
    private let environment: Environment
    private let place: StorePlace

    init(_ call: Invocation, _ environment: Environment) throws(CommandFault) {
        self.call = call
        self.environment = environment
        place = try StorePlace(call, environment)
    }

    func run() throws -> ExitCode {
        let health = StoreHealth(place.path, environment)
        if let fault = health.fault, fault.kind != .damaged, fault.kind != .unsafePlace {
            throw CommandFault(fault, at: place.path, in: environment)
        }
        if call.flag("json") {
            environment.console.write(json: health.json(place))
        } else {
            report(health)
        }
        return health.problems.isEmpty ? .done : .no
    }

    private func report(_ health: StoreHealth) {
        let console = environment.console
        let path = place.path.terminalSafe()
        if !console.isQuiet {
            for (term, text) in health.facts {
                console.writeLine(
                    term + TextLayout.spaces(10 - term.utf8.count) + text.terminalSafe())
            }
            for note in health.notes { console.writeLine("note: \(note.terminalSafe())") }
        }
        for problem in health.problems {
            let word = console.outputPalette.paint("error:", as: .wrong)
            console.writeLine("\(path): \(word) \(problem.message.terminalSafe())")
            if let advice = problem.advice { console.writeLine("    → \(advice.terminalSafe())") }
        }
        let count = health.problems.count
        console.writeLine("\(path): \(count == 0 ? "no faults" : counted(count, "fault"))")
    }
}
