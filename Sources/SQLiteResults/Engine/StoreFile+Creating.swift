internal import CSQLite
internal import Glibc

extension StoreFile {
    /// Makes an empty file for its owner alone, where there is nothing of that name yet.
    ///
    /// SQLite gives its logs and journals the rights of the file that they belong to.
    static func makeEmpty(_ path: String) throws(SQLiteFault) {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw SQLiteFault(.creating, systemError: errno) }
        // Nobody has locks on a file that is new, so that it may be closed.
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else {
            throw SQLiteFault(.creating, systemError: errno)
        }
    }

    /// Makes the names in a file's folder outlast a power cut.
    static func syncFolder(of path: String) throws(SQLiteFault) {
        let folder = open(split(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw SQLiteFault(.creating, systemError: errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw SQLiteFault(.creating, systemError: errno) }
    }

    /// Gives a file a second name, or another where the file system knows no second one.
    static func nameAlso(_ path: String, _ other: String) throws(SQLiteFault) {
        if link(path, other) == 0 { return }
        guard errno == EPERM || errno == ENOTSUP, rename(path, other) == 0 else {
            throw SQLiteFault(.creating, systemError: errno)
        }
    }

    /// Removes a database that nobody has open, with what SQLite puts beside it.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }
}
