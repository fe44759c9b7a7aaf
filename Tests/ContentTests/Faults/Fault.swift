import Assessment
import Content
import MarkupReading
import Testing

/// A document with one fault: what it is called, and a `‸` at the byte where it must be reported.
struct Fault: Sendable, CustomTestStringConvertible {
    /// The fault's code; `warning: code` for what is no error.
    let code: String
    let document: String
    let schema: Schema
    /// The whole advice, where the row is about that.
    let advice: String?
    let testDescription: String

    private init(_ code: String, _ schema: Schema, _ document: String, advice: String?) {
        self.code = code
        self.schema = schema
        self.document = document
        self.advice = advice
        let marked = document.unicodeScalars.drop { $0 != "‸" }.prefix(60)
        testDescription = "\(code) \(String(marked).debugDescription)"
    }

    /// The offset of the mark, and the bytes without it.
    var parts: (bytes: [UInt8], offset: Int?) {
        // By scalars: a combining mark after the sign would make it another character.
        let parts = document.unicodeScalars.split(separator: "‸", omittingEmptySubsequences: false)
            .map { Array(String($0).utf8) }
        return (Array(parts.joined()), parts.count == 2 ? parts[0].count : nil)
    }

    func read() -> Diagnostics {
        ContentReading.read(parts.bytes, as: schema).1
    }

    /// Expects this fault at the mark, and no other anywhere.
    func expect(sourceLocation: SourceLocation = #_sourceLocation) {
        let found = read().found
        #expect(
            found.map(Self.code) == [code], "\(found.map(\.summary))",
            sourceLocation: sourceLocation)
        #expect(parts.offset != nil, "a mark is missing", sourceLocation: sourceLocation)
        #expect(found.first?.offset == parts.offset, sourceLocation: sourceLocation)
        if let advice { #expect(found.first?.advice == advice, sourceLocation: sourceLocation) }
    }

    private static func code(of diagnostic: Diagnostic) -> String {
        let isError = diagnostic.severity == .error
        return (isError ? "" : "\(diagnostic.severity): ") + diagnostic.code.rawValue
    }
}

// MARK: Where the marked text stands

extension Fault {
    static func document(
        _ code: String, _ schema: Schema, _ document: String, advice: String? = nil
    ) -> Fault {
        Fault(code, schema, document, advice: advice)
    }

    /// In a bank with a title, before an item that is fine.
    static func bank(_ code: String, _ text: String, advice: String? = nil) -> Fault {
        Fault(
            code, .bank,
            """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>\(text)
            <item id="good"><prompt>Is this good?</prompt><true-false key="true"/></item></bank>
            """, advice: advice)
    }

    /// In an item with a prompt.
    static func item(_ code: String, _ text: String, advice: String? = nil) -> Fault {
        Fault(
            code, .bank,
            """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
            <item id="i"><prompt>What?</prompt>\(text)</item></bank>
            """, advice: advice)
    }

    /// In the only interaction of an item, whose tag stands before the text.
    static func inside(
        _ tag: String, _ code: String, _ text: String, advice: String? = nil
    ) -> Fault {
        let name = tag.drop { $0 == "‸" || $0 == "<" }.prefix { $0 != " " && $0 != ">" }
        return item(code, "\(tag)\(text)</\(name)>", advice: advice)
    }

    /// In a quiz of a bank with two active items about `o`, one about `p`, and a retired one.
    static func quiz(
        _ code: String, _ attributes: String, _ text: String = #"<draw count="1"/>"#
    ) -> Fault {
        let items = [
            ("1", "o", ""), ("2", "o", ""), ("3", "p", ""), ("4", "o", #"status="retired""#),
        ]
        .map { id, objective, status in
            """
            <item id="i\(id)" objective="\(objective)" \(status)><prompt>Question \(id)?</prompt>
            <true-false key="true"/></item>
            """
        }.joined()
        let hasMarkedTag = attributes == "‸"
        return Fault(
            code, .bank,
            """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
            <objective id="o"><title>O</title></objective><objective id="p"><title>P</title></objective>
            \(items)\(hasMarkedTag ? "‸" : "")<quiz id="q" \(hasMarkedTag ? #"pass="80%""# : attributes)>
            <title>Q</title>\(text)</quiz></bank>
            """, advice: nil)
    }
}
