import Assessment
import Content
import MarkupReading
import Testing

/// A table and what is wrong with it: each `‸` is where the next of the codes must be reported.
struct TableFault: Sendable, CustomTestStringConvertible {
    /// The faults' codes in the order of the file; `warning: code` for what is no error.
    let codes: [String]
    let text: String
    /// The whole advice for the first, where the row is about that.
    let advice: String?

    init(_ codes: String..., at text: String, advice: String? = nil) {
        self.codes = codes
        self.text = text
        self.advice = advice
    }

    var testDescription: String {
        "\(codes.joined(separator: ", ")) \(text.prefix(80).debugDescription)"
    }

    /// The bytes without the marks, and where those were.
    var parts: (bytes: [UInt8], offsets: [Int]) {
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        for scalar in text.unicodeScalars {
            if scalar == "‸" {
                offsets.append(bytes.count)
            } else {
                bytes += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
        return (bytes, offsets)
    }

    /// Expects these faults at the marks, and no others.
    func expect(_ found: [Diagnostic], sourceLocation: SourceLocation = #_sourceLocation) {
        let summaries = found.map(\.summary)
        let codes = found.map {
            ($0.severity == .error ? "" : "\($0.severity): ") + $0.code.rawValue
        }
        #expect(codes == self.codes, "\(summaries)", sourceLocation: sourceLocation)
        #expect(
            found.compactMap(\.offset) == parts.offsets, "\(summaries)",
            sourceLocation: sourceLocation)
        if let advice { #expect(found.first?.advice == advice, sourceLocation: sourceLocation) }
    }
}

/// A table read to its end, as texts.
struct ReadTable {
    var rows: [[String]] = []
    var lines: [Int] = []
    /// Whether each row came with a fault.
    var faulty: [Bool] = []
    var separator: DelimitedReader.Separator?
    var diagnostics = Diagnostics()

    init(_ bytes: [UInt8], limits: DelimitedLimits = DelimitedLimits()) {
        let source = SourceText(name: "list.csv", bytes: bytes)
        if var reader = DelimitedReader(source, limits: limits, into: &diagnostics) {
            separator = reader.separator
            while let row = reader.next(into: &diagnostics) {
                rows.append(row.fields.map(reader.text))
                lines.append(row.line)
                faulty.append(row.fault != nil)
            }
        }
        diagnostics.locate(in: source)
    }

    init(_ text: String) { self.init(Array(text.utf8)) }
}

/// A roster read from a text, with all that was said about it.
struct ReadRoster {
    let roster: Roster?
    let diagnostics: Diagnostics

    init(_ bytes: [UInt8]) {
        var diagnostics = Diagnostics()
        roster = RosterReader.roster(
            from: SourceText(name: "list.csv", bytes: bytes), into: &diagnostics)
        self.diagnostics = diagnostics
    }

    init(_ text: String) { self.init(Array(text.utf8)) }
}
