import Assessment
import Content
import Foundation
import TestSupport
import Testing

/// The corpus of hostile strings, as names and as ids, with what has to become of each.
enum HostileNames {
    static var url: URL? { Shared.url("hostile/strings.json") }

    struct Row {
        let id: String
        let text: [UInt8]

        /// `kept`, or the code of the fault that bars it.
        func expected(of column: String) -> String {
            if let code = HostileNames.barred.first(where: { $0.value.contains(id) })?.key {
                return code
            }
            switch (column, id) {
            case ("name", "uni-zw"): return "invisible-text"
            case ("name", "uni-zalgo"): return "too-large"
            case ("id", let id) where HostileNames.hidden.contains(id): return "unsafe-char"
            default: return "kept"
            }
        }
    }

    private struct File: Decodable {
        struct Case: Decodable {
            let id: String
            let b64: Data
        }

        let cases: [Case]
    }

    static func rows() throws -> [Row] {
        let file = try Data(contentsOf: #require(url))
        return try JSONDecoder().decode(File.self, from: file).cases.map {
            Row(id: $0.id, text: Array($0.b64))
        }
    }

    static func outcome(of read: ReadRoster, _ column: String) -> String {
        read.roster?.entries.isEmpty == false
            ? "kept"
            : read.diagnostics.found.first { $0.severity == .error }?.code.rawValue ?? "lost"
    }

    /// What neither a name nor an id may be, by the code of its fault.
    private static let barred: [String: Set<String>] = [
        "control-char": [
            "csv-nul", "path-nul", "sql-nul", "term-csi", "term-osc52", "term-osc8", "term-title",
            "term-report", "term-c1", "term-c1osc", "term-bs", "term-alt", "log-u2028",
            "uni-nonchar",
        ],
        "too-large": ["path-long"],
        "empty-text": ["uni-empty", "uni-spaces"],
        "encoding": ["utf8-latin1", "utf8-overlong", "utf8-surrogate", "utf8-cut"],
    ]

    /// What nobody would see in an id: joiners, turned directions, line breaks, piles of marks.
    private static let hidden: Set = [
        "formula-zwj", "csv-crlf", "term-cr", "term-rlo", "log-newline", "log-crlf", "uni-zw",
        "uni-zalgo", "uni-emoji",
    ]
}
