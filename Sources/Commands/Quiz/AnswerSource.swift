import Assessment
import MarkupReading

/// Where the lines of a sitting come from: the person at the terminal, or a script.
struct AnswerSource {
    /// Whether there is somebody who can be asked again.
    let isPerson: Bool
    private let environment: Environment
    private var script: [String]?
    private(set) var lineNumber = 0

    /// The option of that name says which file the lines are in.
    init(
        _ call: Invocation, _ environment: Environment, option: String = "answers"
    ) throws(CommandFault) {
        self.environment = environment
        guard let path = call.value(option), path != "-" || environment.inputIsTerminal else {
            isPerson = environment.inputIsTerminal
            return
        }
        if path == "-" {
            throw CommandFault(
                .usage, "--\(option) - reads standard input, which is the terminal",
                advice: "pipe the lines in, or leave --\(option) out")
        }
        isPerson = false
        var diagnostics = Diagnostics()
        guard let text = SourceFile.read(path, limit: 16 << 20, into: &diagnostics) else {
            let fault = diagnostics.found.first
            throw CommandFault(
                .noInput, fault?.message ?? "\(path) cannot be read", advice: fault?.advice)
        }
        var lines = text.bytes.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        if lines.last == "" { lines.removeLast() }
        script = lines
    }

    mutating func next(within limit: Duration?) -> InputLine {
        lineNumber += 1
        guard let lines = script else { return environment.nextLine(within: limit).withoutReturn }
        guard lines.indices.contains(lineNumber - 1) else { return .end }
        return InputLine.line(lines[lineNumber - 1]).withoutReturn
    }
}

extension InputLine {
    /// Files from other systems end their lines with a carriage return, too.
    fileprivate var withoutReturn: InputLine {
        guard case .line(let line) = self, line.utf8.last == 13 else { return self }
        return .line(String(line.unicodeScalars.dropLast()))
    }
}

/// A line of a script that names what it answers: `lead-01 chosen a`, `lead-01 -` to clear, or
/// `lead-07#days typed 3` for one of several things that an item asks.
enum KeyedAnswer: Sendable, Hashable {
    /// Interactions are counted from 0.
    case response(Response?, item: Item.ID, interaction: Int)
    /// The line names an item and cannot answer it so.
    case wrong(String)

    /// Nil for a line of another kind.
    init?(_ line: String, among bank: Bank) {
        guard let blank = line.firstIndex(of: " ") else { return nil }
        let name = line[..<blank].split(
            separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let item = bank.items.first(where: { $0.id.text == name[0] }) else { return nil }
        let parts = item.interactions.map { $0.id?.text ?? "" }
        let named = name.count == 1 ? nil : parts.firstIndex { !$0.isEmpty && $0 == name[1] }
        let responses = Answer(String(line[line.index(after: blank)...]))?.responses ?? []
        if responses.count != 1 {
            if name.count == 1 { return nil }
            self = .wrong("What comes after \(line[..<blank]) is no answer.")
        } else if let interaction = named ?? (name.count == 1 && parts.count == 1 ? 0 : nil) {
            self = .response(responses[0], item: item.id, interaction: interaction)
        } else {
            let known = parts.filter { !$0.isEmpty }.map { "\(item.id)#\($0)" }
            self = .wrong(
                known.isEmpty
                    ? "\(item.id) asks one thing, which goes by that name alone."
                    : "\(item.id) wants its answers as \(CommandFault.list(known)).")
        }
    }
}
