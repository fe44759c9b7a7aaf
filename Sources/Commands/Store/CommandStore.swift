import Results
import SQLiteResults

/// The store that a command line means, open for as long as one command needs it.
///
/// ```swift
/// let people = try CommandStore(call, environment).reading { try $0.people() }
/// ```
/// What the store cannot do comes as a `CommandFault` with the store's path and an exit code.
struct CommandStore {
    let path: String
    private let environment: Environment

    init(_ call: Invocation, _ environment: Environment) throws(CommandFault) {
        path = try StorePlace(call, environment).path
        self.environment = environment
    }

    /// Reads from a store that is there; one that is not is a fault that says what makes one.
    func reading<Answer>(_ body: (SQLiteStore) throws -> Answer) throws -> Answer {
        do {
            let store = try SQLiteStore.open(path, .reading, patience: environment.patience)
            let answer = try body(store)
            try? store.close()
            return answer
        } catch let fault as StoreFault {
            throw CommandFault(fault, at: path, in: environment)
        }
    }

    /// Writes to the store, which is made first where there is none.
    ///
    /// A fault says whether what was to be saved is saved, is not, or may be.
    func writing<Answer>(_ body: (SQLiteStore) throws -> Answer) throws -> Answer {
        do {
            let store = try SQLiteStore.openOrCreate(path, patience: environment.patience)
            let answer = try body(store)
            finish(store)
            return answer
        } catch let fault as StoreFault {
            throw CommandFault(fault, at: path, in: environment, isWrite: true)
        }
    }

    /// What is saved stays saved, whatever happens while the last one out tidies up.
    private func finish(_ store: SQLiteStore) {
        do {
            try store.close()
        } catch {
            environment.console.remark(
                "everything is saved, but the store could not be closed well: \(error.message)")
        }
    }
}

extension Environment {
    /// Tells the person once when others keep a command waiting.
    var patience: SQLiteStore.Patience {
        let console = console
        return SQLiteStore.Patience(
            limit: turnLimit,
            onWait: { console.remark("waiting for other programs that save to this store") })
    }
}
