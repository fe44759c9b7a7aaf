import Assessment
import Content
import Testing

@Suite struct `A bank whose keys can be guessed` {
    /// A bank of choices; each row says where its key is and what the options say.
    private static func bank(_ rows: [(key: Int, options: [String])]) -> [UInt8] {
        let items = rows.enumerated().map { index, row in
            let options = row.options.enumerated().map { place, text in
                "<option id=\"o\(place)\"\(place == row.key ? " key=\"true\"" : "")>\(text)</option>"
            }.joined()
            return "<item id=\"i\(index)\"><prompt>Question \(index)?</prompt>"
                + "<choose>\(options)</choose></item>"
        }.joined()
        return Array(
            """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>\(items)</bank>
            """.utf8)
    }

    private static func warnings(_ rows: [(key: Int, options: [String])]) -> [String] {
        ContentReading.read(bank(rows), as: .bank).1.found.map {
            "\($0.code.rawValue) \($0.message)"
        }
    }

    private static let even = ["one thing", "two thing", "six thing", "ten thing"]

    @Test func `is warned of by the place of its keys, from twenty choices on`() {
        let first = { (count: Int) in (0..<count).map { _ in (key: 0, options: Self.even) } }
        #expect(Self.warnings(first(19)) == [])
        #expect(
            Self.warnings(first(20)) == [
                "key-position of 20 choices with 4 options, 20 have their key in place 1"
            ])
        // Twelve of 24 would be 6 expected and 6.4 of slack: not yet a sign.
        let mixed = { (count: Int) in
            (0..<24).map { (key: $0 < count ? 0 : 1 + $0 % 3, options: Self.even) }
        }
        #expect(Self.warnings(mixed(12)) == [])
        #expect(
            Self.warnings(mixed(13)) == [
                "key-position of 24 choices with 4 options, 13 have their key in place 1"
            ])
    }

    @Test func `is warned of by the length of a key`() {
        let long = String(repeating: "many words ", count: 5) + "in here"
        let rows = [(key: 1, options: ["a few", long, "a lot"])]
        #expect(
            Self.warnings(rows) == [
                "key-length the key of item 'i0' is nearly twice as long as any other option"
            ])
        #expect(Self.warnings([(key: 0, options: rows[0].options)]) == [])
        let half = [(key: 1, options: ["a few", long, String(long.dropLast(20))])]
        #expect(Self.warnings(half) == [])
    }

    @Test func `is warned of where the key is the longest too often`() {
        let longest = { (count: Int) in
            (0..<24).map { index in
                var options = Self.even
                let place = index < count ? index % 4 : (index + 1) % 4
                options[place] += " more"
                return (key: index % 4, options: options)
            }
        }
        #expect(Self.warnings(longest(10)) == [])
        #expect(
            Self.warnings(longest(11)) == [
                "key-length the key is the longest option in 11 of 24 choices"
            ])
    }

    @Test func `is warned of by words such as always in what is wrong`() {
        let absolute = { (count: Int, keys: Int) in
            (0..<24).map { index in
                var options = Self.even
                if index < count { options[(index + 1) % 4] = "Always ten" }
                if index < keys { options[index % 4] = "never six" }
                return (key: index % 4, options: options)
            }
        }
        #expect(Self.warnings(absolute(7, 0)) == [])
        #expect(
            Self.warnings(absolute(8, 0)) == [
                "absolute-words 8 of 72 wrong options hold a word such as 'always' or 'never', "
                    + "and 0 of 24 keys"
            ])
        #expect(Self.warnings(absolute(8, 2)) == [])
    }

    @Test func `is not one whose keys are spread evenly`() {
        let rows = (0..<200).map { (key: $0 % 4, options: Self.even) }
        #expect(Self.warnings(rows) == [])
        let retired = String(
            decoding: Self.bank((0..<40).map { _ in (0, Self.even) }), as: UTF8.self
        )
        .replacing("<item ", with: "<item status=\"retired\" ")
        #expect(ContentReading.read(Array(retired.utf8), as: .bank).1.found == [])
    }
}
