internal import CSQLite
internal import Results

extension Connection {
    /// Copies the store, as it is now, to a file of a name that is not taken.
    ///
    /// It is one snapshot, whoever writes meanwhile, and it is complete, private and checked when
    /// this returns; where it fails, nothing is left. The copy is one file without a log.
    package func backup(to path: String) throws(SQLiteFault) {
        let path = try StoreFile.resolve(path)
        try StoreFile.makeEmpty(path)
        do throws(SQLiteFault) {
            try backup(into: path)
        } catch {
            StoreFile.remove(path)
            throw error
        }
    }

    /// The same into a file that is empty and that nobody else has open; where it fails, what that
    /// holds is of no use.
    func backup(into path: String) throws(SQLiteFault) {
        try refuseIfSpent(.copying)
        let path = try StoreFile.resolve(path)
        try copyPages(to: path)
        try StoreFile.checkCopy(path)
    }

    /// All pages in one step: readers hold nobody up, and nothing has to be begun again.
    private func copyPages(to path: String) throws(SQLiteFault) {
        let copy = try Connection(opening: path, .readWrite, isAlone: true)
        try copy.reserveSeals()
        guard let backup = sqlite3_backup_init(copy.handle, "main", handle, "main") else {
            throw copy.fault(sqlite3_errcode(copy.handle), .copying)
        }
        let code = sqlite3_backup_step(backup, -1)
        let ending = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, ending == SQLITE_OK else {
            let fault = copy.fault(code == SQLITE_DONE ? ending : code, .copying)
            // SQLite keeps the reason with the copy, and we the page with the file that has it.
            guard case .corrupt = fault.kind, let page = PageSealing.takeFaultyPage(of: handle)
            else { throw fault }
            throw SQLiteFault(.corrupt(page: page), .copying, code: fault.code, fault.message)
        }
        // The pages say that there is a log; a copy has to be whole without one.
        guard try copy.value("PRAGMA journal_mode = DELETE") == .text("delete") else {
            throw SQLiteFault(.other, .copying, "the copy could not be finished")
        }
        try copy.close()
    }

    /// What SQLite finds wrong with the file and with the rules between tables; nothing, as a rule.
    ///
    /// `isQuick` leaves out whether each index has what its table has.
    package func integrityFaults(isQuick: Bool = false) throws(SQLiteFault) -> [String] {
        var faults: [String] = []
        let check = try statement(isQuick ? "PRAGMA quick_check" : "PRAGMA integrity_check")
        while try check.next() {
            let line = try check.text(0)
            if line != "ok" { faults.append(line) }
        }
        let orphans = try statement("PRAGMA foreign_key_check")
        while try orphans.next() {
            let row = orphans.isNull(1) ? "a row" : "row \(try orphans.integer(1))"
            faults.append(
                "\(row) of '\(try orphans.text(0))' belongs to none of '\(try orphans.text(2))'")
        }
        return faults
    }
}

extension StoreFile {
    /// Refuses a copy that could not be used in the store's place.
    fileprivate static func checkCopy(_ path: String) throws(SQLiteFault) {
        try check(path, newest: .max)
        if let fault = try PageCheck.firstFault(inFileAt: path) {
            throw SQLiteFault(.corrupt(page: fault.page), .checking, "the copy is damaged")
        }
        let copy = try Connection(opening: path, .readOnly)
        if let fault = try copy.integrityFaults().first {
            throw SQLiteFault(.corrupt(page: nil), .checking, fault)
        }
        try copy.close()
    }
}
