import Assessment
import Content
import MarkupReading

/// Finds the rubric or program that a word on a command line means: a file, or an id in a known
/// folder.
struct ContentFinding<Value> {
    let kind: ContentKind
    let environment: Environment
    let read: (SourceText, inout Diagnostics) -> Value?
    let id: (Value) -> String

    func find(_ word: String) throws -> Value {
        if word.hasSuffix(".xml") || word.contains("/") || word == "-" {
            return try value(in: word)
        }
        var known: [String] = []
        for folder in folders where !environment.names(folder).isEmpty {
            for case .success(let path) in try ContentFiles.expand([folder], environment) {
                guard let value = try? value(in: path) else { continue }
                if id(value) == word { return value }
                known.append(id(value))
            }
        }
        throw CommandFault(
            .noInput, "there is no \(kind.noun) \(CommandFault.quoted(word))",
            suggestions: Suggestions.near(word, among: known),
            advice: "name its file, or set ASSAY_CONTENT to a folder that holds \(kind.folder)")
    }

    /// Every one in the first place that has any.
    func all() throws -> [Value] {
        for folder in folders where !environment.names(folder).isEmpty {
            let found = try ContentFiles.expand([folder], environment).compactMap { file in
                if case .success(let path) = file { try? value(in: path) } else { nil }
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    private var folders: [String] { kind.folders(in: environment) }

    private func value(in path: String) throws(CommandFault) -> Value {
        var diagnostics = Diagnostics()
        let source = SourceFile.read(
            path, limit: ReadingLimits().markup.bytes, into: &diagnostics)
        guard let value = source.flatMap({ read($0, &diagnostics) }), !diagnostics.hasErrors else {
            let first = diagnostics.found.first { $0.severity == .error }
            throw CommandFault(
                first?.code == "no-input" ? .noInput : .badData,
                "\(ContentFiles.shownName(path)): \(first?.message ?? "this is no \(kind.noun)")",
                advice: "'assay \(kind.noun) check' says everything that is wrong with it")
        }
        return value
    }
}

extension ContentFinding<Rubric> {
    init(_ environment: Environment) {
        self.init(
            kind: .rubric, environment: environment,
            read: { RubricReader.rubric(from: $0, into: &$1) }, id: \.id.text)
    }
}

extension ContentFinding<Program> {
    init(_ environment: Environment) {
        self.init(
            kind: .program, environment: environment,
            read: { ProgramReader.program(from: $0, into: &$1) }, id: \.id.text)
    }
}
