import Disk
import Foundation
import Testing

@Suite struct `A file system` {
    @Test(arguments: ["/", "/tmp", "/proc", "/sys", "/dev", "/dev/shm", "/proc/self/exe"])
    func `is described as stat describes it`(_ path: String) throws {
        let format = ["-f", "-L", "-c", "%t %S %a %T", path]
        guard FileManager.default.fileExists(atPath: path),
            let line = try Outside.output("stat", format)?.split(whereSeparator: \.isWhitespace),
            line.count >= 4, let magic = UInt32(line[0], radix: 16), let block = Int(line[1]),
            let free = Int(line[2])
        else { try Test.cancel("stat of GNU coreutils says nothing of \(path)") }
        let found = try FileSystem.describe(path)
        #expect(found.name == FileSystem.typeAndKind(magic: magic).name)
        #expect(found.blockSize == block)
        // Others write meanwhile.
        #expect(abs(found.freeBytes - free * block) < 1 << 30)
        let theirs =
            line[3] == "ext2/ext3" ? "ext4" : line[3].replacing("overlayfs", with: "overlay")
        if found.kind != .unknown { #expect(found.name == theirs.replacing("fs2", with: "fs2")) }
    }

    /// Numbers from <linux/magic.h> and the manual of statfs(2).
    @Test(arguments: [
        (0x6969 as UInt32, "nfs", FileSystem.Kind.network), (0xFF53_4D42, "cifs", .network),
        (0xFE53_4D42, "smb2", .network), (0x0102_1997, "9p", .network),
        (0x5346_414F, "afs", .network), (0x00C3_6400, "ceph", .network),
        (0x0BD0_0BD0, "lustre", .network), (0x6573_5546, "fuse", .userSpace),
        (0xEF53, "ext4", .local), (0x5846_5342, "xfs", .local), (0x9123_683E, "btrfs", .local),
        (0x0102_1994, "tmpfs", .memory), (0x8584_58F6, "ramfs", .memory),
        (0x9FA0, "proc", .system), (0x1234_ABCD, "type 0x1234abcd", .unknown),
    ])
    func `is known by its number`(_ magic: UInt32, _ name: String, _ kind: FileSystem.Kind) {
        let found = FileSystem.typeAndKind(magic: magic)
        #expect(found.name == name)
        #expect(found.kind == kind)
    }

    @Test(arguments: [
        ("/nonexistent", DiskFault.Kind.missing), ("/dev/null/x", .notAFolder), ("", .badName),
    ])
    func `is not made up`(_ path: String, _ kind: DiskFault.Kind) {
        let found = fault { () throws(DiskFault) in _ = try FileSystem.describe(path) }
        #expect(found?.kind == kind)
        #expect(found?.operation == .inspect)
    }
}
