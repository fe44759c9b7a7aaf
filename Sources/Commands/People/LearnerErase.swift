import Assessment
import Results

/// `assay learner erase`: shows what goes and what stays, asks, and erases.
struct LearnerErase: Sendable {
    func run(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let console = environment.console
        let store = try CommandStore(call, environment)
        let who = call.argument("who") ?? ""
        let (person, preview) = try store.reading { store in
            let person = try Register(store).person(who)
            return (person, try ErasurePreview(of: person.id, in: store))
        }
        let page = ErasurePage(
            person: person, preview: preview, copies: Self.copies(of: store.path, environment))
        let asJSON = call.flag("json")
        let isDryRun = call.flag("dry-run")
        if !asJSON { console.write(page.text + "\n") }
        if isDryRun {
            if asJSON { console.write(json: page.json(isErased: false, isDryRun: true)) }
            console.remark("nothing was erased, as --dry-run asks")
            return .done
        }
        if preview.erased == nil, !call.flag("yes") { try confirm(person, environment) }
        let record = Scribe(environment).erasure(of: person.id)
        // Again where it was done before: a copy that was merged later may have brought words back,
        // and the files may not have been free to be cleaned.
        try store.writing { try $0.erase(record) }
        if asJSON { console.write(json: page.json(isErased: true, isDryRun: false)) }
        if let erased = preview.erased, preview.goes.isEmpty {
            console.remark("this was done on \(erased.time.day) by \(erased.author)")
        } else {
            console.remark("erased; what is left is known as \(person.id)")
        }
        return .done
    }

    /// Returns where the person at the terminal types whom they mean.
    private func confirm(_ person: Person, _ environment: Environment) throws(CommandFault) {
        guard environment.mayAsk else {
            throw CommandFault(
                .usage, "nothing was erased: it cannot be undone, and nobody can be asked",
                advice: "look at it with --dry-run, then give --yes")
        }
        let names = [person.name, person.externalID, person.id.description].compactMap { $0 }
        let answer = environment.ask(
            "This cannot be undone. Type \(person.handle) to erase it, anything else to stop:")
        // Where the input ended instead, the question's line is still open.
        if answer == nil { environment.console.errors.write("\n") }
        guard let answer, names.contains(answer) else {
            throw CommandFault(.no, "nothing was erased")
        }
    }

    /// What lies beside the store under a name like a copy's.
    private static func copies(of path: String, _ environment: Environment) -> [String] {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[...$0]) } ?? ""
        let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        let own = [name] + ["-wal", "-shm", ".lock"].map { name + $0 }
        return environment.names(folder.isEmpty ? "." : folder).sorted()
            .filter { !own.contains($0) && ($0.hasPrefix(name) || $0.hasSuffix(".sqlite")) }.map {
                folder + $0
            }
    }
}
