import Assessment
import MarkupReading

/// Where the lines of a sitting come from: the person at the terminal, or a script.
struct AnswerSource {
    /// Whether there is somebody who can be asked again.
    let isPerson: Bool
    private let environment: Environment
    private var script: [String]?
    private(set) var lineNumber = 0

    init(_ call: Invocation, _ environment: Environment) throws(CommandFault) {
        self.environment = environment
        guard let path = call.value("answers"), path != "-" || environment.inputIsTerminal else {
            isPerson = environment.inputIsTerminal
            return
        }
        if path == "-" {
            throw CommandFault(
                .usage, "--answers - reads standard input, which is the terminal",
                advice: "pipe the answers in, or leave --answers out")
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

/// A line of a script that names the item it answers: `lead-01 chosen a`, or `lead-01 -`.
struct KeyedAnswer {
    let item: Item.ID
    let answer: Answer

    /// Nil for a line of another kind.
    init?(_ line: String, among bank: Bank) {
        guard let blank = line.firstIndex(of: " "), let id = Item.ID(String(line[..<blank])),
            let item = bank.items.first(where: { $0.id == id }),
            let answer = Answer(String(line[line.index(after: blank)...])),
            answer.responses.count == item.interactions.count
        else { return nil }
        self.item = id
        self.answer = answer
    }
}
