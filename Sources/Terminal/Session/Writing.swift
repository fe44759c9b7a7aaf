internal import Glibc

/// Writes every byte, however often the system takes only some; answers 0 or the error number.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
        var rest = buffer[...]
        while !rest.isEmpty {
            let written = write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}

/// What reading once gave.
enum Chunk {
    case bytes([UInt8])
    /// Nothing now.
    case later
    /// Nothing any more; `isFailure` where that came as an error such as EIO of a closed terminal.
    case end(isFailure: Bool)
}

func readChunk(from descriptor: Int32) -> Chunk {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    if count > 0 { return .bytes(Array(bytes[..<count])) }
    if count == 0 { return .end(isFailure: false) }
    return errno == EAGAIN || errno == EINTR ? .later : .end(isFailure: true)
}

/// A moment that does not depend on the clock on the wall.
struct Deadline {
    private let end: timespec

    init(after delay: Duration) {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let (seconds, attoseconds) = max(delay, .zero).components
        now.tv_sec += Int(clamping: min(seconds, 1 << 40))
        now.tv_nsec += Int(attoseconds / 1_000_000_000)
        if now.tv_nsec >= 1_000_000_000 {
            now.tv_sec += 1
            now.tv_nsec -= 1_000_000_000
        }
        end = now
    }

    /// Milliseconds left for `poll`, rounded up so that the deadline has passed when it returns.
    var milliseconds: Int32 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let left =
            (end.tv_sec - now.tv_sec) * 1000 + (end.tv_nsec - now.tv_nsec + 999_999) / 1_000_000
        return Int32(clamping: max(left, 0))
    }
}

/// Waits until one of the descriptors can be read, or the time is up; says which can.
func waitToRead(_ descriptors: [Int32], until deadline: Deadline?) -> [Bool] {
    var waiting = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = poll(&waiting, nfds_t(waiting.count), deadline?.milliseconds ?? -1)
    // A descriptor that hung up or is closed reads as ended, which ends the waiting for it.
    return waiting.map { count > 0 && $0.revents != 0 }
}
