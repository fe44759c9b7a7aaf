import Assessment
import MarkupReading
import Testing

/// What a reading of a whole document came to, with the places filled in.
struct Reading {
    var events: [MarkupReader.Event] = []
    var diagnostics = Diagnostics()
    var isWhole = false

    init(_ text: String, limits: MarkupLimits = MarkupLimits()) {
        self.init(bytes: Array(text.utf8), limits: limits)
    }

    init(bytes: [UInt8], limits: MarkupLimits = MarkupLimits()) {
        let source = SourceText(name: "bank.xml", bytes: bytes)
        var events: [MarkupReader.Event] = []
        isWhole = MarkupReader.read(source, limits: limits, into: &diagnostics) { event, _ in
            events.append(event)
            return .proceed
        }
        diagnostics.locate(in: source)
        self.events = events
    }

    var first: Diagnostic? { diagnostics.found.first }

    /// The first fault as `code line:column`.
    var verdict: String {
        guard let first else { return "accept" }
        guard let place = first.place else { return first.code.rawValue }
        return "\(first.code.rawValue) \(place.line):\(place.column)"
    }
}

/// A document whose fault begins at the `‸`, or one that is fine and has none.
struct Marked: Sendable, CustomTestStringConvertible {
    let code: String
    let bytes: [UInt8]
    let offset: Int?
    let testDescription: String

    init(_ code: String, _ document: String) {
        // By scalars: a combining mark after the sign would make it another character.
        let parts = document.unicodeScalars.split(separator: "‸", omittingEmptySubsequences: false)
            .map { Array(String($0).utf8) }
        self.code = code
        bytes = Array(parts.joined())
        offset = parts.count > 1 ? parts[0].count : nil
        testDescription = code + " " + document.debugDescription
    }

    init(_ code: String, before: [UInt8], fault: [UInt8]) {
        self.code = code
        bytes = before + fault
        offset = before.count
        testDescription = code + " " + fault.map { String($0, radix: 16) }.joined(separator: " ")
    }
}
