internal import Disk
internal import Results

extension SQLiteStore {
    /// Put together once: the columns' names take longer to join than SQLite to look up a row.
    func sql(_ deed: TableStatement.Deed, in table: Table) -> SQL {
        let statement = TableStatement(deed, in: table)
        if let text = texts[statement] { return text }
        let text = statement.sql
        texts[statement] = text
        return text
    }

    func run(_ sql: SQL, _ values: [Field]) throws(StoreFault) {
        precondition(isWriting, "records are added within a write")
        try inSQLite { _ = try connection.run(sql, values) }
    }

    /// Turns every row into what the body makes of its fields.
    func select<Made>(
        _ sql: SQL, _ values: [Field], _ make: ([Field]) throws(StoreFault) -> Made
    ) throws(StoreFault) -> [Made] {
        precondition(isWriting || isReading, "records are read within a read or a write")
        let rows = try inSQLite {
            var rows: [[Field]] = []
            let statement = try connection.statement(sql, values)
            while try statement.next() { rows.append(try statement.fields()) }
            return rows
        }
        var made: [Made] = []
        made.reserveCapacity(rows.count)
        for fields in rows { made.append(try make(fields)) }
        return made
    }
}

/// Speaks of SQLite's faults as the store's.
func inSQLite<Answer>(_ body: () throws -> Answer) throws(StoreFault) -> Answer {
    do {
        return try body()
    } catch let fault as SQLiteFault {
        throw StoreFault(fault)
    } catch let fault as DiskFault {
        throw StoreFault(fault)
    } catch {
        throw StoreFault(.inputOutput, "\(error)")
    }
}

/// Speaks of the disk's faults as the store's.
func inDisk<Answer: ~Copyable>(
    _ body: () throws(DiskFault) -> Answer
) throws(StoreFault) -> Answer {
    do throws(DiskFault) { return try body() } catch { throw StoreFault(error) }
}
