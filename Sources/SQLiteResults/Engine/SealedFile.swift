internal import CSQLite
internal import Glibc

/// A store's main file as SQLite holds it: our header, and behind it the file of the layer below.
struct SealedFile {
    /// `sqlite3_file`, and the page that was last found damaged.
    static let headerSize = 16

    private let pointer: UnsafeMutablePointer<sqlite3_file>

    init(_ pointer: UnsafeMutablePointer<sqlite3_file>) {
        self.pointer = pointer
    }

    private var below: UnsafeMutablePointer<sqlite3_file> {
        (UnsafeMutableRawPointer(pointer) + Self.headerSize)
            .assumingMemoryBound(to: sqlite3_file.self)
    }

    private var faultyPage: UnsafeMutablePointer<Int64> {
        (UnsafeMutableRawPointer(pointer) + 8).assumingMemoryBound(to: Int64.self)
    }

    func open(
        _ name: sqlite3_filename?, in system: UnsafeMutablePointer<sqlite3_vfs>, _ flags: Int32,
        _ answer: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        faultyPage.initialize(to: 0)
        let code = system.pointee.xOpen(system, name, below, flags, answer)
        // SQLite closes a file that has methods even where opening it failed.
        pointer.initialize(to: sqlite3_file(pMethods: code == SQLITE_OK ? Self.methods : nil))
        return code
    }

    private func read(_ target: UnsafeMutableRawPointer, _ count: Int, at offset: Int64) -> Int32 {
        // SQLite looks at the header to learn the size of the first page before it reads that.
        guard offset + Int64(count) > 100 else {
            return below.methods.xRead(below, target, Int32(count), offset)
        }
        guard count == PageSeal.pageSize, offset.isMultiple(of: Int64(count)) else {
            return readThroughPages(target, count, at: offset)
        }
        return readPage(target, at: offset)
    }

    private func readPage(_ target: UnsafeMutableRawPointer, at offset: Int64) -> Int32 {
        let code = below.methods.xRead(below, target, Int32(PageSeal.pageSize), offset)
        let number = UInt32(truncatingIfNeeded: offset / Int64(PageSeal.pageSize) + 1)
        switch code {
        case SQLITE_OK:
            let page = UnsafeRawBufferPointer(start: target, count: PageSeal.pageSize)
            if PageSeal.isIntact(page, number: number) { return code }
        case assay_ioerr_short_read:
            // Nothing of the page is there, which SQLite knows to deal with; or only half of it.
            var size: Int64 = 0
            let answer = below.methods.xFileSize(below, &size)
            guard answer == SQLITE_OK else { return answer }
            if size <= offset { return code }
        default: return code
        }
        faultyPage.pointee = Int64(number)
        return assay_ioerr_data
    }

    /// What is not a page is only given out of pages that are intact.
    private func readThroughPages(
        _ target: UnsafeMutableRawPointer, _ count: Int, at offset: Int64
    ) -> Int32 {
        let size = Int64(PageSeal.pageSize)
        return withUnsafeTemporaryAllocation(byteCount: Int(size), alignment: 16) { page -> Int32 in
            guard let start = page.baseAddress else { return assay_ioerr_read }
            var at = offset
            while at < offset + Int64(count) {
                let code = readPage(start, at: at / size * size)
                guard code == SQLITE_OK else { return code }
                let skipped = Int(at % size)
                let part = min(Int(size) - skipped, Int(offset) + count - Int(at))
                (target + Int(at - offset)).copyMemory(from: start + skipped, byteCount: part)
                at += Int64(part)
            }
            return SQLITE_OK
        }
    }

    private func write(_ source: UnsafeRawPointer, _ count: Int, at offset: Int64) -> Int32 {
        // Nothing but whole pages may get in: without a seal they could never be read again.
        guard count == PageSeal.pageSize, offset.isMultiple(of: Int64(count)) else {
            return assay_ioerr_write
        }
        // On a copy, because the page is SQLite's, and may be on its way into a log as well.
        return withUnsafeTemporaryAllocation(byteCount: count, alignment: 16) { page in
            page.copyMemory(from: UnsafeRawBufferPointer(start: source, count: count))
            PageSeal.seal(
                page, number: UInt32(truncatingIfNeeded: offset / Int64(PageSeal.pageSize) + 1))
            return below.methods.xWrite(below, page.baseAddress, Int32(count), offset)
        }
    }

