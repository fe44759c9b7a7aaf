import Foundation
import TestSupport
import Testing

/// The corpus of hostile strings, where the project is checked out beside it.
enum HostileStrings {
    static var url: URL? { Shared.url("hostile/strings.json") }

    /// One string, and what each output is to make of it.
    struct Case: Decodable {
        let id: String
        let b64: Data
        let csv: String?
        let html: String?
        let filename: String?
        let log: String?
        let terminal: String?

        /// Nil where the bytes are no UTF-8.
        var text: String? { String(validating: b64, as: UTF8.self) }
    }

    private struct File: Decodable {
        let cases: [Case]
    }

    static func cases() throws -> [Case] {
        try JSONDecoder().decode(File.self, from: Data(contentsOf: #require(url))).cases
    }

    /// Texts to send through an output and back: what is hard by itself, and the corpus.
    static func texts() throws -> [String] {
        try hard + (url == nil ? [] : cases().compactMap(\.text))
    }

    static let hard = [
        "", " ", "Ana López", "Ana Lo\u{301}pez", "=1+1", "=\u{301}1+1", "\u{FEFF}\u{A0} @x", "＝1",
        "'=1", "''-", "'t Hooft", "\u{200B}'\u{301}=", "a\"b", "\"\u{301} x=\"", "\"\"",
        "a\r\n=1,b",
        "\r", "\n", "\t", "\r\n", "a,b;c\td", "<b>&lt;</b>", "<\u{338}b>", "&\u{301}amp;",
        "'\u{301} onload='x", "\u{9B}31m", "\u{85}\u{7F}\u{1B}[2J", "\u{202E}txt.\u{2066}x\u{2069}",
        "a\u{0}b", "a\u{2028}b", "\u{FFFE}\u{FFFF}\u{1FFFE}", "_x003D_", "_x000d_\r_x000D",
        "👩‍🚀", "עברית", "日本", "  ", "-",
    ]
}
