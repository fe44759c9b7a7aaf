/// Where the store of results lies, and who said so.
struct StorePlace: Sendable, Hashable {
    enum Origin: String, Sendable, Hashable {
        case option, variable
        case dataFolder = "data-folder"
        case homeFolder = "home-folder"
    }

    let path: String
    let origin: Origin

    /// The option decides, then its variable, then the customs for a user's own data.
    init(_ call: Invocation, _ environment: Environment) throws(CommandFault) {
        if let path = call.value("store") {
            self.path = path
            origin = call.isGiven("store") ? .option : .variable
            return
        }
        // The XDG Base Directory Specification has paths that are not absolute ignored.
        if let folder = environment.folder("XDG_DATA_HOME") {
            path = folder + "/assay/results.sqlite"
            origin = .dataFolder
        } else if let folder = environment.folder("HOME") {
            path = folder + "/.local/share/assay/results.sqlite"
            origin = .homeFolder
        } else {
            throw CommandFault(
                .noInput, "there is no home folder to keep results in",
                advice: "name a file with --store")
        }
    }
}

extension Environment {
    /// The absolute path that a variable holds, without slashes at its end.
    fileprivate func folder(_ name: String) -> String? {
        guard let text = variable(name), text.utf8.first == UInt8(ascii: "/") else { return nil }
        let end = text.utf8.lastIndex { $0 != UInt8(ascii: "/") }
        return end.map { String(text[...$0]) } ?? ""
    }
}

extension OptionSpec {
    /// Taken by every command that uses results.
    static let store = OptionSpec(
        "store", nil, .value(.file(extensions: ["sqlite"])), placeholder: "file",
        help: "The file that holds the results; 'assay store path' prints the usual one.",
        variable: "ASSAY_STORE")
}
