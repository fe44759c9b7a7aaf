import Assessment
import MarkupReading
import Sittings

/// The code that a proctor types, or hands over in a file, to open a quiz.
enum ProctorCode {
    /// Below this a code is guessed too soon.
    private static let shortest = 6
    private static let tries = 3

    // MARK: Setting

    /// A new code: from a file, or typed twice unseen.
    static func new(_ call: Invocation, _ environment: Environment) throws -> String {
        if let path = call.value("code-file") { return try checked(read(path)) }
        guard environment.mayAsk else {
            throw CommandFault(
                .usage, "there is nobody to ask for a code",
                advice: "name a file that holds it with --code-file, or - for standard input")
        }
        guard let code = try environment.answer("New code:", isHidden: true).map(checked),
            let again = try environment.answer("Once more:", isHidden: true)
        else { throw CommandFault(.usage, "no code was typed") }
        guard again.trimmed == code else {
            throw CommandFault(.usage, "the two codes are not the same", advice: "type it anew")
        }
        return code
    }

    private static func checked(_ text: String) throws(CommandFault) -> String {
        let code = text.trimmed
        guard code.count >= shortest else {
            throw CommandFault(
                .usage, "a code has \(shortest) characters or more",
                advice: "take two words, or six digits")
        }
        return code
    }

    /// The first line of a file, or of standard input for `-`.
    private static func read(_ path: String) throws(CommandFault) -> String {
        var diagnostics = Diagnostics()
        guard let text = SourceFile.read(path, limit: 1 << 16, into: &diagnostics) else {
            let fault = diagnostics.found.first
            throw CommandFault(
                .noInput, fault?.message ?? "\(path) cannot be read", advice: fault?.advice)
        }
        let line = text.bytes.prefix { $0 != UInt8(ascii: "\n") }
        return String(decoding: line, as: UTF8.self).trimmed
    }

    // MARK: Opening

    /// Lets the command go on only where the quiz needs no code, or the right one is given.
    ///
    /// Each wrong one is waited for longer; none is written down anywhere.
    static func open(
        _ quiz: String, _ call: Invocation, _ environment: Environment,
        by invigilator: Invigilator
    ) throws {
        guard try invigilator.needsCode(for: quiz) else { return }
        if let code = try given(call) {
            if try invigilator.admits(code, to: quiz) { return }
            environment.pause(.seconds(1))
            throw wrong
        }
        guard environment.mayAsk else {
            throw CommandFault(
                .permission, "\(quiz) opens with a proctor's code only",
                advice: "name a file that holds it with --proctor-code-file")
        }
        for number in 1...tries {
            guard let code = try environment.answer("Proctor's code:", isHidden: true),
                !code.trimmed.isEmpty
            else {
                throw CommandFault(
                    .permission, "\(quiz) opens with a proctor's code only",
                    advice: "ask the proctor to type it here")
            }
            if try invigilator.admits(code.trimmed, to: quiz) { return }
            environment.pause(.seconds(1 << (number - 1)))
            if number < tries { environment.console.writeLine("That is not the code.") }
        }
        throw wrong
    }

    private static let wrong = CommandFault(
        .permission, "that is not the proctor's code", advice: "nothing was opened; ask the proctor"
    )

    private static func given(_ call: Invocation) throws(CommandFault) -> String? {
        if let code = call.value("proctor-code") { return code.trimmed }
        guard let path = call.value("proctor-code-file") else { return nil }
        let answers = call.value("answers") ?? "-"
        if path == "-", answers == "-" {
            throw CommandFault(
                .usage, "standard input cannot hold the code and the answers",
                advice: "name a file with --answers, or one with --proctor-code-file")
        }
        return try read(path)
    }
}
