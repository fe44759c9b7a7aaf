internal import Glibc

/// The file of a store, before SQLite has touched it.
enum StoreFile {
    /// "ASAY", which https://sqlite.org/fileformat2.html#application_id lets `file` tell.
    static let applicationID: UInt32 = 0x4153_4159

    /// The path without symbolic links in its folders.
    ///
    /// SQLite, asked not to follow a link, refuses one anywhere in a path. But home folders often
    /// lie behind one; it is the file itself that has to be none.
    static func resolve(_ path: String) throws(SQLiteFault) -> String {
        guard !path.utf8.contains(0) else { throw SQLiteFault(.opening, systemError: ENOENT) }
        let (folder, name) = split(path)
        guard !name.isEmpty, name != ".", name != ".." else {
            throw SQLiteFault(.opening, systemError: EISDIR)
        }
        guard let resolved = realpath(folder, nil) else {
            throw SQLiteFault(.opening, systemError: errno)
        }
        defer { free(resolved) }
        let real = String(cString: resolved)
        return real == "/" ? "/\(name)" : "\(real)/\(name)"
    }

    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
        let folder = path[..<slash]
        let name = path[path.utf8.index(after: slash)...]
        return (folder.isEmpty ? "/" : String(folder), String(name))
    }

    /// Whether anything has this name, a link that leads nowhere included.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether two names lead to one file, links followed.
    static func areSame(_ path: String, _ other: String) -> Bool {
        var (one, two) = (stat(), stat())
        guard stat(path, &one) == 0, stat(other, &two) == 0 else { return false }
        return one.st_dev == two.st_dev && one.st_ino == two.st_ino
    }

    /// Refuses what is no store that we can use, and changes nothing about it.
    static func check(_ path: String, newest: Int) throws(SQLiteFault) {
        let file = try RawFile(path, .opening)
        let page = try file.read(PageSeal.pageSize, at: 0)
        // The places are those of https://sqlite.org/fileformat2.html#the_database_header.
        guard page.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw SQLiteFault(.notADatabase, .opening, "the file is not a database of SQLite")
        }
        guard page.bigEndian(at: 68) == applicationID else {
            throw SQLiteFault(.notAStore, .opening, "the file is a database of another program")
        }
        guard page[16] == UInt8(PageSeal.pageSize >> 8), page[17] == 0,
            page[20] == UInt8(PageSeal.size)
        else {
            throw SQLiteFault(.corrupt(page: 1), .opening, "the header of the file is damaged")
        }
        // If the page is not what was written, a page of the log may stand in for it.
        guard page.withUnsafeBytes({ PageSeal.isIntact($0, number: 1) }) else { return }
        let version = Int(page.bigEndian(at: 60))
        if version > newest { throw .newer(version) }
    }

    /// Refuses a file system on which a full disk would end the program.
    static func checkBlocks(under path: String) throws(SQLiteFault) {
        guard !MappedMemory.isAllocatable else { return }
        var status = statvfs()
        guard statvfs(split(path).folder, &status) == 0 else {
            throw SQLiteFault(.opening, systemError: errno)
        }
        guard status.f_bsize >= PageSeal.pageSize else {
            throw SQLiteFault(
                .smallBlocks, .opening,
                "the file system has blocks of \(status.f_bsize) bytes; a store needs 4096")
        }
    }
}

extension SQLiteFault {
    static func newer(_ version: Int) -> SQLiteFault {
        SQLiteFault(
            .newer(version: version), .opening,
            "the file was written by a newer program, with version \(version) of its tables")
    }
}

extension [UInt8] {
    /// Four bytes as SQLite's files have their numbers.
    func bigEndian(at offset: Int) -> UInt32 {
        self[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