    private func control(_ question: Int32, _ answer: UnsafeMutableRawPointer?) -> Int32 {
        guard question == PageSealing.faultyPageQuestion else {
            return below.methods.xFileControl(below, question, answer)
        }
        answer?.storeBytes(of: faultyPage.pointee, as: Int64.self)
        faultyPage.pointee = 0
        return SQLITE_OK
    }

    /// Has every block of the shared memory allocated before anyone writes to it.
    ///
    /// SQLite 3.40 writes a byte in every 4096, so that on smaller blocks holes are left. On a
    /// full disk the kernel answers a write into a hole with SIGBUS, which nothing can catch.
    private func mapMemory(
        _ region: Int32, _ size: Int32, _ mayExtend: Int32,
        _ answer: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    ) -> Int32 {
        let code = below.methods.xShmMap(below, region, size, mayExtend, answer)
        guard code == SQLITE_OK, let memory = answer.pointee else { return code }
        switch MappedMemory.allocate(memory, Int(size)) {
        case .done, .notPossible: return SQLITE_OK
        case .noRoom:
            // SQLite would keep the address in spite of the code. That is not the one of a full
            // disk, which tells of a commit that no more than a part of it was written.
            answer.pointee = nil
            return assay_ioerr_vnode
        }
    }
}

// MARK: What SQLite calls

extension SealedFile {
    /// Of the second version, so that SQLite does not ask for memory mapped from the file, whose
    /// pages nobody would check.
    ///
    /// `nonisolated(unsafe)`: written here, and never again.
    nonisolated(unsafe) private static let methods: UnsafePointer<sqlite3_io_methods> = {
        var methods = sqlite3_io_methods()
        methods.iVersion = 2
        methods.xClose = { call($0) { $0.below.methods.xClose($0.below) } }
        methods.xRead = { file, target, count, offset in
            guard let target else { return assay_ioerr_read }
            return call(file) { $0.read(target, Int(count), at: offset) }
        }
        methods.xWrite = { file, source, count, offset in
            guard let source else { return assay_ioerr_write }
            return call(file) { $0.write(source, Int(count), at: offset) }
        }
        methods.xTruncate = { file, size in
            call(file) { $0.below.methods.xTruncate($0.below, size) }
        }
        methods.xSync = { file, flags in call(file) { $0.below.methods.xSync($0.below, flags) } }
        methods.xFileSize = { file, size in
            call(file) { $0.below.methods.xFileSize($0.below, size) }
        }
        methods.xLock = { file, level in call(file) { $0.below.methods.xLock($0.below, level) } }
        methods.xUnlock = { file, level in
            call(file) { $0.below.methods.xUnlock($0.below, level) }
        }
        methods.xCheckReservedLock = { file, answer in
            call(file) { $0.below.methods.xCheckReservedLock($0.below, answer) }
        }
        methods.xFileControl = { file, question, answer in
            call(file) { $0.control(question, answer) }
        }
        methods.xSectorSize = { call($0) { $0.below.methods.xSectorSize($0.below) } }
        methods.xDeviceCharacteristics = {
            call($0) { $0.below.methods.xDeviceCharacteristics($0.below) }
        }
        methods.xShmMap = { file, region, size, mayExtend, answer in
            guard let answer else { return SQLITE_IOERR }
            return answer.withMemoryRebound(to: UnsafeMutableRawPointer?.self, capacity: 1) {
                answer in call(file) { $0.mapMemory(region, size, mayExtend, answer) }
            }
        }
        methods.xShmLock = { file, offset, count, flags in
            call(file) { $0.below.methods.xShmLock($0.below, offset, count, flags) }
        }
        methods.xShmBarrier = { file in
            _ = call(file) {
                $0.below.methods.xShmBarrier($0.below)
                return SQLITE_OK
            }
        }
        methods.xShmUnmap = { file, isLast in
            call(file) { $0.below.methods.xShmUnmap($0.below, isLast) }
        }
        let kept = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        kept.initialize(to: methods)
        return UnsafePointer(kept)
    }()

    private static func call(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ body: (SealedFile) -> Int32
    ) -> Int32 {
        guard let file else { return SQLITE_MISUSE }
        return body(SealedFile(file))
    }
}

extension UnsafeMutablePointer<sqlite3_file> {
    fileprivate var methods: sqlite3_io_methods { pointee.pMethods.pointee }
}
