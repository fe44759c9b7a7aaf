import Assessment
import Glibc
import MarkupReading

/// Finds the files a person means: files as they are, folders with all XML below them, `-` as is.
enum ContentFiles {
    /// In the order given, folders in the order of their names; a fault for each that is not there.
    ///
    /// Where nobody may be asked, a terminal is no input to wait for. With `--verbose` the files are
    /// named before they are read.
    static func expand(
        _ paths: [String], _ environment: Environment
    ) throws(CommandFault) -> [Result<String, PathFault>] {
        if paths.contains("-"), environment.inputIsTerminal, !environment.mayAsk {
            throw CommandFault(
                .noInput, "standard input is the terminal, and --no-input is given",
                advice: "pipe a file into the command, or name one")
        }
        let found = files(of: paths, environment)
        if environment.console.verbosity > 0 {
            for case .success(let path) in found {
                environment.console.remark("reading \(shownName(path))")
            }
        }
        return found
    }

    private static func files(
        of paths: [String], _ environment: Environment
    ) -> [Result<String, PathFault>] {
        paths.flatMap { path -> [Result<String, PathFault>] in
            if path == "-" { return [.success(path)] }
            guard let folder = Folder(path) else {
                let fault = missing(path, environment)
                return [fault.map { .failure($0) } ?? .success(path)]
            }
            var seen: Set<Folder> = [folder]
            let found = files(below: path, &seen)
            return found.isEmpty ? [.failure(PathFault(path, .holdsNothing))] : found
        }
    }

    /// What messages call a file that a command line names.
    static func shownName(_ path: String) -> String { path == "-" ? "standard input" : path }

    /// Why there is nothing to read at a path.
    struct PathFault: Error {
        enum Reason {
            case holdsNothing, isLocked
            /// There are files with names much like it.
            case misspelled([String])
        }

        let path: String
        private let reason: Reason

        init(_ path: String, _ reason: Reason) {
            self.path = path
            self.reason = reason
        }

        var diagnostic: Diagnostic {
            switch reason {
            case .holdsNothing:
                Diagnostic(
                    .error, "no-input", "the folder holds no .xml files",
                    advice: "name a file, or a folder that holds some")
            case .isLocked:
                Diagnostic(
                    .error, "no-input", "you may not look into this folder",
                    advice: "ask its owner, or change its permissions")
            case .misspelled(let near):
                Diagnostic(
                    .error, "no-input", "there is no file '\(path.terminalSafe())'",
                    advice: "did you mean \(CommandFault.list(near.map(CommandFault.quoted)))?")
            }
        }
    }

    /// A folder by what it is, whatever links lead to it.
    private struct Folder: Hashable {
        let device: UInt
        let number: UInt

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
            device = UInt(status.st_dev)
            number = UInt(status.st_ino)
        }
    }

    private static func missing(_ path: String, _ environment: Environment) -> PathFault? {
        var status = stat()
        guard stat(path, &status) != 0, errno == ENOENT else { return nil }
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[...$0]) } ?? "."
        let near = Suggestions.fileNames(near: path, listing: environment.names(folder))
        return near.isEmpty ? nil : PathFault(path, .misspelled(near))
    }

    /// Every folder once, because a link may lead back up.
    private static func files(
        below path: String, _ seen: inout Set<Folder>
    ) -> [Result<String, PathFault>] {
        guard let names = names(in: path) else { return [.failure(PathFault(path, .isLocked))] }
        let prefix = path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
        return names.sorted().flatMap { name -> [Result<String, PathFault>] in
            let path = prefix + name
            if let folder = Folder(path) {
                return seen.insert(folder).inserted ? files(below: path, &seen) : []
            }
            return name.lowercased().hasSuffix(".xml") ? [.success(path)] : []
        }
    }

    private static func names(in folder: String) -> [String]? {
        guard let handle = opendir(folder) else { return nil }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(
                    to: CChar.self, capacity: MemoryLayout.size(ofValue: start.pointee)
                ) { String(cString: $0) }
            }
            if name.utf8.first != UInt8(ascii: ".") { names.append(name) }
        }
        return names
    }
}
