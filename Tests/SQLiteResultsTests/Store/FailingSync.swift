import Glibc
import Synchronization

/// Makes the next syncs of a file fail for the thread that asks for it, libsqlite3's among them.
enum FailingSync {
    private static let left = Mutex<[pthread_t: Int]>([:])

    /// Fails the next `count` syncs of the body.
    static func fail<Answer>(_ count: Int, _ body: () throws -> Answer) rethrows -> Answer {
        left.withLock { $0[pthread_self()] = count }
        defer { left.withLock { $0[pthread_self()] = nil } }
        return try body()
    }

    fileprivate static func takesOne() -> Bool {
        left.withLock { left in
            guard let count = left[pthread_self()], count > 0 else { return false }
            left[pthread_self()] = count - 1
            return true
        }
    }
}

/// Stands before the C library's function of this name, in every library of the process.
@_cdecl("fdatasync")
func failingDataSync(_ file: Int32) -> Int32 {
    guard FailingSync.takesOne() else { return fsync(file) }
    errno = EIO
    return -1
}
