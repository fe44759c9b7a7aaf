import Assessment
import Foundation
import MarkupReading
import Testing

@Suite struct `A document read child by child` {
    @Test func `comes as its root, then each child whole, then what stands between them`() {
        let reading = Reading("<a x='1'>\n <b><c/></b> stray\n <d/>\n</a>")
        #expect(reading.isWhole)
        #expect(
            reading.events == [
                .root(
                    .init(
                        name: "a",
                        attributes: [.init(name: "x", value: "1", offset: 3, valueOffset: 6)],
                        offset: 0)),
                .child(
                    .init(
                        name: "b",
                        children: [.element(.init(name: "c", offset: 14, endOffset: 18))],
                        offset: 11, endOffset: 22)),
                .text(" stray\n ", offset: 23),
                .child(.init(name: "d", offset: 30, endOffset: 34)),
            ])
    }

    @Test func `is read no further than the receiver wants`() {
        let source = SourceText(name: "x", bytes: Array("<a><b/><c/><d></a>".utf8))
        var diagnostics = Diagnostics()
        var names: [String] = []
        let isWhole = MarkupReader.read(source, into: &diagnostics) { event, _ in
            guard case .child(let element) = event else { return .proceed }
            names.append(element.name)
            return element.name == "c" ? .stop : .proceed
        }
        #expect(names == ["b", "c"])
        #expect(isWhole)
        #expect(diagnostics.found.isEmpty)
    }

    @Test func `delivers what it had of the child that a fault cut short`() {
        let reading = Reading("<a><b/><c><d>x<e/></d><f>y &z;</f></c></a>")
        #expect(!reading.isWhole)
        guard case .unfinished(let child) = reading.events.last else {
            Issue.record("nothing unfinished was delivered")
            return
        }
        #expect(child.name == "c")
        #expect(child.endOffset == nil)
        #expect(child.elements.map(\.name) == ["d", "f"])
        #expect(child.elements.map { $0.endOffset != nil } == [true, false])
        #expect(child.elements.map(\.text) == ["x", "y "])
    }

    @Test func `lets the receiver report faults beside the reader's own`() {
        let source = SourceText(name: "x", bytes: Array("<a><b/>\u{202E}<c/>&x;</a>".utf8))
        var diagnostics = Diagnostics()
        MarkupReader.read(source, into: &diagnostics) { event, diagnostics in
            if case .child(let element) = event {
                diagnostics.error("unknown-element", element.name, at: element.offset)
            }
            return .proceed
        }
        diagnostics.locate(in: source)
        #expect(
            diagnostics.found.map(\.code.rawValue)
                == ["unknown-element", "invisible-text", "unknown-element", "xml-syntax"])
    }

    /// In a process of its own, since other tests use memory, too.
    @Test func `is forgotten as it is delivered`() async {
        await #expect(processExitsWith: .success) {
            let child = "<b>" + String(repeating: "text ", count: 2_000) + "</b>\n"
            let bytes = Array(("<a>" + String(repeating: child, count: 6_000) + "</a>").utf8)
            try #require(bytes.count > 60_000_000)
            let source = SourceText(name: "x", bytes: bytes)
            var diagnostics = Diagnostics()
            var count = 0
            let before = try Self.residentBytes()
            var most = before
            let isWhole = MarkupReader.read(source, into: &diagnostics) { event, _ in
                count += 1
                if count.isMultiple(of: 500) {
                    most = max(most, (try? Self.residentBytes()) ?? .max)
                }
                return .proceed
            }
            try #require(isWhole)
            try #require(count == 6_001)
            try #require(most - before < 30_000_000)
        }
    }

    private static func residentBytes() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            .split(separator: " ")
        return try #require(Int(fields[1])) * Int(getpagesize())
    }

    @Test func `can be read on many threads at once`() async {
        let verdicts = await withTaskGroup { group in
            for index in 0..<200 {
                let text = index.isMultiple(of: 2) ? "<a><b/></a>" : "<a>\n<b></a>"
                group.addTask { Reading(text).verdict }
            }
            return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(verdicts == ["accept": 100, "xml-syntax 2:4": 100])
    }
}
