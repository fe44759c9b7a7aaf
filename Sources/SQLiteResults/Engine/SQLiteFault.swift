internal import CSQLite

/// Something that SQLite, or the file under it, did not do.
///
/// Its texts hold names of tables and columns, and no values.
package struct SQLiteFault: Error, Sendable, Hashable {
    package let kind: Kind
    package let action: Action
    /// SQLite's extended result code, or 0 where SQLite was not asked.
    package let code: Int32
    package let message: String

    package init(_ kind: Kind, _ action: Action, code: Int32 = 0, _ message: String) {
        self.kind = kind
        self.action = action
        self.code = code
        self.message = message
    }

    /// The same, told of what the caller was doing at large.
    func during(_ action: Action) -> SQLiteFault {
        SQLiteFault(kind, action, code: code, message)
    }

    /// Whether what was being saved may or may not be in the file.
    ///
    /// A `COMMIT` that failed says nothing: the record was in the file after each of six that
    /// failed in `fdatasync`. Close, open again, and look for the record by its id.
    package var leavesOutcomeUnknown: Bool { action == .committing }

    /// Whether all of it may be in the log, though perhaps neither on the disk nor in anyone's view.
    ///
    /// Where writing to the log failed, the frame that ends a transaction is missing.
    var mayLingerInLog: Bool {
        leavesOutcomeUnknown && code & 0xFF != SQLITE_FULL && code != assay_ioerr_write
    }
}

extension SQLiteFault {
    /// What was being done.
    package enum Action: String, Sendable, Hashable {
        case opening, creating, preparing, reading, writing, beginning, committing, undoing
        case checkpointing, closing, copying, checking, migrating
    }

    /// What a caller would tell apart.
    package enum Kind: Sendable, Hashable {
        /// The disk, or the quota, is full.
        case full
        /// The file or its file system may not be written to.
        case readOnly
        case ioError
        /// Another connection held the file for longer than we wait.
        case busy
        /// What the file holds is damaged; the page where that is known, from 1.
        case corrupt(page: Int?)
        /// The file is none of SQLite's.
        case notADatabase
        case cannotOpen
        /// The system does not let us.
        case denied
        /// There is a file of the name already.
        case exists
        case constraint(Constraint)
        /// A value is larger than any record may be.
        case tooBig
        case missing
        /// The name belongs to a symbolic link.
        case link
        /// The file is a database of another program, or one that we did not finish.
        case notAStore
        /// The file was written by a newer program, with this version of its tables.
        case newer(version: Int)
        /// The blocks of the file system are too small to share memory safely on a full disk.
        case smallBlocks
        /// A commit or its undoing failed before; the connection has to be opened anew.
        case spent
        case other
    }

    /// The rule that a record broke.
    package enum Constraint: Sendable, Hashable {
        case unique, primaryKey, foreignKey, check, notNull, dataType
        /// A trigger of ours refused: the message is the one it gave.
        case trigger
        case other
    }
}

extension SQLiteFault: CustomStringConvertible {
    package var description: String {
        let place = if case .corrupt(let page?) = kind { " (page \(page))" } else { "" }
        return "\(action.rawValue) the store: \(message)\(place)"
            + (code == 0 ? "" : " [SQLite \(code)]")
    }
}
