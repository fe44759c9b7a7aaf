import Assessment
import Content
import Foundation
import MarkupReading
import TestSupport
import Testing

@Suite struct `A hostile bank` {
    @Test(arguments: try HostileCase.all())
    func `is judged by its first fault, at its line`(_ row: HostileCase) throws {
        let bytes = try Project.bytes("Tests/Hostile/\(row.file)")
        var diagnostics = Diagnostics()
        _ = BankReader.read(
            SourceText(name: row.file, bytes: bytes), into: &diagnostics, eachItem: { _ in })
        #expect(diagnostics.hasErrors == (row.verdict == "reject"))
        let first = diagnostics.found.first { $0.severity == .error }
        if row.verdict == "reject" { #expect(first?.code.rawValue == row.code) }
        if let line = row.line { #expect(first?.place?.line == line) }
    }

    @Test(arguments: try HostileCase.all())
    func `never puts a control character into what is said of it`(_ row: HostileCase) throws {
        let (_, diagnostics) = ContentReading.read(
            try Project.bytes("Tests/Hostile/\(row.file)"), as: .bank, named: row.file)
        for diagnostic in diagnostics.found {
            let texts = [
                diagnostic.message, diagnostic.advice ?? "", diagnostic.place?.excerpt?.text ?? "",
            ]
            for text in texts { #expect(text.terminalSafe() == text) }
        }
    }
}

/// A case of the manifest that is small enough to be kept with the tests.
struct HostileCase: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let file: String
    let verdict: String
    let code: String?
    let line: Int?
    let big: Bool

    var testDescription: String { id }

    private struct Manifest: Decodable {
        let cases: [HostileCase]
    }

    static func all() throws -> [HostileCase] {
        let bytes = try Project.bytes("Tests/Hostile/manifest.json")
        return try JSONDecoder().decode(Manifest.self, from: Data(bytes)).cases.filter { !$0.big }
    }
}
