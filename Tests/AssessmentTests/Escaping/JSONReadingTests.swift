import Assessment
import Foundation
import TestSupport
import Testing

@Suite struct `JSON that is read` {
    @Test(arguments: [
        "null", "[]", "{}", "[1,-2,true,false]", "{\"a\":{\"b\":[\"c\"]}}", "1.5e-7", "\"\\u0000\"",
        "\"é\\n\\\\\\\"\"", "123456789012345678901234567890",
    ]) func `is written as it was`(text: String) {
        #expect(JSON(reading: Array(text.utf8)).map { $0.text(indented: false) } == text)
    }

    @Test(arguments: [
        "", "nul", "[1,]", "[1 2]", "{\"a\"}", "{a:1}", "01", "+1", "1.", "\"", "\"\n\"", "\"\\x\"",
        "\"\\uD800\"", "\"\\uD800\\u0041\"", "\"\\u12\"", "1 2", "[",
        String(repeating: "[", count: 100_000),
    ]) func `is refused where it is none`(text: String) {
        #expect(JSON(reading: Array(text.utf8)) == nil)
    }

    @Test func `is read as Foundation reads it, whatever the text`() throws {
        for text in HostileTexts.all {
            let theirs = try JSONEncoder().encode([text])
            for bytes in [Array(theirs), JSON.array([.string(text)]).bytes()] {
                let read = JSON(reading: bytes)?.elements?.first?.text
                #expect(read.map { Array($0.utf8) } == Array(text.utf8))
            }
        }
    }
}
