import Assessment
import Foundation
import MarkupReading
import TestSupport
import Testing

@Suite struct `The corpus of hostile banks` {
    private struct Manifest: Decodable {
        let cases: [Case]
    }

    private struct Case: Decodable {
        let id: String
        let file: String
        let code: String?
        let line: Int?
        let big: Bool
    }

    /// What is settled before anyone looks for questions.
    private static let codes: Set<String> = [
        "empty-input", "xml-syntax", "encoding", "encoding-declared", "control-char", "xml-version",
        "doctype", "too-large", "unsafe-char", "invisible-text",
    ]

    @Test(.enabled(if: Shared.url("hostile") != nil, "the shared corpus is not here"))
    func `is refused for the right reason on the right line, or let through to be judged`() throws {
        let folder = try #require(Shared.url("hostile"))
        let manifest = try Data(contentsOf: folder.appending(path: "manifest.json"))
        let cases = try JSONDecoder().decode(Manifest.self, from: manifest).cases.filter { !$0.big }
        #expect(cases.count > 200)
        for row in cases {
            let bytes = try Array(Data(contentsOf: folder.appending(path: row.file)))
            let first = Reading(bytes: bytes).first
            guard let code = row.code, Self.codes.contains(code) else {
                // A hidden character in a number is first of all no number.
                #expect(first == nil || row.id == "num-points-nul-ref", "\(row.id)")
                continue
            }
            #expect(first?.code.rawValue == code, "\(row.id)")
            if let line = row.line { #expect(first?.place?.line == line, "\(row.id)") }
        }
    }
}
