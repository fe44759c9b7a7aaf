import Assessment
import Results
import SQLiteResults
import Sittings

/// `assay store backup` and `assay store restore`.
struct StoreCopies {
    private let call: Invocation
    private let environment: Environment
    private let path: String
    private let file: String
    private let isForced: Bool

    init(_ call: Invocation, _ environment: Environment) throws(CommandFault) {
        self.call = call
        self.environment = environment
        path = try StorePlace(call, environment).path
        file = call.argument("file") ?? ""
        isForced = call.flag("force")
        if file == "-" {
            throw CommandFault(
                .usage, "a store is a file, and cannot be a stream", advice: "name a file")
        }
    }

    // MARK: Backup

    func backup() throws -> ExitCode {
        let contents = try CommandStore(call, environment).reading { store in
            do throws(StoreFault) {
                return try store.backup(to: file, replacing: isForced)
            } catch {
                throw notWritten(error)
            }
        }
        let console = environment.console
        if call.flag("json") {
            console.write(
                json: [
                    "schema": "assay/store-backup/1", "path": .string(path),
                    "file": .string(file), "contents": contents.json,
                ])
        } else {
            let name = file.terminalSafe()
            console.writeLine("\(name): \(counted(contents.total, "record")), checked")
            if !console.isQuiet { console.write(contents.text) }
        }
        return .done
    }

    /// Faults of the disk name the file themselves, and those of the store are its own.
    private func notWritten(_ fault: StoreFault) -> any Error {
        switch fault.kind {
        case .conflict:
            CommandFault(
                .cannotWrite, "there is a file \(CommandFault.quoted(file)) already",
                advice: "choose another name, or replace it with --force")
        case .refused, .missing, .isLink, .notAStore:
            CommandFault(.cannotWrite, fault.message, advice: fault.advice)
        case .full, .inputOutput, .denied, .readOnly:
            CommandFault(ExitCode(fault.kind), fault.message, advice: fault.advice)
        case .damaged:
            CommandFault(
                .badData, "\(path): \(fault.message)",
                advice: "no backup was made; 'assay store verify' tells what is damaged")
        default: fault
        }
    }

    // MARK: Restore

    func restore() throws -> ExitCode {
        try refuseDamage()
        let restoration: Restoration
        do throws(StoreFault) {
            restoration = try SQLiteStore.restore(
                from: file, to: path, replacing: isForced, at: environment.now,
                patience: environment.patience
            ) { copy throws(StoreFault) in
                let found = try copy.verify(regrading: Regrading().recompute).findings
                environment.console.write(found, of: file)
                if !found.isEmpty {
                    throw StoreFault(.damaged, "this backup cannot be trusted")
                }
            }
        } catch {
            throw notRestored(error)
        }
        report(restoration)
        return .done
    }

    private func refuseDamage() throws(CommandFault) {
        let findings: [StoreFinding]
        do throws(StoreFault) {
            findings = try SQLiteStore.fileFindings(at: file, patience: environment.patience)
        } catch {
            throw .other(error, at: file, in: environment, advice: Self.another)
        }
        if findings.isEmpty { return }
        environment.console.write(findings, of: file)
        throw CommandFault(.badData, "\(file): this backup is damaged", advice: Self.another)
    }

    private static let another = "the store was left as it was; restore another file"

    private func notRestored(_ fault: StoreFault) -> CommandFault {
        switch fault.kind {
        case .conflict:
            CommandFault(
                .cannotWrite, "there is a store at \(CommandFault.quoted(path)) already",
                advice: "--force replaces it, and keeps it under another name")
        case .damaged, .notAStore, .tooNew:
            .other(fault, at: file, in: environment, advice: Self.another)
        default: CommandFault(fault, at: path, in: environment, isWrite: true)
        }
    }

    private func report(_ restoration: Restoration) {
        let console = environment.console
        if call.flag("json") {
            console.write(
                json: [
                    "schema": "assay/store-restore/1", "path": .string(path),
                    "file": .string(file),
                    "replaced": restoration.replaced.map { .string($0) } ?? .null,
                    "contents": restoration.contents.json,
                ])
            return
        }
        let total = counted(restoration.contents.total, "record")
        console.writeLine("\(path.terminalSafe()): \(total), restored")
        if let replaced = restoration.replaced {
            console.writeLine("what was there is kept as \(replaced.terminalSafe())")
        }
        if !console.isQuiet { console.write(restoration.contents.text) }
    }
}
