internal import CLinux
internal import Glibc

/// Folders that only their owner may enter.
package enum PrivateFolder {
    /// Makes the folder and those above it that are missing, each for its owner alone.
    ///
    /// Folders that are there stay as they are. Once it returns, the new ones outlast a power cut.
    package static func make(_ path: String) throws(DiskFault) {
        try Place.refuseNUL(in: path, .makeFolder)
        let start = path.utf8.first == UInt8(ascii: "/") ? "/" : "."
        try attempting(.makeFolder, path) { () throws(ErrorNumber) in
            var folder = try Descriptor { open(start, passing) }
            for part in path.utf8.split(separator: UInt8(ascii: "/")) {
                folder = try enter(String(Substring(part)), of: folder)
            }
        }
    }

    /// A folder above may be closed to listing, as /home often is.
    private static let passing = assay_passing_only | O_DIRECTORY | O_CLOEXEC

    private static func enter(
        _ name: String, of parent: borrowing Descriptor
    ) throws(ErrorNumber) -> Descriptor {
        let number = parent.number
        do throws(ErrorNumber) {
            return try Descriptor { openat(number, name, passing) }
        } catch {
            guard error.code == ENOENT else { throw error }
        }
        do throws(ErrorNumber) {
            _ = try checked { mkdirat(number, name, 0o700) }
        } catch {
            guard error.code == EEXIST else { throw error }
            // Another program was faster, or the name is that of a link that leads nowhere.
            do throws(ErrorNumber) {
                return try Descriptor { openat(number, name, passing) }
            } catch {
                throw error.code == ENOENT ? ErrorNumber(code: ELOOP) : error
            }
        }
        let made = try opened(name, in: number)
        // A drive without modes is left as it is: the files within are held to theirs.
        _ = try made.makePrivate(0o700)
        let listing = try Descriptor { openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        try listing.syncNames()
        return made
    }

    private static func opened(
        _ name: String, in number: Int32
    ) throws(ErrorNumber) -> Descriptor {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        do throws(ErrorNumber) {
            return try Descriptor { openat(number, name, flags) }
        } catch {
            // A umask may take even the owner's rights.
            guard error.code == EACCES else { throw error }
            _ = try checked { fchmodat(number, name, 0o700, 0) }
            return try Descriptor { openat(number, name, flags) }
        }
    }
}
