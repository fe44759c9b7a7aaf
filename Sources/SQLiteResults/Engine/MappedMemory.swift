internal import Glibc

/// Memory that is mapped from a file.
enum MappedMemory {
    enum Allocation {
        case done
        /// The disk is full: writing to this memory would end the program.
        case noRoom
        /// The kernel is older than 5.14 and cannot be asked.
        case notPossible
    }

    /// Has the file's blocks allocated, and leaves what they hold as it is.
    static func allocate(_ start: UnsafeMutableRawPointer, _ count: Int) -> Allocation {
        while madvise(start, count, populateForWriting) != 0 {
            switch errno {
            case EINTR, EAGAIN: continue
            case EINVAL: return .notPossible
            default: return .noRoom
            }
        }
        return .done
    }

    /// Whether the kernel can be asked at all.
    static let isAllocatable: Bool = {
        let size = 4_096
        let start = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let start, start != MAP_FAILED else { return false }
        defer { munmap(start, size) }
        return allocate(start, size) == .done
    }()

    /// `MADV_POPULATE_WRITE` of Linux 5.14: faults every page in for writing, and answers EFAULT
    /// where touching it would have raised SIGBUS. See madvise(2).
    private static let populateForWriting: Int32 = 23
}
