internal import Glibc

/// A path cut at its last slash.
struct Place {
    let path: String
    /// Where the file lies, as a path.
    let folder: String
    let name: String

    /// Refuses what can name no file: an empty path, a NUL, a path that ends in a folder.
    init(_ path: String, _ operation: DiskFault.Operation) throws(DiskFault) {
        try Place.refuseNUL(in: path, operation)
        self.path = path
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
            folder = slash == path.startIndex ? "/" : String(path[..<slash])
            name = String(path[path.utf8.index(after: slash)...])
        } else {
            folder = "."
            name = path
        }
        if name.isEmpty || name == "." || name == ".." {
            throw DiskFault(operation, path, .isAFolder)
        }
    }

    /// The system would stop at a NUL and take another path than the one that was named.
    static func refuseNUL(
        in path: String, _ operation: DiskFault.Operation
    ) throws(DiskFault) {
        if path.isEmpty || path.utf8.contains(0) { throw DiskFault(operation, path, .badName) }
    }

    /// Another file's path in the same folder.
    func sibling(_ name: String) -> String {
        path.utf8.contains(UInt8(ascii: "/")) ? (folder == "/" ? "/" : folder + "/") + name : name
    }
}

extension Place {
    /// Refuses to put a file in the place of what is not one, or of one that shall stay.
    ///
    /// A rename would replace a link, a device or a pipe without a word.
    func refuseTarget(
        in folder: borrowing Descriptor, replacing: Bool
    ) throws(DiskFault) {
        var status = stat()
        let number = folder.number
        do throws(ErrorNumber) {
            _ = try checked { fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) }
        } catch {
            if error.code == ENOENT { return }
            throw DiskFault(.save, path, code: error.code)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: if !replacing { throw DiskFault(.save, path, .exists, code: EEXIST) }
        case S_IFDIR: throw DiskFault(.save, path, .isAFolder, code: EISDIR)
        case S_IFLNK: throw DiskFault(.save, path, .isLink, code: ELOOP)
        default: throw DiskFault(.save, path, .notAFile)
        }
    }
}
