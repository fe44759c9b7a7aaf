import Assessment
import Results
import SQLiteResults
import Terminal

/// `assay store merge`: the results of several stores in one.
struct StoreMerge {
    private struct Merged {
        let file: String
        let summary: MergeSummary
    }

    private let call: Invocation
    private let environment: Environment
    private let path: String
    private let files: [String]

    init(_ call: Invocation, _ environment: Environment) throws(CommandFault) {
        self.call = call
        self.environment = environment
        path = try StorePlace(call, environment).path
        files = call.arguments("file")
    }

    func run() throws -> ExitCode {
        // All of them, before anything is written.
        for file in files { try refuse(file) }
        let (merged, conflicts) = try CommandStore(call, environment).writing { store in
            var merged: [Merged] = []
            for file in files {
                merged.append(Merged(file: file, summary: try merge(file, into: store, merged)))
            }
            return (merged, try store.conflicts())
        }
        if call.flag("json") {
            environment.console.write(json: json(merged, conflicts))
        } else {
            report(merged, conflicts)
        }
        return conflicts.isEmpty ? .done : .no
    }

    private func refuse(_ file: String) throws {
        if SQLiteStore.areSame(path, file) {
            throw CommandFault(
                .no, "\(CommandFault.quoted(file)) is the store that would take it in",
                advice: "name another store, or say with --store where the results shall go")
        }
        let findings: [StoreFinding]
        do throws(StoreFault) {
            findings = try WholeCheck(of: file, environment).findings
        } catch {
            throw CommandFault.other(error, at: file, in: environment)
        }
        if findings.isEmpty { return }
        environment.console.write(findings, of: file)
        throw CommandFault(
            .badData, "\(file): this store cannot be trusted",
            advice: "nothing was merged; restore a backup of it, and merge that")
    }

    private func merge(
        _ file: String, into store: SQLiteStore, _ merged: [Merged]
    ) throws -> MergeSummary {
        do throws(StoreFault) {
            let other = try SQLiteStore.openCopy(file)
            let summary = try store.merge(other) { head, count in
                MergeRecord(
                    id: environment.newID(), time: environment.now, author: environment.user,
                    head: head.hash, count: count)
            }
            try? other.close()
            return summary
        } catch {
            guard error.kind == .conflict else { throw error }
            let before = merged.isEmpty ? "" : "; what was named before it is merged"
            throw CommandFault(
                .no, "\(file): \(error.message)",
                advice: (error.advice ?? "") + "; nothing of it was merged" + before)
        }
    }

    private func report(_ merged: [Merged], _ conflicts: [Conflict]) {
        let console = environment.console
        for one in merged {
            let total = one.summary.total
            let news = total == 0 ? "nothing new" : counted(total, "new record")
            console.writeLine("\(one.file.terminalSafe()): \(news)")
            for table in Table.all {
                guard let count = one.summary.added[table.name] else { continue }
                console.writeLine("  \(table.plural): \(count)")
            }
            if one.summary.erased > 0 {
                console.writeLine(
                    "  \(counted(one.summary.erased, "record")) of erased people emptied")
            }
        }
        for conflict in conflicts {
            let word = console.outputPalette.paint("conflict:", as: .warning)
            console.writeLine("\(word) \(conflict.description.terminalSafe())")
        }
        if !conflicts.isEmpty {
            console.remark("Both sides of each conflict are kept; decide which of them counts.")
        }
    }

    private func json(_ merged: [Merged], _ conflicts: [Conflict]) -> JSON {
        .object([
            ("schema", "assay/store-merge/1"), ("path", .string(path)),
            (
                "files",
                .array(
                    merged.map { one in
                        .object([
                            ("file", .string(one.file)), ("added", .integer(one.summary.total)),
                            ("erased", .integer(one.summary.erased)),
                            (
                                "kinds",
                                .object(one.summary.added.map { ($0.key, .integer($0.value)) })
                            ),
                        ])
                    })
            ),
            ("conflicts", .array(conflicts.map { .string($0.description) })),
        ])
    }
}
