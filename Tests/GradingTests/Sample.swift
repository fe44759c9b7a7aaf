import Assessment
import Content
import Foundation
import MarkupReading
import TestSupport
import Testing

/// Items as a bank says them, for tests that grade them.
enum Sample {
    /// An item of 12 points with the interactions given, read as a bank's file is.
    static func item(
        _ interactions: String, points: String = "12", belowZero: Bool = false
    ) throws -> Item {
        let source = """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
            <item id="i" points="\(points)" below-zero="\(belowZero ? "yes" : "no")">
            <prompt>Which?</prompt>\(interactions)<explanation>So.</explanation></item></bank>
            """
        var diagnostics = Diagnostics()
        let bank = BankReader.bank(
            from: SourceText(name: "bank.xml", bytes: Array(source.utf8)), into: &diagnostics)
        try #require(!diagnostics.hasErrors, "\(diagnostics.found.map(\.message))")
        return try #require(bank?.items.first)
    }

    /// An item with one accepted text, made without a file, so that any text will do.
    static func item(
        accepting text: String, as form: AcceptedText.Form = .text,
        comparedBy comparison: TextComparison = TextComparison()
    ) throws -> Item {
        Item(
            id: try #require(Item.ID("i")), prompt: "Which?",
            interactions: [
                Interaction(
                    kind: .shortText(
                        ShortText(
                            accepted: [AcceptedText(text: text, form: form)],
                            comparison: comparison)))
            ])
    }

    static func bank(_ path: String) throws -> Bank {
        var diagnostics = Diagnostics()
        let source = SourceText(name: path, bytes: try Project.bytes(path))
        return try #require(BankReader.bank(from: source, into: &diagnostics))
    }

    /// Every bank we ship, and the one that holds one of everything.
    static let banks =
        Project.files(in: "QuestionBanks") + ["Tests/ContentTests/Samples/every-interaction.xml"]
}

/// The interpreter of another language, asked for a second opinion.
enum Python {
    static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/python3" }.first(where: FileManager.default.isExecutableFile)

    /// What the program prints as JSON when it is given the value as JSON in a file.
    static func run<Answer: Decodable>(
        _ program: String, with value: some Encodable = [String](), as type: Answer.Type
    ) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "assay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
        try JSONEncoder().encode(value).write(to: input)
        let process = Process()
        process.executableURL = URL(filePath: try #require(path))
        process.arguments = ["-c", program, input.path, output.path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return try JSONDecoder().decode(Answer.self, from: Data(contentsOf: output))
    }
}
