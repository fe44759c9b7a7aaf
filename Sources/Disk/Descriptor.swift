internal import Glibc

/// An open file or folder of the system's, closed when its owner is gone.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Takes over what a system call gave, or throws the error number it left.
    init(_ open: () -> Int32) throws(ErrorNumber) {
        number = try checked(open)
    }

    deinit { _ = Glibc.close(number) }

    /// Closes and says whether all that was written has been taken, as only network drives doubt.
    consuming func close() throws(ErrorNumber) {
        let result = Glibc.close(number)
        let code = errno
        discard self
        // Linux has let go of the number even then, so that a second try might close another's:
        // https://man7.org/linux/man-pages/man2/close.2.html
        if result != 0, code != EINTR { throw ErrorNumber(code: code) }
    }

    borrowing func status() throws(ErrorNumber) -> stat {
        var status = stat()
        _ = try checked { fstat(number, &status) }
        return status
    }

    /// Takes every right from the group and others and leaves the owner the given ones.
    ///
    /// The file's mode is set whatever the umask; a drive that cannot hold modes will do only if
    /// it shows the file to nobody else. Answers whether it worked out.
    borrowing func makePrivate(_ mode: mode_t) throws(ErrorNumber) -> Bool {
        if try status().st_mode & 0o7777 == mode { return true }
        let result = fchmod(number, mode)
        let code = errno
        if try status().st_mode & 0o077 == 0 { return true }
        if result != 0, code != EPERM, code != EOPNOTSUPP { throw ErrorNumber(code: code) }
        return false
    }

    /// Waits until the disk holds it.
    borrowing func sync() throws(ErrorNumber) {
        _ = try checked { fsync(number) }
    }

    /// Waits until the disk holds the names in this folder.
    borrowing func syncNames() throws(ErrorNumber) {
        do throws(ErrorNumber) { try sync() } catch {
            // File systems that have no such thing say so: nothing is left to wait for.
            if error.code != EINVAL { throw error }
        }
    }
}
