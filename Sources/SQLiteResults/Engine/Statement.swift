internal import CSQLite
package import Results

/// A statement at work: `while try statement.next() { try statement.text(0) }`.
///
/// It ends where it goes out of scope; what was read stays, because it was copied out.
package struct Statement: ~Copyable {
    private let prepared: PreparedStatement
    private let connection: Connection

    init(_ prepared: PreparedStatement, of connection: Connection) {
        prepared.isLeased = true
        self.prepared = prepared
        self.connection = connection
    }

    deinit {
        sqlite3_reset(prepared.handle)
        // So that no answer stays behind in memory for longer than it is needed.
        sqlite3_clear_bindings(prepared.handle)
        prepared.isLeased = false
    }

    var isReadOnly: Bool { sqlite3_stmt_readonly(prepared.handle) != 0 }

    /// Moves to the next row; `false` where there is none.
    package func next() throws(SQLiteFault) -> Bool {
        let code = sqlite3_step(prepared.handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw connection.fault(code, isReadOnly ? .reading : .writing)
        }
    }

    func bind(_ values: [Field]) throws(SQLiteFault) {
        precondition(
            Int(sqlite3_bind_parameter_count(prepared.handle)) == values.count,
            "a statement takes as many values as it has parameters")
        for (index, value) in values.enumerated() {
            let code = bind(value, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw connection.fault(code, .preparing) }
        }
    }

    /// SQLite copies every value at once, so that none has to outlive the call.
    private func bind(_ value: Field, at index: Int32) -> Int32 {
        let statement = prepared.handle
        let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)  // SQLITE_TRANSIENT
        switch value {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let number): return sqlite3_bind_int64(statement, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                // A null pointer would bind NULL, and an empty buffer may have one.
                guard let start = bytes.baseAddress else {
                    return sqlite3_bind_text64(statement, index, "", 0, copying, UInt8(SQLITE_UTF8))
                }
                return sqlite3_bind_text64(
                    statement, index, UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self),
                    UInt64(bytes.count), copying, UInt8(SQLITE_UTF8))
            }
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_zeroblob(statement, index, 0)
                }
                return sqlite3_bind_blob64(statement, index, start, UInt64(bytes.count), copying)
            }
        }
    }
}

@available(*, unavailable)
extension Statement: Sendable {}

// MARK: Columns of the row

extension Statement {
    package var columnCount: Int { Int(sqlite3_data_count(prepared.handle)) }

    /// A column from 0. Text that is not UTF-8 and fractions are damage: we never write either.
    package func field(_ column: Int) throws(SQLiteFault) -> Field {
        let statement = prepared.handle
        precondition(column >= 0 && column < columnCount, "the row has no column \(column)")
        let column = Int32(column)
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(statement, column)
            guard let start else { throw connection.fault(SQLITE_NOMEM, .reading) }
            // By its length: it may hold NUL.
            let bytes = UnsafeBufferPointer(
                start: start, count: Int(sqlite3_column_bytes(statement, column)))
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw unexpected(column, "text that is not UTF-8")
            }
            return .text(text)
        case SQLITE_BLOB:
            // SQLite gives a null pointer for a blob of no bytes.
            let start = sqlite3_column_blob(statement, column)
            let count = Int(sqlite3_column_bytes(statement, column))
            guard start != nil || count == 0 else {
                throw connection.fault(SQLITE_NOMEM, .reading)
            }
            return .bytes(Array(UnsafeRawBufferPointer(start: start, count: count)))
        default: throw unexpected(column, "a number with a fraction")
        }
    }

    package func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(prepared.handle, Int32(column)) == SQLITE_NULL
    }

    package func integer(_ column: Int) throws(SQLiteFault) -> Int64 {
        guard case .integer(let number) = try field(column) else {
            throw unexpected(Int32(column), "no integer")
        }
        return number
    }

    package func text(_ column: Int) throws(SQLiteFault) -> String {
        guard case .text(let text) = try field(column) else {
            throw unexpected(Int32(column), "no text")
        }
        return text
    }

    package func bytes(_ column: Int) throws(SQLiteFault) -> [UInt8] {
        guard case .bytes(let bytes) = try field(column) else {
            throw unexpected(Int32(column), "no bytes")
        }
        return bytes
    }

    /// The whole row.
    package func fields() throws(SQLiteFault) -> [Field] {
        var fields: [Field] = []
        fields.reserveCapacity(columnCount)
        for column in 0..<columnCount { fields.append(try field(column)) }
        return fields
    }

    private func unexpected(_ column: Int32, _ found: String) -> SQLiteFault {
        let name = sqlite3_column_name(prepared.handle, column).map { String(cString: $0) }
        return SQLiteFault(
            .corrupt(page: nil), .reading, "column '\(name ?? "?")' holds \(found)")
    }
}
