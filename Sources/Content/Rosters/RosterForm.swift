package import Assessment
import MarkupReading

extension Roster {
    /// One person, held to the same rules as a row of a file; nil where a rule is broken.
    ///
    /// Without an external id the entry has an empty one.
    package static func entry(
        name: String, externalID: String?, email: String?, into diagnostics: inout Diagnostics
    ) -> Entry? {
        // One way to read a person, so that a command takes what a list takes and nothing else.
        let fields = [externalID ?? "-", name, email ?? ""]
        let row = fields.map { "\"" + $0.withDoubledQuotes + "\"" }.joined(separator: ",")
        let table = SourceText(name: "", bytes: Array("id,name,email\n\(row)\n".utf8))
        guard let roster = RosterReader.roster(from: table, into: &diagnostics),
            let entry = roster.entries.first
        else { return nil }
        return Entry(
            line: entry.line, externalID: externalID == nil ? "" : entry.externalID,
            name: entry.name, email: entry.email)
    }
}

extension String {
    /// Works by bytes, since a mark that combines with a quote hides it.
    fileprivate var withDoubledQuotes: String {
        let quote = UInt8(ascii: "\"")
        return String(
            decoding: utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }, as: UTF8.self)
    }
}
