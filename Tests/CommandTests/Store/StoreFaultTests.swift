import Commands
import Results
import Testing

@Suite struct `What a store did not do` {
    private let environment = Environment(
        arguments: [], console: Console(output: OutputStream(), errors: OutputStream()))

    @Test(arguments: [
        (StoreFault.Kind.busy, Int32(75)), (.leased, 75), (.full, 74), (.inputOutput, 74),
        (.denied, 77), (.readOnly, 77), (.missing, 66), (.notAStore, 65), (.tooNew, 65),
        (.damaged, 65), (.isLink, 65), (.unsafePlace, 73), (.conflict, 1), (.refused, 1),
    ])
    func `ends the run with a code that says why`(_ kind: StoreFault.Kind, _ status: Int32) {
        #expect(ExitCode(kind).status == status)
        let fault = CommandFault(StoreFault(kind, "why"), at: "/s", in: environment, isWrite: true)
        #expect(fault.exitCode.status == status)
    }

    @Test(arguments: [
        (StoreFault.Outcome.notSaved, "nothing was saved: /s: the disk is full", "free some space"),
        (.saved, "saved, but /s: the disk is full", "free some space"),
        (
            .unknown, "it is not known whether this was saved: /s: the disk is full",
            "free some space; then look whether it is there before you do it again"
        ),
    ])
    func `is told with what became of a write`(
        _ outcome: StoreFault.Outcome, _ message: String, _ advice: String
    ) {
        let fault = StoreFault(
            .full, "the disk is full", advice: "free some space", outcome: outcome)
        let told = CommandFault(fault, at: "/s", in: environment, isWrite: true)
        #expect(told.message == message)
        #expect(told.advice == advice)
        let read = CommandFault(fault, at: "/s", in: environment)
        #expect(read.message == "/s: the disk is full")
    }
}
