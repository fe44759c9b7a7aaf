internal import CSQLite
internal import Glibc

extension Connection {
    /// Refuses where somebody removed or replaced the file, or took its log away.
    func checkInPlace() throws(SQLiteFault) {
        var hasMoved: Int32 = 0
        let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
        guard code == SQLITE_OK else { throw fault(code, .writing) }
        var log = stat()
        guard hasMoved == 0, lstat(path + "-wal", &log) == 0 else {
            throw SQLiteFault(.missing, .writing, "the file was removed while it was in use")
        }
    }
}
