import Disk
import Glibc
import Results

/// What the drivers of the soak run, one process after the other, against a store.
@main
enum Main {
    static func main() {
        ProcessSafety.prepare()
        guard let request = Request(CommandLine.arguments.dropFirst()) else {
            Output.line(
                "usage: store-soak write|count|verify|checkpoint|submit|hold STORE [--OPTION VALUE]…"
            )
            exit(64)
        }
        do throws(StoreFault) {
            try run(request)
        } catch {
            Output.fault(error, doing: request.command)
            exit(3)
        }
    }

    private static func run(_ request: Request) throws(StoreFault) {
        switch request.command {
        case "write": exit(try Writing(request).run() ? 0 : 3)
        case "count": try count(request.store)
        case "verify": exit(try verify(request.store, known: request.known) ? 0 : 1)
        case "checkpoint": try checkpoint(request.store, for: .seconds(request.seconds))
        case "submit": try submit(request.store)
        case "hold": try hold(request.store)
        default: exit(64)
        }
    }
}
