/// Looks at every byte of a store's file, those of free pages too, without opening it as one.
///
/// It finds every change of a single byte, and any other but for one in 2⁶⁴. While the log is not
/// empty, pages that it holds may rightly be half written in the file: checkpoint and close first,
/// or leave them out.
package enum PageCheck {
    package enum Fault: Sendable, Hashable {
        /// A page that is not as it was written, from 1.
        case page(Int)
        /// The file ends within a page.
        case size(Int)

        var page: Int {
            switch self {
            case .page(let page): page
            case .size(let size): size / PageSeal.pageSize + 1
            }
        }
    }

    package static func firstFault(inFileAt path: String) throws(SQLiteFault) -> Fault? {
        try faults(inFileAt: path, upTo: 1).first
    }

    /// The first faults in the order of the file; `inLog` are pages for which the log has better.
    package static func faults(
        inFileAt path: String, upTo limit: Int, inLog: Set<Int> = []
    ) throws(SQLiteFault) -> [Fault] {
        let file = try RawFile(path, .checking)
        let size = try file.size()
        let pages = size / PageSeal.pageSize
        var faults: [Fault] = []
        if size == 0 { faults.append(.size(0)) }
        var first = 0
        while first < pages, faults.count < limit {
            let count = min(pagesAtOnce, pages - first)
            let bytes = try file.read(count * PageSeal.pageSize, at: first * PageSeal.pageSize)
            bytes.withUnsafeBytes { bytes in
                for index in 0..<count where !inLog.contains(first + index + 1) {
                    let start = index * PageSeal.pageSize
                    let page = UnsafeRawBufferPointer(
                        rebasing: bytes[start..<start + PageSeal.pageSize])
                    if !isIntact(page, number: first + index + 1) {
                        faults.append(.page(first + index + 1))
                    }
                }
            }
            first += count
        }
        if !size.isMultiple(of: PageSeal.pageSize), !inLog.contains(pages + 1) {
            faults.append(.size(size))
        }
        return Array(faults.prefix(limit))
    }

    private static let pagesAtOnce = 64

    private static func isIntact(_ page: UnsafeRawBufferPointer, number: Int) -> Bool {
        // On this page SQLite takes its locks, and so it never writes there.
        if number == PageSeal.pageOfLocks { return page.allSatisfy { $0 == 0 } }
        return PageSeal.isIntact(page, number: UInt32(truncatingIfNeeded: number))
    }
}
