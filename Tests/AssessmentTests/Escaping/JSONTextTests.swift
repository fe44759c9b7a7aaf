import Assessment
import Foundation
import Testing

@Suite struct `JSON text` {
    struct Row: Sendable, CustomTestStringConvertible {
        let value: JSON
        let text: String
        var testDescription: String { text }

        init(_ value: JSON, _ text: String) {
            self.value = value
            self.text = text
        }
    }

    @Test(arguments: [
        Row(nil, "null"), Row(true, "true"), Row(-12, "-12"), Row(.number("-0.50e+3"), "-0.50e+3"),
        Row([], "[]"), Row([:], "{}"), Row([1, [2], "x"], #"[1,[2],"x"]"#),
        Row(["b": 1, "a": [:], "B": nil], #"{"B":null,"a":{},"b":1}"#),
        // Sorted by bytes: U+FF21 comes before U+10400, and composed forms are kept apart.
        Row(["\u{10400}": 1, "\u{FF21}": 2], "{\"\u{FF21}\":2,\"\u{10400}\":1}"),
        Row(["e\u{301}": 1, "\u{E9}": 2], "{\"e\u{301}\":1,\"\u{E9}\":2}"),
        Row(.object([("a", 1), ("b", 2), ("a", 3)]), #"{"a":3,"b":2}"#),
        Row("say \"hi\" \\ /", #""say \"hi\" \\ /""#),
        Row("\n\r\t\u{0}\u{8}\u{1B}", #""\n\r\t\u0000\u0008\u001b""#),
        Row("\u{7F}\u{85}\u{9B}\u{2028}\u{2029}", #""\u007f\u0085\u009b\u2028\u2029""#),
        Row("\u{202E}\u{2066}\u{FEFF}", #""\u202e\u2066\ufeff""#),
        Row("ünïcödé 日本 👩‍🏫", "\"ünïcödé 日本 👩‍🏫\""),
        // A combining mark after a quote must not hide it.
        Row("a\"\u{301}b", "\"a\\\"\u{301}b\""),
    ])
    func `is the same bytes for the same value`(_ row: Row) throws {
        #expect(row.value.text() == row.text)
        let read = try JSONSerialization.jsonObject(
            with: Data(row.value.bytes()), options: .fragmentsAllowed)
        if case .string(let text) = row.value {
            #expect((read as? String).map { Array($0.utf8) } == Array(text.utf8))
        }
    }

    @Test func `can be laid out for people`() {
        let value: JSON = ["list": [1, ["x": []]], "none": [:]]
        #expect(
            value.text(indented: true) == """
                {
                  "list": [
                    1,
                    {
                      "x": []
                    }
                  ],
                  "none": {}
                }
                """)
    }

    @Test func `goes behind what the buffer holds`() {
        var bytes = Array("x".utf8)
        JSON.array([1]).append(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "x[1]")
    }
}
