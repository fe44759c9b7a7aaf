internal import Glibc

/// Whose a file or folder is, and who else gets at it.
package struct Permissions: Sendable, Hashable {
    package let kind: Kind
    /// The rights as `chmod` counts them, with the set-user-id, set-group-id and sticky bits.
    package let mode: UInt32
    /// The number of the user who owns it.
    package let owner: UInt32
    /// Whether it belongs to the user this program acts for.
    package let isOurs: Bool

    package enum Kind: Sendable, Hashable {
        case file, folder, link, other
    }

    /// What is there under the name itself: a link is not followed.
    ///
    /// Access lists count too, since the group's bits bound what they grant.
    package init(of path: String) throws(DiskFault) {
        try Place.refuseNUL(in: path, .inspect)
        let status = try attempting(.inspect, path) { () throws(ErrorNumber) in
            var status = stat()
            _ = try checked { lstat(path, &status) }
            return status
        }
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        mode = status.st_mode & 0o7777
        owner = status.st_uid
        isOurs = owner == geteuid()
    }

    package var isReadableByOthers: Bool { mode & 0o044 != 0 }
    package var isWritableByOthers: Bool { mode & 0o022 != 0 }
    /// Whether the owner alone has any right to it.
    package var isPrivate: Bool { mode & 0o077 == 0 }

    /// The owner's name, where the system knows one.
    package var ownerName: String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var texts = [CChar](repeating: 0, count: 1 << 14)
        let result = getpwuid_r(owner, &entry, &texts, texts.count, &found)
        guard result == 0, found != nil, let name = entry.pw_name else { return nil }
        return String(cString: name)
    }
}
