import Assessment

/// Why a command was not carried out, in words a person can act on.
///
/// A body may throw it; the frame prints it and ends the run with its code.
package struct CommandFault: Error, Sendable, Hashable {
    package let exitCode: ExitCode
    /// One line without a full stop that names the thing and what is wrong with it.
    package let message: String
    /// What the message is about, one thing a line.
    package let details: [String]
    package let suggestions: [String]
    /// One more line: what to do about it.
    package let advice: String?

    package init(
        _ exitCode: ExitCode, _ message: String, details: [String] = [],
        suggestions: [String] = [], advice: String? = nil
    ) {
        self.exitCode = exitCode
        self.message = message
        self.details = details
        self.suggestions = suggestions
        self.advice = advice
    }

    /// The same with whom or what it is about before it, for one of many.
    func about(_ subject: String) -> CommandFault {
        CommandFault(
            exitCode, "\(subject): \(message)", details: details, suggestions: suggestions,
            advice: advice)
    }

    /// The lines to print after the word "error", not yet made safe for a terminal.
    package var lines: [String] {
        var lines = [message] + details.map { "  " + $0 }
        if !suggestions.isEmpty {
            lines.append("  did you mean \(Self.list(suggestions.map(Self.quoted)))?")
        }
        if let advice { lines.append("  " + advice) }
        return lines
    }

    /// A file that was named and is not there, with what the folder holds instead.
    package static func noSuchFile(_ path: String, in environment: Environment) -> CommandFault {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[...$0]) } ?? "."
        return CommandFault(
            .noInput, "there is no file \(quoted(path))",
            suggestions: Suggestions.fileNames(near: path, listing: environment.names(folder)))
    }

    /// The text in quotes, cut where nobody would read on.
    package static func quoted(_ text: String) -> String {
        let limit = 80
        let start = text.unicodeScalars.prefix(limit)
        return start.endIndex == text.endIndex ? "'\(text)'" : "'\(String(start))...'"
    }

    /// `a, b or c`.
    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
