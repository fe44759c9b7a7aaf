internal import Assessment
internal import Glibc

/// Why something on the disk was not done, in words a teacher can act on.
///
/// It names a path and never holds what was to be written there.
package struct DiskFault: Error, Sendable, Hashable {
    package let operation: Operation
    /// The file or folder as it was named.
    package let path: String
    package let kind: Kind
    /// The system's error number, or 0 where the refusal is our own.
    package let code: Int32

    /// What was being attempted.
    package enum Operation: Sendable, Hashable {
        /// Writing a file; the file that was there before, if any, is untouched.
        case save
        /// Making a file that already bears its name outlast a power cut.
        case settle
        case makeFolder
        case inspect
        /// Opening a lock file, or waiting for it.
        case lock
    }

    /// What stood in the way.
    package enum Kind: Sendable, Hashable, CaseIterable {
        case noSpace, quota, readOnly, denied, missing, notAFolder, isAFolder, notAFile, exists
        case isLink, inputOutput, tooLarge, badName, tooManyOpen
        /// The drive gives other people the right to read every file on it.
        case cannotBePrivate
        /// Somebody else removed or replaced the file while it was in use.
        case replaced
        /// Others held a lock until the deadline.
        case waitedTooLong
        case other
    }

    package init(_ operation: Operation, _ path: String, _ kind: Kind, code: Int32 = 0) {
        self.operation = operation
        self.path = path
        self.kind = kind
        self.code = code
    }

    /// What the system's error number means here.
    package init(_ operation: Operation, _ path: String, code: Int32) {
        self.init(operation, path, Kind(code: code), code: code)
    }
}

extension DiskFault.Kind {
    /// The kind of a system's error number.
    package init(code: Int32) {
        self =
            switch code {
            case ENOSPC: .noSpace
            case EDQUOT: .quota
            case EROFS: .readOnly
            case EACCES, EPERM: .denied
            case ENOENT: .missing
            case ENOTDIR: .notAFolder
            case EISDIR: .isAFolder
            case EEXIST: .exists
            case ELOOP: .isLink
            // A stick pulled out, and a server that forgot the file.
            case EIO, ENXIO, ENODEV, ESTALE: .inputOutput
            case EFBIG, EOVERFLOW: .tooLarge
            case ENAMETOOLONG: .badName
            case EMFILE, ENFILE: .tooManyOpen
            default: .other
            }
    }
}

extension DiskFault: CustomStringConvertible {
    package var description: String { message }

    /// One sentence without a full stop that names the file and what is wrong, safe to print.
    package var message: String {
        let shown = "'" + path.terminalSafe() + "'"
        return switch (operation, kind) {
        case (.lock, .waitedTooLong): "other programs kept \(shown) locked for too long"
        case (.lock, .replaced): "\(shown) was removed while it was locked"
        case (.save, _): "\(shown) was not saved: \(reason)"
        case (.settle, _): "it is not certain that \(shown) was saved: \(reason)"
        case (.makeFolder, _): "the folder \(shown) was not made: \(reason)"
        case (.inspect, _): "\(shown) cannot be examined: \(reason)"
        case (.lock, _): "\(shown) cannot be locked: \(reason)"
        }
    }

    private var reason: String {
        switch kind {
        case .noSpace: "the disk is full"
        case .quota: "your share of the disk is used up"
        case .readOnly: "the disk can only be read"
        case .denied: "you are not allowed to do that there"
        case .missing where operation == .inspect: "there is no such file or folder"
        case .missing: "the folder it should be in does not exist"
        case .notAFolder: "a part of the path is not a folder"
        case .isAFolder: "it is a folder"
        case .notAFile: "it is not a regular file"
        case .exists: "it already exists"
        case .isLink: "it is a symbolic link"
        case .inputOutput: "the disk reported an error"
        case .tooLarge: "the file would be larger than the system allows"
        case .badName: "the name is empty, too long or holds a NUL"
        case .tooManyOpen: "too many files are open"
        case .cannotBePrivate: "others could read any file on this drive"
        case .replaced: "somebody else replaced it meanwhile"
        case .waitedTooLong: "it took too long"
        case .other: String(cString: strerror(code))
        }
    }

    /// What to do about it, in lower case and without a full stop.
    package var advice: String {
        switch kind {
        case .noSpace: "free some space, then try again"
        case .quota: "delete files of yours, or ask for a larger share, then try again"
        case .readOnly: "choose a folder on another disk"
        case .denied: "choose a folder of your own, or ask the owner of this one"
        case .missing where operation == .inspect: "check the name and the folder you are in"
        case .missing: "make that folder first, or check its name"
        case .notAFolder: "check the path"
        case .isAFolder: "name a file in it"
        case .notAFile: "name a file, not a device or a pipe"
        case .exists: "choose another name, or move the old one away"
        case .isLink: "name what the link leads to, or remove the link"
        case .inputOutput: "check that the drive is connected and healthy, then try again"
        case .tooLarge: "raise the limit on file sizes, or save less at once"
        case .badName: "choose another name"
        case .tooManyOpen: "close other programs, then try again"
        case .cannotBePrivate: "choose a folder in your home folder"
        case .replaced: "find out which program changes files there, then try again"
        case .waitedTooLong: "try again, and close other programs that save here"
        case .other: "try again, or choose another folder"
        }
    }
}
