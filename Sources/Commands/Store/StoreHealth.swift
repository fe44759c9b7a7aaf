import Assessment
import Disk
import Glibc
import Results
import SQLiteResults

/// What is known of a store without reading its records.
struct StoreHealth {
    struct Problem {
        let message: String
        let advice: String?
    }

    let path: String
    let folder: String
    private let namingOwners: Bool
    private(set) var problems: [Problem] = []
    /// What is worth knowing, and no fault.
    private(set) var notes: [String] = []
    /// What kept it from being opened; it is one of the problems, too.
    private(set) var fault: StoreFault?
    private var inspection: StoreInspection?
    private var files: [Place] = []
    private var system: FileSystem?

    /// A file or folder, and who gets at it.
    private struct Place {
        let path: String
        let rights: Permissions
        let bytes: Int
    }

    private static let verify = "run: assay store verify"

    /// Looks at a store, which stays as it is; owners of its files are told by name, or as others.
    init(_ path: String, _ environment: Environment, namingOwners: Bool = true) {
        self.path = path
        self.namingOwners = namingOwners
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        do throws(StoreFault) {
            let store = try SQLiteStore.open(path, .reading, patience: environment.patience)
            let inspection = try store.inspect()
            for finding in inspection.findings { find(finding.message, Self.verify) }
            self.inspection = inspection
            try store.close()
        } catch {
            fault = error
            find(error.message, error.advice)
        }
        look(among: environment.names(folder))
    }

    private mutating func find(_ message: String, _ advice: String?) {
        problems.append(Problem(message: message, advice: advice))
    }

    /// Looks at the rights of what belongs to the store, and at the disk; `names` are those in its
    /// folder.
    private mutating func look(among names: [String]) {
        for suffix in ["", "-wal", "-shm", "-journal", ".lock"] { look(at: path + suffix) }
        if let rights = try? Permissions(of: folder) { look(atFolder: rights) }
        look(forCopies: names)
        guard let system = try? FileSystem.describe(folder) else { return }
        self.system = system
        if system.isReadOnly {
            find("the file system can only be read", "move the store to another disk")
        }
        if !system.isReadOnly, system.freeBytes < 16 << 20 {
            find(
                "only \(ByteSize.text(system.freeBytes)) are free on its disk",
                "free some space before a sitting meets a full disk")
        }
        if system.kind == .memory {
            notes.append("the store is in memory (\(system.name)) and gone after a restart")
        }
    }

    private mutating func look(at path: String) {
        // The rights of a link say nothing.
        guard let rights = try? Permissions(of: path), rights.kind != .link else { return }
        var status = stat()
        let bytes = lstat(path, &status) == 0 ? Int(status.st_size) : 0
        files.append(Place(path: path, rights: rights, bytes: bytes))
        if !rights.isPrivate {
            find(
                "others can \(rights.others) '\(path)' (mode \(rights.octal))",
                "run: chmod 600 \(ShellText.singleQuoted(path))")
        }
        if !rights.isOurs {
            let owner = namingOwners ? rights.ownerName ?? "user \(rights.owner)" : "another user"
            notes.append("'\(path)' belongs to \(owner)")
        }
    }

    private mutating func look(atFolder rights: Permissions) {
        files.append(Place(path: folder, rights: rights, bytes: 0))
        // In a folder such as /tmp only the owner of a file may replace it.
        let isSticky = rights.mode & 0o1000 != 0
        if rights.isWritableByOthers, !isSticky {
            find(
                "others can put files into its folder '\(folder)' (mode \(rights.octal))",
                "run: chmod 700 \(ShellText.singleQuoted(folder))")
        } else if rights.isReadableByOthers {
            notes.append("others can see the names in its folder '\(folder)'")
        }
    }

