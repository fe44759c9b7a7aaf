import Assessment
import Content
import MarkupReading

extension Checkup.Section {
    /// Where content lies that commands find without being told, and whether it is right.
    static func content(_ environment: Environment) -> Self {
        var section = Self(title: "Content")
        for kind in [ContentKind.bank, .rubric, .program] { section.add(kind, environment) }
        return section
    }

    private mutating func add(_ kind: ContentKind, _ environment: Environment) {
        let name = kind.noun + "s"
        let folders = kind.folders(in: environment)
        for folder in folders where !environment.names(folder).isEmpty {
            let (files, faulty) = kind.faulty(in: folder, environment)
            if files == 0 { continue }
            let found = "\(counted(files, "file")) in \(folder)"
            if faulty == 0 { return add(name, "\(found), no faults") }
            return add(
                name, "\(found), \(faulty) of them with faults", .fault,
                advice: "run: assay \(kind.noun) check \(ShellText.singleQuoted(folder))")
        }
        add(
            name, "none in \(CommandFault.list(folders))", .note,
            advice: "name files, or set ASSAY_CONTENT to a folder that holds \(kind.folder)")
    }
}

extension ContentKind {
    /// How many files of the kind a folder holds, and in how many there are errors.
    fileprivate func faulty(
        in folder: String, _ environment: Environment
    ) -> (files: Int, faulty: Int) {
        let roots = schemas.map(\.rawValue)
        var counts = (files: 0, faulty: 0)
        for case .success(let path) in (try? ContentFiles.expand([folder], environment)) ?? [] {
            var diagnostics = Diagnostics(limit: 1)
            let limits = ReadingLimits()
            let source = SourceFile.read(path, limit: limits.markup.bytes, into: &diagnostics)
            // A folder may hold content of all kinds.
            if let root = source.flatMap(RootName.of), !roots.contains(root) { continue }
            _ = source.flatMap { check($0, limits, &diagnostics) }
            counts.files += 1
            counts.faulty += diagnostics.hasErrors ? 1 : 0
        }
        return counts
    }
}
