import Foundation

/// Texts that break programs which take them for something else than text.
package enum HostileTexts {
    private struct Corpus: Decodable {
        let cases: [Case]
    }

    private struct Case: Decodable {
        let b64: String
    }

    /// A few of each sort, and the shared corpus where it is at hand.
    package static let all: [String] = few + shared

    private static let few = [
        "", " ", "\u{0}", "a\u{0}b", "\n", "\r\n", "a\rb\n\nc", "\\", "\\n", "\\\\n", "\t", "-",
        "--",
        "a b=c", "=", "%", "%20", "%2", "%+1", "typed x", "'; DROP TABLE step; --", "\"", "''",
        "é", "e\u{301}", "\u{301}", "\u{301}=x", "\n\u{301}", "\\\u{301}", " \u{301}", "=\u{301}",
        "\u{202E}gpj", "\u{200B}", "\u{FEFF}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{2028}",
        "日本語", "👩‍👩‍👧‍👦", "\u{10FFFF}", "\u{FFFE}", "ﷺ", "<&>\"'", "NULL", "1e999", "=1+1",
        String(repeating: "x", count: 10_000), "Z" + String(repeating: "\u{301}", count: 500),
    ]

    private static let shared: [String] = {
        guard let url = Shared.url("hostile/strings.json"), let data = try? Data(contentsOf: url),
            let corpus = try? JSONDecoder().decode(Corpus.self, from: data)
        else { return [] }
        return corpus.cases.compactMap { row in
            Data(base64Encoded: row.b64).flatMap { String(validating: $0, as: UTF8.self) }
        }
    }()
}