    /// Copies that this program made hold names, too, and erasing does not reach them.
    private mutating func look(forCopies names: [String]) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        for other in names.sorted() {
            if other.hasPrefix(".assay-"), other.contains(".tmp") {
                notes.append(
                    "'\(other)' is left from a command that was cut short, or is at work now")
            } else if other.hasPrefix("\(name).version-") || other.hasPrefix("\(name).replaced-") {
                notes.append("'\(other)' is an older copy, which erasing people does not reach")
            }
            guard let rights = try? Permissions(of: "\(folder)/\(other)"), rights.kind == .file,
                other.hasPrefix(".assay-") || other.hasPrefix("\(name).version-")
                    || other.hasPrefix("\(name).replaced-"), !rights.isPrivate
            else { continue }
            find(
                "others can \(rights.others) '\(folder)/\(other)' (mode \(rights.octal))",
                "run: chmod 600 \(ShellText.singleQuoted("\(folder)/\(other)"))")
        }
    }
}

// MARK: Telling

extension StoreHealth {
    private static let sqlite = "SQLite " + SQLiteStore.engineVersion

    private static let resetFault = """
        this SQLite may lose pages where two programs write at once; the queue that saving stands in \
        keeps that from happening
        """

    /// Terms with what there is to say of each.
    var facts: [(String, String)] {
        var facts: [(String, String)] = []
        for file in files {
            let size = file.rights.kind == .file ? ", \(ByteSize.text(file.bytes))" : ""
            let term = file.rights.kind == .folder ? "folder" : "file"
            facts.append((term, "\(file.path) (mode \(file.rights.octal)\(size))"))
        }
        if let system {
            facts.append(
                (
                    "disk",
                    "\(system.name), \(ByteSize.text(system.freeBytes)) free, blocks of "
                        + "\(system.blockSize) bytes"
                ))
        }
        if let inspection {
            let age =
                inspection.version == inspection.newestVersion
                ? "the newest"
                : "older; the next command that saves brings it up to date and keeps a copy"
            facts.append(("tables", "version \(inspection.version), \(age)"))
            let isLogged = inspection.journal == "wal"
            facts.append(
                (
                    "log",
                    isLogged ? "write-ahead, synced at each save" : "none before the first save"
                ))
            let held = inspection.contents.records.filter { $0.records > 0 }
                .map { "\($0.table.plural): \($0.records)" }
            facts.append(("holds", held.isEmpty ? "nothing yet" : held.joined(separator: ", ")))
        }
        let note = SQLiteStore.engineHasLogResetFault ? "; " + Self.resetFault : ""
        facts.append(("engine", Self.sqlite + note))
        return facts
    }

    func json(_ place: StorePlace) -> JSON {
        .object([
            ("schema", "assay/store-check/1"), ("path", .string(path)),
            ("origin", .string(place.origin.rawValue)),
            (
                "files",
                .array(
                    files.map { file in
                        [
                            "path": .string(file.path), "mode": .string(file.rights.octal),
                            "bytes": .integer(file.bytes), "private": .bool(file.rights.isPrivate),
                            "ours": .bool(file.rights.isOurs),
                        ]
                    })
            ),
            (
                "disk",
                system.map { system in
                    [
                        "type": .string(system.name), "free": .integer(system.freeBytes),
                        "block": .integer(system.blockSize), "readOnly": .bool(system.isReadOnly),
                    ]
                } ?? .null
            ),
            (
                "tables",
                inspection.map {
                    ["version": .integer($0.version), "newest": .integer($0.newestVersion)]
                } ?? .null
            ),
            ("journal", inspection.map { .string($0.journal) } ?? .null),
            ("contents", inspection?.contents.json ?? .null),
            (
                "sqlite",
                [
                    "version": .string(SQLiteStore.engineVersion),
                    "logResetFault": .bool(SQLiteStore.engineHasLogResetFault),
                ]
            ),
            ("notes", .array(notes.map { .string($0) })),
            (
                "findings",
                .array(
                    problems.map {
                        [
                            "message": .string($0.message),
                            "advice": $0.advice.map { .string($0) } ?? .null,
                        ]
                    })
            ),
        ])
    }
}

extension Permissions {
    /// As `chmod` takes it.
    fileprivate var octal: String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    fileprivate var others: String {
        switch (isReadableByOthers, isWritableByOthers) {
        case (_, true): "change"
        case (true, false): "read"
        case (false, false): "use"
        }
    }
}
