import Assessment
import Results
import SQLiteResults
import Sittings

/// `assay store verify`: the file, the chain, the records and the verdicts.
struct StoreVerify {
    private let call: Invocation
    private let environment: Environment
    private let path: String

    init(_ call: Invocation, _ environment: Environment) throws(CommandFault) {
        self.call = call
        self.environment = environment
        path = try StorePlace(call, environment).path
    }

    func run() throws -> ExitCode {
        let known = try call.values("head").map { text throws(CommandFault) in
            guard let head = Digest(hex: text) else { throw .noHead(text) }
            return head
        }
        let whole: WholeCheck
        do throws(StoreFault) {
            whole = try WholeCheck(of: path, known: known, environment)
        } catch {
            throw CommandFault(error, at: path, in: environment)
        }
        if call.flag("json") {
            environment.console.write(json: json(whole))
        } else {
            report(whole)
        }
        return whole.findings.isEmpty ? .done : .no
    }

    private func report(_ whole: WholeCheck) {
        let console = environment.console
        console.write(whole.findings, of: path)
        if let result = whole.result, !console.isQuiet {
            console.writeLine("records: \(result.records)")
            console.writeLine("entries of the audit chain: \(result.entries)")
            console.writeLine(
                "verdicts computed again: \(result.verdicts - result.unprovable.values.reduce(0, +))"
            )
            for (why, count) in result.unprovable.sorted(by: { $0.key < $1.key }) {
                console.writeLine("verdicts that cannot be, \(why.terminalSafe()): \(count)")
            }
            if let head = result.head {
                console.writeLine("head of the audit chain: \(head.hash)")
            }
        }
        let verdict = whole.findings.isEmpty ? "no faults" : counted(whole.findings.count, "fault")
        console.writeLine("\(path.terminalSafe()): \(verdict)")
    }

    private func json(_ whole: WholeCheck) -> JSON {
        let result = whole.result
        let unprovable = result?.unprovable.map { ($0.key, JSON.integer($0.value)) } ?? []
        return .object([
            ("schema", "assay/store-verify/1"), ("path", .string(path)),
            ("findings", .array(whole.findings.map(\.json))),
            ("records", result.map { .integer($0.records) } ?? .null),
            ("entries", result.map { .integer($0.entries) } ?? .null),
            ("verdicts", result.map { .integer($0.verdicts) } ?? .null),
            ("unprovable", .object(unprovable)),
            ("head", result?.head.map { .string($0.hash.hex) } ?? .null),
        ])
    }
}

/// Everything that can be held against a store, as `verify` and `merge` want to know it.
struct WholeCheck {
    private(set) var findings: [StoreFinding]
    /// Nil where the file is too damaged to read records from.
    private(set) var result: Verification?

    init(
        of path: String, known: [Digest] = [], _ environment: Environment
    ) throws(StoreFault) {
        Self.tell("checking every byte of \(path)", environment)
        findings = try SQLiteStore.fileFindings(at: path, patience: environment.patience)
        do throws(StoreFault) {
            let store = try SQLiteStore.openCopy(path)
            Self.tell("checking every record and verdict", environment)
            let result = try store.verify(known: known, regrading: Regrading().recompute)
            findings += result.findings
            self.result = result
            try store.close()
        } catch {
            guard error.kind == .damaged else { throw error }
            if findings.isEmpty { findings.append(StoreFinding(.file, error.message)) }
        }
    }

    /// Large stores take a while, which only somebody who waits for it has to know.
    private static func tell(_ what: String, _ environment: Environment) {
        if environment.console.errors.isTerminal { environment.console.remark(what) }
    }
}

extension CommandFault {
    fileprivate static func noHead(_ text: String) -> CommandFault {
        CommandFault(
            .usage, "\(quoted(text)) is no head of an audit chain",
            advice: "a head has 64 digits and small letters, as 'assay store verify' prints it")
    }
}
