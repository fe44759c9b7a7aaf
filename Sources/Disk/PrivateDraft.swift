internal import CLinux
internal import Glibc

/// A file in the making, under a name of its own until it is whole; dropped, it leaves no trace.
///
/// ```swift
/// var draft = try PrivateDraft(of: "marks.csv", replacing: false)
/// for row in rows { try draft.write(row.bytes) }
/// try draft.commit()
/// ```
///
/// Another library may write it instead, through ``temporaryPath``, and close it before the commit.
package struct PrivateDraft: ~Copyable {
    private let place: Place
    private let isReplacing: Bool
    private let folder: Descriptor
    private let temporaryName: String
    private let identity: FileIdentity
    private var file: Descriptor?
    private var hasTemporaryName = true
    private var pending: [UInt8] = []
    /// After a first failure nobody knows what the file holds.
    private var fault: DiskFault?

    private static let capacity = 1 << 16

    /// Begins a file in the folder where it shall be.
    ///
    /// Refuses at once what ``commit()`` would refuse: a folder, a device, a symbolic link, and
    /// what must not be replaced.
    package init(
        of path: String, replacing: Bool, temporaryNames: () -> String = Self.unusedName
    ) throws(DiskFault) {
        let place = try Place(path, .save)
        let folder = try attempting(.save, path) { () throws(ErrorNumber) in
            try Descriptor { open(place.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        }
        try place.refuseTarget(in: folder, replacing: replacing)
        var name = ""
        let file = try Self.create(place, in: folder, temporaryNames, &name)
        do throws(DiskFault) {
            let isPrivate = try attempting(.save, path) { () throws(ErrorNumber) in
                try file.makePrivate(0o600)
            }
            if !isPrivate { throw DiskFault(.save, path, .cannotBePrivate) }
            identity = try attempting(.save, path) { () throws(ErrorNumber) in
                FileIdentity(try file.status())
            }
        } catch {
            unlinkat(folder.number, name, 0)
            throw error
        }
        self.place = place
        self.folder = folder
        self.file = consume file
        temporaryName = name
        isReplacing = replacing
    }

    deinit {
        if hasTemporaryName, namesOurFile { unlinkat(folder.number, temporaryName, 0) }
    }

    /// The unfinished file, for a library that wants a path; it is empty, and stays the same file.
    package var temporaryPath: String { place.sibling(temporaryName) }

    package mutating func write(_ bytes: [UInt8]) throws(DiskFault) {
        try write(bytes.span)
    }

    package mutating func write(_ bytes: borrowing Span<UInt8>) throws(DiskFault) {
        if pending.count + bytes.count > Self.capacity { try flush() }
        if bytes.count > Self.capacity {
            try send(bytes)
        } else {
            bytes.withUnsafeBufferPointer { pending.append(contentsOf: $0) }
        }
    }

    /// Gives the file its name; when this returns, a power cut takes neither away.
    ///
    /// A fault of the operation ``DiskFault/Operation/save`` means that nothing was changed, and one
    /// of ``DiskFault/Operation/settle`` that the file has its name and may lose it again.
    package consuming func commit() throws(DiskFault) {
        try flush()
        guard namesOurFile else { throw DiskFault(.save, place.path, .replaced) }
        guard let file = file.take() else { preconditionFailure("a draft is committed once") }
        let isPrivate: Bool
        do throws(ErrorNumber) {
            isPrivate = try file.makePrivate(0o600)
            try file.sync()
            try file.close()
        } catch {
            throw DiskFault(.save, place.path, code: error.code)
        }
        if !isPrivate { throw DiskFault(.save, place.path, .cannotBePrivate) }
        // A name that must be free is refused by the renaming itself.
        if isReplacing { try place.refuseTarget(in: folder, replacing: true) }
        try attempting(.save, place.path) { () throws(ErrorNumber) in try rename() }
        hasTemporaryName = false
        try attempting(.settle, place.path) { () throws(ErrorNumber) in try folder.syncNames() }
    }

    private func rename() throws(ErrorNumber) {
        let number = folder.number
        if isReplacing {
            _ = try checked { renameat(number, temporaryName, number, place.name) }
            return
        }
        do throws(ErrorNumber) {
            _ = try checked {
                assay_rename_to_free_name(number, temporaryName, number, place.name)
            }
        } catch {
            // Network file systems do not know this call, but a second name is refused as surely.
            guard error.code == EINVAL || error.code == ENOSYS else { throw error }
            _ = try checked { linkat(number, temporaryName, number, place.name, 0) }
            unlinkat(number, temporaryName, 0)
        }
    }

    private mutating func flush() throws(DiskFault) {
        let bytes = pending
        pending = []
        try send(bytes.span)
        pending = bytes
        pending.removeAll(keepingCapacity: true)
    }

    /// Writes every byte, however often the system takes only some.
    private mutating func send(_ bytes: borrowing Span<UInt8>) throws(DiskFault) {
        if let fault { throw fault }
        let number = file?.number ?? -1
        var sent = 0
        do throws(ErrorNumber) {
            while sent < bytes.count {
                let count = try bytes.extracting(sent...).withUnsafeBufferPointer {
                    rest throws(ErrorNumber) in
                    try checked { Glibc.write(number, rest.baseAddress, rest.count) }
                }
                // Linux never answers 0 here, and it would not do to ask for ever.
                if count == 0 { throw ErrorNumber(code: EIO) }
                sent += count
            }
        } catch {
            let fault = DiskFault(.save, place.path, code: error.code)
            self.fault = fault
            throw fault
        }
    }

    /// Whether the temporary name still stands for the file that was made under it.
    private var namesOurFile: Bool {
        var status = stat()
        let result = fstatat(folder.number, temporaryName, &status, AT_SYMLINK_NOFOLLOW)
        return result == 0 && FileIdentity(status) == identity
    }

    private static func create(
        _ place: Place, in folder: borrowing Descriptor, _ names: () -> String,
        _ name: inout String
    ) throws(DiskFault) -> Descriptor {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let number = folder.number
        var tries = 100
        while true {
            name = names()
            do throws(ErrorNumber) {
                return try Descriptor { openat(number, name, flags, 0o600) }
            } catch {
                tries -= 1
                // A name that is taken, by whomever and with whatever, is left alone.
                if error.code != EEXIST || tries == 0 {
                    throw DiskFault(.save, place.path, code: error.code)
                }
            }
        }
    }

    /// A hidden name that nobody can foresee, and that tells nothing of the file's.
    package static func unusedName() -> String {
        ".assay-" + String(UInt64.random(in: 0...UInt64.max), radix: 16) + ".tmp"
    }
}
