import Assessment
import Glibc
import MarkupReading

/// Finds the files a person means: files as they are, folders with all XML below them, `-` as is.
enum ContentFiles {
    /// In the order given, folders in the order of their names; a fault for each that is not there.
    static func expand(_ paths: [String]) -> [Result<String, PathFault>] {
        paths.flatMap { path -> [Result<String, PathFault>] in
            guard path != "-", isFolder(path) else { return [.success(path)] }
            let found = files(below: path, depth: 0)
            return found.isEmpty ? [.failure(PathFault(path: path))] : found.map { .success($0) }
        }
    }

    /// A folder in which there is nothing to read.
    struct PathFault: Error {
        let path: String

        var diagnostic: Diagnostic {
            Diagnostic(
                .error, "no-input", "the folder holds no .xml files",
                advice: "name a file, or a folder that holds some")
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Depth is bounded, because a link may lead back up.
    private static func files(below folder: String, depth: Int) -> [String] {
        guard depth < 16, let names = names(in: folder) else { return [] }
        let prefix = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
        return names.sorted().flatMap { name -> [String] in
            let path = prefix + name
            if isFolder(path) { return files(below: path, depth: depth + 1) }
            return name.lowercased().hasSuffix(".xml") ? [path] : []
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
