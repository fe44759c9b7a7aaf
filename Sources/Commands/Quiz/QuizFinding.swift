import Assessment
import Content
import MarkupReading
import Terminal

/// A quiz that can be taken, with the bank it asks from.
struct FoundQuiz {
    let quiz: Quiz
    let bank: Bank
    let path: String

    var name: String { "\(bank.id)/\(quiz.id)" }
}

/// Finds the quizzes that a command line means.
struct QuizFinding {
    private let environment: Environment

    init(_ environment: Environment) {
        self.environment = environment
    }

    /// The quiz that a word means: a file, `file#quiz`, `bank/quiz`, or the id of a bank or a quiz.
    ///
    /// Without a word it is the only quiz there is; of several the person chooses.
    func quiz(_ word: String?) throws -> FoundQuiz {
        guard let word else { return try one(of: everywhere(), for: nil) }
        let parts = word.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(parts[0])
        let id = parts.count == 2 ? String(parts[1]) : nil
        if path.hasSuffix(".xml") || path == "-"
            || path.utf8.contains(UInt8(ascii: "/")) && environment.has(path)
        {
            return try quiz(id, in: path)
        }
        let all = try everywhere()
        let fitting = all.filter { $0.name == word }
        let other = all.filter { $0.quiz.id.text == word || $0.bank.id.text == word }
        if fitting.isEmpty, other.isEmpty {
            if environment.has(path) { return try quiz(id, in: path) }
            throw CommandFault(
                .noInput, "there is no quiz \(CommandFault.quoted(word))",
                suggestions: Suggestions.near(word, among: all.map(\.name)),
                advice: "'assay quiz list' shows the quizzes there are")
        }
        return try one(of: fitting.isEmpty ? other : fitting, for: word)
    }

    private func quiz(_ id: String?, in path: String) throws -> FoundQuiz {
        let found = try quizzes(in: path)
        guard let id else { return try one(of: found, for: path) }
        if let quiz = found.first(where: { $0.quiz.id.text == id }) { return quiz }
        throw CommandFault(
            .noInput, "\(path) has no quiz \(CommandFault.quoted(id))",
            suggestions: Suggestions.near(id, among: found.map(\.quiz.id.text)))
    }

    /// Every quiz in the files and folders, or in all known places where none is named.
    func quizzes(_ paths: [String]) throws -> [FoundQuiz] {
        if paths.isEmpty { return try everywhere() }
        return try paths.flatMap { try quizzes(in: $0) }
    }

    // MARK: Places

    private var folders: [String] { ContentKind.bank.folders(in: environment) }

    /// Those in the first place that has any.
    private func everywhere() throws -> [FoundQuiz] {
        for folder in folders where !environment.names(folder).isEmpty {
            let found = try quizzes(in: folder)
            if !found.isEmpty { return found }
        }
        throw CommandFault(
            .noInput, "there are no quizzes in \(CommandFault.list(folders))",
            advice: "name a bank's file, or set ASSAY_CONTENT to a folder that holds banks")
    }

    private func quizzes(in path: String) throws -> [FoundQuiz] {
        try ContentFiles.expand([path], environment).flatMap { file -> [FoundQuiz] in
            switch file {
            case .failure(let fault):
                throw CommandFault(
                    .noInput, fault.diagnostic.message, advice: fault.diagnostic.advice)
            case .success(let path):
                let bank = try bank(path)
                return bank.quizzes.map { FoundQuiz(quiz: $0, bank: bank, path: path) }
            }
        }
    }

    private func bank(_ path: String) throws(CommandFault) -> Bank {
        var diagnostics = Diagnostics()
        let limits = ReadingLimits()
        let bank = SourceFile.read(path, limit: limits.markup.bytes, into: &diagnostics).flatMap {
            BankReader.bank(
                from: $0, limits: limits.markup, itemLimit: limits.items, into: &diagnostics)
        }
        guard let bank, !diagnostics.hasErrors else {
            let first = diagnostics.found.first { $0.severity == .error }
            let isUnread = first?.code == "no-input"
            throw CommandFault(
                isUnread ? .noInput : .badData,
                "\(ContentFiles.shownName(path)): \(first?.message ?? "this is no bank")",
                advice: isUnread
                    ? "'assay quiz list' shows the quizzes there are"
                    : "'assay bank check' says everything that is wrong with it")
        }
        return bank
    }

    // MARK: Choosing

    private func one(of found: [FoundQuiz], for word: String?) throws(CommandFault) -> FoundQuiz {
        if found.count == 1 { return found[0] }
        guard !found.isEmpty else {
            throw CommandFault(.noInput, "\(word ?? "this bank") has no quiz")
        }
        guard environment.mayAsk else {
            throw CommandFault(
                .usage, "there are \(found.count) quizzes to choose from",
                details: found.map { "\($0.name)  \($0.quiz.title)" }, advice: "name one of them")
        }
        var question = Page()
        question.paragraph("Which quiz?")
        for (index, quiz) in found.enumerated() {
            question.item("\(index + 1).", "\(quiz.quiz.title) (\(quiz.name))", indent: 2)
        }
        environment.console.write(
            question.text(
                width: environment.console.width, palette: environment.console.outputPalette))
        while let line = try environment.answer(
            "Number from 1 to \(found.count), Enter for 1, q to leave:")
        {
            let line = line.trimmed
            if line == "q" { break }
            if line.isEmpty { return found[0] }
            if let number = Int(line), found.indices.contains(number - 1) {
                return found[number - 1]
            }
        }
        throw CommandFault(.usage, "no quiz was chosen", advice: "name one of them")
    }
}

extension Environment {
    /// Whether there is a file or folder of this path.
    fileprivate func has(_ path: String) -> Bool {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[...$0]) } ?? "."
        let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        return name.isEmpty || names(folder).contains(name)
    }

    /// Prints a question as a result, waits for a line, and gives it; nil where there is none.
    ///
    /// What is typed is not shown where it is to stay hidden.
    func answer(
        _ question: String, isHidden: Bool = false
    ) throws(CommandFault) -> String? {
        console.write(question.terminalSafe() + " ")
        console.output.flush()
        let input = isHidden ? hidden { nextLine() } : nextLine()
        if case .stop = input {
            stop()
            return try answer(question, isHidden: isHidden)
        }
        if case .line(let line) = input {
            if isHidden { console.write("\n") }
            return line
        }
        console.write("\n")
        if case .signal(let number) = input {
            throw CommandFault(.signal(number), "stopped before anything was begun")
        }
        return nil
    }
}

extension String {
    /// Without the blanks around it.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
