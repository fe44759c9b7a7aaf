internal import Disk
internal import Results

extension StoreFault {
    static func damaged(_ table: String) -> StoreFault {
        StoreFault(
            .damaged, "the store holds something in '\(table)' that no program of ours wrote",
            advice: "run: assay store verify")
    }

    /// What SQLite did not do, in the words of whoever wanted something saved or read.
    init(_ fault: SQLiteFault) {
        let (kind, message, advice) = Self.words(for: fault)
        self.init(
            kind, message, advice: advice,
            outcome: fault.leavesOutcomeUnknown ? .unknown : .notSaved)
    }

    private static func words(for fault: SQLiteFault) -> (Kind, String, String) {
        switch fault.kind {
        case .full:
            (.full, "the disk is full", "free some space; what was saved before is safe")
        case .readOnly:
            (
                .readOnly, "the store may only be read",
                "check the rights of its file and folder, and whether the disk is read-only"
            )
        case .ioError, .spent:
            (
                .inputOutput, "the disk reported an error",
                "check the disk; what was saved before is safe"
            )
        case .busy:
            (
                .busy, "another program keeps the store busy without waiting its turn",
                "close whatever else has the file open, such as a database browser"
            )
        case .corrupt(let page):
            (
                .damaged, "the store's file is damaged" + (page.map { " at page \($0)" } ?? ""),
                "run: assay store verify; restore a backup with: assay store restore"
            )
        case .notADatabase, .notAStore:
            (.notAStore, "this file is not a store of results", "name another file with --store")
        case .newer(let version):
            (
                .tooNew,
                "the store was written by a newer Assay (its tables are version "
                    + "\(version))", "use that version of Assay; nothing was changed"
            )
        case .smallBlocks:
            (
                .unsafePlace, "the file system has blocks too small to be safe when it is full",
                "put the store on another disk with --store"
            )
        case .cannotOpen, .missing:
            (.missing, "the store's file or its folder is not there", "check the path")
        case .denied:
            (
                .denied, "you may not use the store's file",
                "ask its owner, or check the rights of the file and its folder"
            )
        case .exists:
            (.conflict, "there is a file of this name already", "choose another name")
        case .link:
            (.isLink, "the store's file is a symbolic link", "name what the link leads to")
        case .constraint, .tooBig, .other:
            (.refused, "the store refused this: \(fault.message)", "run: assay store check")
        }
    }

    /// What the disk did not do.
    init(_ fault: DiskFault) {
        let kind: Kind =
            switch fault.kind {
            case .noSpace, .quota: .full
            case .readOnly: .readOnly
            case .denied: .denied
            case .missing, .notAFolder, .isAFolder, .replaced: .missing
            case .isLink: .isLink
            case .waitedTooLong: .busy
            case .exists: .conflict
            case .notAFile: .notAStore
            case .inputOutput, .tooLarge, .badName, .tooManyOpen, .cannotBePrivate, .other:
                .inputOutput
            }
        self.init(
            kind, fault.message, advice: fault.advice,
            outcome: fault.operation == .settle ? .unknown : .notSaved)
    }
}
