import Assessment
import Grading
import Results
import Reviews
import Sittings

// The name is one of Sittings', too.
import struct Grading.Standing

/// `assay program status`: where a learner, or everybody in a cohort, stands.
enum StatusCommand {
    /// One learner in one program.
    struct Line {
        let learner: Person
        let program: Program
        let standing: Standing
    }

    static func run(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let named = try call.value("program").map {
            try ContentFinding<Program>(environment).find($0)
        }
        let known = try named.map { [$0] } ?? ContentFinding<Program>(environment).all()
        let word = call.argument("who") ?? ""
        let (people, isCohort, lines) = try ReviewDesk.open(call, environment) { desk in
            let cohort = desk.register.cohorts.first { $0.id.text == word }
            let people =
                try cohort.map { desk.register.members(of: $0.id) }
                ?? [desk.register.person(word)]
            let invigilator = SittingDesk.invigilator(desk.secretary.store, environment)
            var lines: [Line] = []
            for person in people where !person.isErased {
                lines += try desk.work(of: person, invigilator)
                    .standings(of: person, in: known, evenWithoutWork: named != nil)
            }
            return (people, cohort != nil, lines)
        }
        guard !lines.isEmpty || people.isEmpty else {
            throw CommandFault(
                .usage, "there is no work for any program yet",
                details: known.map { "\($0.id)  \($0.title)" },
                advice: "name a program with --program")
        }
        let console = environment.console
        if call.flag("json") {
            console.write(
                json: [
                    "schema": "assay/program-status/1",
                    "standings": .array(lines.map(StandingPage.json)),
                ])
        } else if isCohort {
            console.write(StandingPage.table(of: lines))
        } else {
            for (index, line) in lines.enumerated() {
                if index > 0 { console.write("\n") }
                console.write(
                    StandingPage.page(of: line).text(
                        width: console.width, palette: console.outputPalette))
            }
        }
        return .done
    }
}
