import Assessment
import Content
import MarkupReading
import Testing

@Suite struct `A large bank` {
    private static let count = 20_000

    private static func bytes(_ count: Int, end: String = "</bank>") -> [UInt8] {
        var text = """
            <bank xmlns="urn:assay:bank:1" id="large" version="1"><title>Large</title>
            <objective id="o"><title>O</title></objective>

            """
        for index in 0..<count {
            text += """
                <item id="i\(index)" objective="o"><prompt>Is \(index) even?</prompt>\
                <true-false key="\(index.isMultiple(of: 2))"/></item>

                """
        }
        text += "<quiz id=\"q\" pass=\"80%\"><title>Q</title><draw count=\"\(count / 2)\"/></quiz>"
        return Array((text + end).utf8)
    }

    private func read(
        _ bytes: [UInt8], limit: Int = BankReader.itemLimit, _ eachItem: (Item) -> Void
    ) -> (Bank?, Diagnostics) {
        var diagnostics = Diagnostics()
        let source = SourceText(name: "large.xml", bytes: bytes)
        let bank = BankReader.read(
            source, itemLimit: limit, into: &diagnostics, eachItem: eachItem)
        return (bank, diagnostics)
    }

    @Test(.timeLimit(.minutes(1)))
    func `is delivered item by item in the order of the file, and not kept`() {
        var delivered = 0
        var isInOrder = true
        let (bank, diagnostics) = read(Self.bytes(Self.count)) { item in
            isInOrder = isInOrder && item.id.text == "i\(delivered)"
            delivered += 1
        }
        #expect(delivered == Self.count)
        #expect(isInOrder)
        #expect(bank?.items == [])
        #expect(bank?.quizzes.first?.length == Self.count / 2)
        #expect(diagnostics.found.map(\.summary) == [])
    }

    @Test func `is read up to its limit of items, and no further`() {
        var delivered = 0
        let (bank, diagnostics) = read(Self.bytes(100), limit: 10) { _ in delivered += 1 }
        #expect(delivered == 10)
        #expect(bank?.title == "Large")
        #expect(diagnostics.found.map(\.code) == ["too-large"])
        #expect(diagnostics.found.first?.place?.line == 13)
    }

    @Test func `that breaks off gives the items before the break, and one fault`() {
        var delivered = 0
        let (bank, diagnostics) = read(Self.bytes(100, end: "<item id=\"last\"><prompt>")) { _ in
            delivered += 1
        }
        #expect(delivered == 100)
        #expect(bank != nil)
        #expect(diagnostics.errorCount == 1)
    }

    @Test func `with a fault in every item keeps the first thousand, and counts the rest`() {
        let text = String(decoding: Self.bytes(2_000), as: UTF8.self)
            .replacing("<prompt>", with: "<prompt lang=\"en\">")
        let (_, diagnostics) = read(Array(text.utf8)) { _ in }
        #expect(diagnostics.found.count == 1_000)
        #expect(diagnostics.omitted == 1_000)
        #expect(diagnostics.found.map { $0.place?.line } == (0..<1_000).map { $0 + 3 })
    }
}
