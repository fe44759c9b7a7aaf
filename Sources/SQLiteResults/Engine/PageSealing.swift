internal import CSQLite

/// The file layer of SQLite with sealed pages: seals each page of a store that is written, and
/// checks the seal of each that is read.
///
/// Write-ahead logs and journals pass through it untouched: they have checksums of their own, and
/// what they hold gets its seal on its way into the store. See https://sqlite.org/vfs.html.
enum PageSealing {
    private static let title: StaticString = "assay"

    /// What a connection asks for to get this layer.
    static var name: UnsafePointer<CChar> {
        UnsafeRawPointer(title.utf8Start).assumingMemoryBound(to: CChar.self)
    }

    /// Makes the layer known to SQLite, once.
    static func register() throws(SQLiteFault) {
        guard registration == SQLITE_OK else {
            throw SQLiteFault(.other, .opening, "SQLite refused our file layer")
        }
    }

    private static let registration: Int32 = sqlite3_vfs_register(layer, 0)

    /// Asks a file of ours for the page that was last found damaged, and lets it forget.
    static let faultyPageQuestion: Int32 = 0x4153_4159

    static func takeFaultyPage(of connection: OpaquePointer) -> Int? {
        var page: Int64 = 0
        let code = sqlite3_file_control(connection, "main", faultyPageQuestion, &page)
        return code == SQLITE_OK && page > 0 ? Int(page) : nil
    }

    /// The layer below ours: what SQLite itself takes for files of Unix.
    ///
    /// `nonisolated(unsafe)`: SQLite keeps it for good, and we only read it.
    nonisolated(unsafe) static let system = sqlite3_vfs_find("unix")

    /// `nonisolated(unsafe)`: written here, and never again but by SQLite under its own lock.
    nonisolated(unsafe) private static let layer: UnsafeMutablePointer<sqlite3_vfs>? = {
        guard let system else { return nil }
        var layer = sqlite3_vfs()
        layer.iVersion = 2
        layer.szOsFile = Int32(SealedFile.headerSize) + system.pointee.szOsFile
        layer.mxPathname = system.pointee.mxPathname
        layer.zName = name
        layer.xOpen = { _, name, file, flags, answer in
            PageSealing.open(name, file, flags, answer)
        }
        layer.xDelete = { _, name, isDurable in
            below { $0.pointee.xDelete($0, name, isDurable) }
        }
        layer.xAccess = { _, name, flags, answer in
            below { $0.pointee.xAccess($0, name, flags, answer) }
        }
        layer.xFullPathname = { _, name, count, path in
            below { $0.pointee.xFullPathname($0, name, count, path) }
        }
        // No extension is ever loaded.
        layer.xDlOpen = { _, _ in nil }
        layer.xDlError = { _, count, text in if count > 0 { text?.pointee = 0 } }
        layer.xDlSym = { _, _, _ in nil }
        layer.xDlClose = { _, _ in }
        layer.xRandomness = { _, count, bytes in
            below { $0.pointee.xRandomness($0, count, bytes) }
        }
        layer.xSleep = { _, microseconds in below { $0.pointee.xSleep($0, microseconds) } }
        layer.xCurrentTime = { _, days in below { $0.pointee.xCurrentTime($0, days) } }
        layer.xGetLastError = { _, count, text in
            below { $0.pointee.xGetLastError($0, count, text) }
        }
        layer.xCurrentTimeInt64 = { _, time in below { $0.pointee.xCurrentTimeInt64($0, time) } }
        let kept = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        kept.initialize(to: layer)
        return kept
    }()

    private static func below(_ body: (UnsafeMutablePointer<sqlite3_vfs>) -> Int32) -> Int32 {
        guard let system else { return SQLITE_MISUSE }
        return body(system)
    }

    private static func open(
        _ name: sqlite3_filename?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
        _ answer: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        guard let system, let file else { return SQLITE_CANTOPEN }
        guard flags & SQLITE_OPEN_MAIN_DB != 0 else {
            // There is room enough for a file of the layer below, which SQLite then talks to.
            return system.pointee.xOpen(system, name, file, flags, answer)
        }
        return SealedFile(file).open(name, in: system, flags, answer)
    }
}
