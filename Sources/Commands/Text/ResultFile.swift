import Assessment
import Disk

/// Where results go that somebody takes away: standard output, or a file that is whole or not there.
struct ResultFile {
    /// `-` for standard output.
    let path: String
    let isReplacing: Bool

    /// Where the command line says; standard output where it says nothing.
    init(_ call: Invocation) {
        self.init(call.value("output") ?? "-", isReplacing: call.flag("force"))
    }

    init(_ path: String, isReplacing: Bool) {
        self.path = path
        self.isReplacing = isReplacing
    }

    var isStandardOutput: Bool { path == "-" }

    /// Refuses what a terminal cannot show, before the work for it is done.
    func refuse(isText: Bool, _ console: Console) throws(CommandFault) {
        guard isStandardOutput, !isText, console.output.isTerminal else { return }
        throw CommandFault(
            .usage, "this format is no text, which a terminal cannot show",
            advice: "name a file with --output, or send it to another program")
    }

    /// Text is shown on a terminal without what the terminal would obey.
    func write(_ bytes: [UInt8], isText: Bool, _ console: Console) throws(CommandFault) {
        try refuse(isText: isText, console)
        guard isStandardOutput else {
            do {
                return try PrivateFile.write(bytes, to: path, replacing: isReplacing)
            } catch {
                throw CommandFault(.cannotWrite, "\(error)", advice: "--force replaces a file")
            }
        }
        guard console.output.isTerminal else { return console.output.write(bytes: bytes) }
        let lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        console.write(lines.terminalSafe(keepingLineBreaks: true))
    }

    static let options = [
        OptionSpec(
            "output", "o", .value(.file(extensions: [])), placeholder: "file",
            help: "Where to write it; standard output for -, and where nothing is said."),
        OptionSpec("force", help: "Replace a file that is there."),
    ]
}
