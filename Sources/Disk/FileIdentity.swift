internal import Glibc

/// Which file it is, whatever its name: two names of the same identity are one file.
struct FileIdentity: Hashable {
    let device: UInt
    let number: UInt

    init(_ status: stat) {
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
    }
}
