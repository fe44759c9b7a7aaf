internal import CSQLite
internal import Glibc

/// A file's bytes as they lie on disk, read through SQLite's own descriptors.
///
/// Not through `open` and `close`: closing any descriptor of a file drops every lock that this
/// process has on it, those of other connections too. See section 2.2 of
/// https://sqlite.org/howtocorrupt.html.
struct RawFile: ~Copyable {
    private let file: UnsafeMutablePointer<sqlite3_file>
    private let name: sqlite3_filename

    /// Refuses symbolic links, and anything but a regular file, without opening them.
    init(
        _ path: String, isLog: Bool = false, isWritable: Bool = false,
        _ action: SQLiteFault.Action
    ) throws(SQLiteFault) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw SQLiteFault(action, systemError: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK: throw SQLiteFault(action, systemError: ELOOP)
        default: throw SQLiteFault(.notADatabase, action, "there is no regular file of this name")
        }
        try PageSealing.register()
        guard let system = PageSealing.system,
            let name = sqlite3_create_filename(path, "", "", 0, nil)
        else { throw SQLiteFault(action, systemError: ENOMEM) }
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: Int(system.pointee.szOsFile), alignment: 16)
        let file = memory.bindMemory(to: sqlite3_file.self, capacity: 1)
        let kind = isLog ? SQLITE_OPEN_WAL : SQLITE_OPEN_MAIN_DB
        let mode = isWritable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
        let code = system.pointee.xOpen(system, name, file, mode | kind, nil)
        guard code == SQLITE_OK else {
            let reason = system.pointee.xGetLastError(system, 0, nil)
            sqlite3_free_filename(name)
            memory.deallocate()
            throw SQLiteFault(action, systemError: reason)
        }
        self.file = file
        self.name = name
    }

    deinit {
        _ = file.pointee.pMethods.pointee.xClose(file)
        sqlite3_free_filename(name)
        UnsafeMutableRawPointer(file).deallocate()
    }

    func size() throws(SQLiteFault) -> Int {
        var size: Int64 = 0
        let code = file.pointee.pMethods.pointee.xFileSize(file, &size)
        guard code == SQLITE_OK else { throw fault(code) }
        return Int(size)
    }

    /// The bytes from an offset on; zeros stand for those beyond the end.
    func read(_ count: Int, at offset: Int) throws(SQLiteFault) -> [UInt8] {
        var code = SQLITE_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            buffer.initialize(repeating: 0)
            code = file.pointee.pMethods.pointee.xRead(
                file, buffer.baseAddress, Int32(count), Int64(offset))
            filled = count
        }
        guard code == SQLITE_OK || code == assay_ioerr_short_read else { throw fault(code) }
        return bytes
    }

    /// Keeps every connection out until this file is closed; fails where there is one already, in
    /// whatever process. The file must have been opened as writable.
    func lockOut() throws(SQLiteFault) {
        for level in [SQLITE_LOCK_SHARED, SQLITE_LOCK_EXCLUSIVE] {
            let code = file.pointee.pMethods.pointee.xLock(file, level)
            guard code == SQLITE_OK else { throw fault(code) }
        }
    }

    private func fault(_ code: Int32) -> SQLiteFault {
        SQLiteFault(code: code, .checking, String(cString: sqlite3_errstr(code)), systemError: 0)
    }
}
