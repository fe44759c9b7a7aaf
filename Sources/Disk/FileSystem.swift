internal import CLinux
internal import Glibc

/// What a file lies on, as far as it matters to a store.
package struct FileSystem: Sendable, Hashable {
    /// As `mount` calls it, or the system's number for it.
    package let name: String
    package let kind: Kind
    /// The smallest piece it hands out, in bytes.
    package let blockSize: Int
    /// How much we may still write, in bytes.
    package let freeBytes: Int
    package let isReadOnly: Bool

    package enum Kind: Sendable, Hashable {
        /// A disk of this machine.
        case local
        /// Shared between machines: locks and shared memory do not hold there.
        case network
        /// Made by a program of the user's; what it promises is unknown.
        case userSpace
        /// Gone when the machine is switched off.
        case memory
        /// No place for files, such as /proc.
        case system
        case unknown
    }

    /// Whether a store there must do without what only a disk of this machine offers.
    package var isNetworkOrUserSpace: Bool { kind == .network || kind == .userSpace }

    /// Looks at what the file or folder lies on; links are followed.
    package static func describe(_ path: String) throws(DiskFault) -> FileSystem {
        try Place.refuseNUL(in: path, .inspect)
        let found = try attempting(.inspect, path) { () throws(ErrorNumber) in
            var found = statfs()
            _ = try checked { statfs(path, &found) }
            return found
        }
        // Blocks are counted in the fragment size where there is one: statfs(2).
        let unit = found.f_frsize > 0 ? found.f_frsize : found.f_bsize
        let free = Int(clamping: found.f_bavail).multipliedReportingOverflow(by: Int(unit))
        let (name, kind) = typeAndKind(magic: UInt32(truncatingIfNeeded: found.f_type))
        return FileSystem(
            name: name, kind: kind, blockSize: Int(unit),
            freeBytes: free.overflow ? .max : free.partialValue,
            isReadOnly: Int(found.f_flags) & Int(ST_RDONLY) != 0)
    }

    /// What the number stands for that the system gives each type of file system.
    package static func typeAndKind(magic: UInt32) -> (name: String, kind: Kind) {
        types[magic] ?? ("type 0x" + String(magic, radix: 16), .unknown)
    }

    /// From <linux/magic.h>, and from `src/stat.c` of GNU coreutils what the header lacks.
    private static let types: [UInt32: (name: String, kind: Kind)] = [
        0xEF53: ("ext4", .local),
        0x5846_5342: ("xfs", .local),
        0x9123_683E: ("btrfs", .local),
        0xF2F5_2010: ("f2fs", .local),
        0x2FC1_2FC1: ("zfs", .local),
        0xCA45_1A4E: ("bcachefs", .local),
        0x5265_4973: ("reiserfs", .local),
        0x3153_464A: ("jfs", .local),
        0x3434: ("nilfs2", .local),
        0x794C_7630: ("overlay", .local),
        0xF15F: ("ecryptfs", .local),
        0x4D44: ("vfat", .local),
        0x2011_BAB0: ("exfat", .local),
        0x7366_746E: ("ntfs3", .local),
        0x5346_544E: ("ntfs", .local),
        0x4244: ("hfs", .local),
        0x482B: ("hfsplus", .local),
        0x1501_3346: ("udf", .local),
        0x9660: ("isofs", .local),
        0x7371_7368: ("squashfs", .local),
        0xE0F5_E1E2: ("erofs", .local),
        0x0102_1994: ("tmpfs", .memory),
        0x8584_58F6: ("ramfs", .memory),
        0x6969: ("nfs", .network),
        0xFF53_4D42: ("cifs", .network),
        0xFE53_4D42: ("smb2", .network),
        0x517B: ("smbfs", .network),
        0x564C: ("ncpfs", .network),
        0x0102_1997: ("9p", .network),
        0x5346_414F: ("afs", .network),
        0x6B41_4653: ("afs", .network),
        0x7375_7245: ("coda", .network),
        0x00C3_6400: ("ceph", .network),
        0x0BD0_0BD0: ("lustre", .network),
        0x4750_4653: ("gpfs", .network),
        0x7461_636F: ("ocfs2", .network),
        0x0116_1970: ("gfs2", .network),
        0x1983_0326: ("beegfs", .network),
        0x2003_0528: ("orangefs", .network),
        0xAAD7_AAEA: ("panfs", .network),
        0x786F_4256: ("vboxsf", .network),
        0xBACB_ACBC: ("vmhgfs", .network),
        0x7C7C_6673: ("prl_fs", .network),
        0x6573_5546: ("fuse", .userSpace),
        0x9FA0: ("proc", .system),
        0x6265_6572: ("sysfs", .system),
        0x1CD1: ("devpts", .system),
        0x0027_E0EB: ("cgroup", .system),
        0x6367_7270: ("cgroup2", .system),
    ]
}
