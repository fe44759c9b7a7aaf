import Assessment
package import Results

extension CommandFault {
    /// What a store did not do, with its path; of a write it says what became of it.
    package init(
        _ fault: StoreFault, at path: String, in environment: Environment, isWrite: Bool = false
    ) {
        if fault.kind == .missing, !isWrite {
            self = .noStore(path, environment)
            return
        }
        var message = "\(path): \(fault.message)"
        var advice = fault.advice
        if isWrite {
            switch fault.outcome {
            case .saved: message = "saved, but \(message)"
            case .notSaved: message = "nothing was saved: \(message)"
            case .unknown:
                message = "it is not known whether this was saved: \(message)"
                let look = "look whether it is there before you do it again"
                advice = advice.map { "\($0); then \(look)" } ?? look
            }
        }
        self.init(ExitCode(fault.kind), message, advice: advice)
    }

    private static func noStore(_ path: String, _ environment: Environment) -> CommandFault {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let listing = environment.names(slash.map { String(path[...$0]) } ?? ".")
        let stores = listing.filter { $0.hasSuffix(".sqlite") }
        return CommandFault(
            .noInput, "there is no store of results at \(quoted(path))",
            suggestions: Suggestions.fileNames(near: path, listing: stores),
            advice: "'assay learner add' and 'assay learner import' make one")
    }
}

extension ExitCode {
    /// What a store's fault tells the shell.
    package init(_ kind: StoreFault.Kind) {
        self =
            switch kind {
            case .missing: .noInput
            case .denied, .readOnly: .permission
            case .full, .inputOutput: .inputOutput
            case .busy, .leased: .locked
            case .notAStore, .tooNew, .damaged, .isLink: .badData
            case .unsafePlace: .cannotWrite
            case .conflict, .refused: .no
            }
    }
}
