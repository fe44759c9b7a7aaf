internal import CSQLite
internal import Glibc

extension SQLiteFault {
    /// What a result code means, with the error number of the system call that lies behind it.
    init(code: Int32, _ action: Action, _ message: String, systemError: Int32, page: Int? = nil) {
        let kind = Kind(code: code, systemError: systemError, page: page)
        self.init(kind, action, code: code, message)
    }

    /// What a system call of ours answered.
    init(_ action: Action, systemError: Int32) {
        let kind: Kind =
            switch systemError {
            case ENOSPC, EDQUOT: .full
            case EROFS: .readOnly
            case ENOENT, ENOTDIR: .missing
            case ELOOP: .link
            case EIO: .ioError
            case EACCES, EPERM: .denied
            case EEXIST: .exists
            default: .cannotOpen
            }
        self.init(kind, action, String(cString: strerror(systemError)))
    }
}

extension SQLiteFault.Kind {
    /// See https://sqlite.org/rescode.html.
    fileprivate init(code: Int32, systemError: Int32, page: Int?) {
        switch (code & 0xFF, systemError) {
        case (SQLITE_FULL, _): self = .full
        // SQLite itself gives it on macOS alone, and we where shared memory finds no room.
        case (SQLITE_IOERR, _) where code == assay_ioerr_vnode: self = .full
        case (SQLITE_IOERR, ENOSPC), (SQLITE_IOERR, EDQUOT): self = .full
        case (SQLITE_CANTOPEN, ENOSPC), (SQLITE_CANTOPEN, EDQUOT): self = .full
        case (SQLITE_READONLY, _), (SQLITE_CANTOPEN, EROFS): self = .readOnly
        case (SQLITE_CANTOPEN, EACCES), (SQLITE_CANTOPEN, EPERM): self = .denied
        case (SQLITE_IOERR, _):
            let isDamage = code == assay_ioerr_data || code == assay_ioerr_corruptfs
            self = isDamage ? .corrupt(page: page) : .ioError
        case (SQLITE_CORRUPT, _): self = .corrupt(page: page)
        case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): self = .busy
        case (SQLITE_NOTADB, _): self = .notADatabase
        case (SQLITE_CANTOPEN, _):
            self = code == assay_cantopen_symlink ? .link : .cannotOpen
        case (SQLITE_PERM, _), (SQLITE_AUTH, _): self = .denied
        case (SQLITE_CONSTRAINT, _): self = .constraint(SQLiteFault.Constraint(code: code))
        case (SQLITE_MISMATCH, _): self = .constraint(.dataType)
        case (SQLITE_TOOBIG, _): self = .tooBig
        default: self = .other
        }
    }
}

extension SQLiteFault.Constraint {
    fileprivate init(code: Int32) {
        switch code {
        case assay_constraint_check: self = .check
        case assay_constraint_datatype: self = .dataType
        case assay_constraint_foreignkey: self = .foreignKey
        case assay_constraint_notnull: self = .notNull
        case assay_constraint_primarykey, assay_constraint_rowid: self = .primaryKey
        case assay_constraint_trigger: self = .trigger
        case assay_constraint_unique: self = .unique
        default: self = .other
        }
    }
}
