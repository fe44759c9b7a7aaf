import Assessment
import Exchange
import Foundation
import TestSupport
import Testing

/// Names, ids, titles and words that break programs, through every format, and back by others.
@Suite(.enabled(if: Python.isThere, "python3 is not installed"))
struct `Text from anywhere` {
    private static let texts = HostileTexts.all.filter { !$0.isEmpty && $0.utf8.count < 20_000 }

    private static func sittings(
        naming: (String, inout Person) -> Void
    ) throws -> [GradedSitting] {
        try texts.enumerated().map { index, text in
            var learner = Person(id: Person.ID(bits: UInt128(index + 1)), name: "x")
            naming(text, &learner)
            return try Samples.sitting(
                .one, of: .one, passMark: .one, verdict: .passed, number: UInt128(index + 1),
                of: learner)
        }
    }

    private static func byName() throws -> [GradedSitting] {
        try sittings { text, learner in
            learner.name = text
            learner.externalID = "S\(learner.id.bits)"
        }
    }

    private static func byID() throws -> [GradedSitting] {
        try sittings { text, learner in learner.externalID = text }
    }

    /// NUL ends the text for some readers, and is spelled.
    private static func spelled(_ text: String) -> String { text.replacing("\0", with: "\\u{0}") }

    @Test(arguments: [ExchangeFormat.canvas, .moodle])
    func `is a name in a table and never a formula`(_ format: ExchangeFormat) throws {
        let exported = try format.export(try Self.byName(), Samples.settings)
        let rows = try Python.rows(exported.bytes).dropFirst(format == .canvas ? 2 : 1)
        #expect(exported.leftOut == [] && rows.count == Self.texts.count)
        for (row, text) in zip(rows, Self.texts) {
            #expect(CSV.text(of: row[0]) == Self.spelled(text))
            #expect(!CSV.isComputed(row[0]) || row[0].unicodeScalars.first == "'")
        }
    }

    @Test func `is an id in a table exactly, or not at all`() throws {
        for format in [ExchangeFormat.canvas, .moodle] {
            let exported = try format.export(try Self.byID(), Samples.settings)
            let rows = try Python.rows(exported.bytes).dropFirst(format == .canvas ? 2 : 1)
            let ids = rows.map { $0[format == .canvas ? 2 : 1] }
            let out = Set(exported.leftOut.map(\.learner.id))
            let kept = try Self.byID().map(\.learner).filter { !out.contains($0.id) }
            #expect(ids.map { Array($0.utf8) } == kept.map { Array($0.knownAs.utf8) })
            #expect(ids.allSatisfy { !CSV.isComputed($0) })
            #expect(!out.isEmpty && !kept.isEmpty)
        }
    }

    @Test(arguments: [
        (ExchangeFormat.ags, "it['userId']"), (.xapi, "it['actor']['account']['name']"),
    ])
    func `is an id in JSON exactly`(_ format: ExchangeFormat, _ place: String) throws {
        let bytes = try format.export(try Self.byID(), Samples.settings).bytes
        let ids = try Python.texts(bytes, at: place)
        #expect(ids.map { Array($0.utf8) } == Self.texts.map { Array($0.utf8) })
        // Nothing that a terminal would obey stands in it raw.
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{9B}" })
    }

    @Test func `is an id in markup exactly, save what no XML can hold`() throws {
        let bytes = try ExchangeFormat.moodleXML.export(try Self.byID(), Samples.settings).bytes
        let students = try Python.run(
            """
            import json, sys
            from xml.etree import ElementTree
            tree = ElementTree.parse(sys.argv[1])
            print(json.dumps([it.text or "" for it in tree.iter("student")]))
            """, [bytes], as: [String].self)
        #expect(students.map { Array($0.utf8) } == Self.texts.map { Array(Self.held($0).utf8) })
    }

    /// The names of the reports are those of the learners, none outside of the folder.
    @Test(arguments: [ExchangeFormat.qti, .openbadges])
    func `makes no path and no broken file of an archive`(_ format: ExchangeFormat) throws {
        for sittings in [try Self.byName(), try Self.byID()] {
            let files = try Python.files(format.export(sittings, Samples.settings).bytes)
            #expect(files.count == sittings.count)
            #expect(
                files.keys.allSatisfy { name in
                    name.utf8.allSatisfy {
                        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
                            || "-.".utf8.contains($0)
                    } && name.first != "." && name.utf8.count < 120
                })
            for text in files.values where format == .openbadges {
                _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
            }
        }
    }

    /// A learner's id is an XML name in a report, from which anybody can read it back.
    @Test func `can be read back from the name that XML lets it have`() throws {
        let sittings = try Self.byID()
        let files = try Python.files(ExchangeFormat.qti.export(sittings, Samples.settings).bytes)
        let ids = try Python.run(
            """
            import json, re, sys, urllib.parse
            names = json.load(open(sys.argv[1], encoding="utf-8"))
            assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9._·-]*", name) for name in names)
            print(json.dumps([
                urllib.parse.unquote((name[1:] if name[0] == "_" else name).replace("·", "%"))
                for name in names]))
            """,
            [
                JSON.array(
                    sittings.map { sitting in
                        let file = files.first { $0.key.hasSuffix("\(sitting.id).xml") }?.value
                        let rest = file?.split(separator: "sourcedId=\"").last ?? ""
                        return .string(String(rest.prefix { $0 != "\"" }))
                    }
                ).bytes()
            ], as: [String].self)
        #expect(ids.map { Array($0.utf8) } == Self.texts.map { Array($0.utf8) })
    }

    /// Titles, prompts and typed words at once: a quiz for each text.
    @Test func `is a title or an answer everywhere`() throws {
        let texts = Self.texts
        let sittings = try texts.enumerated().map { index, text in
            try Samples.sitting(
                UInt128(index + 1), ["words": "typed \(text.asOneLine)"], title: text,
                prompt: text, quiz: "q\(1_000 + index)", written: .one)
        }
        func bytes(_ format: ExchangeFormat) throws -> [UInt8] {
            try format.export(sittings, Samples.settings).bytes
        }
        func expect(_ found: [String?], _ format: ExchangeFormat) {
            let found = found.compactMap(\.self).map { Array($0.utf8) }
            #expect(found == texts.map { Array($0.utf8) }, "\(format)")
        }
        let heads = try Python.rows(bytes(.moodle))[0].dropFirst(3)
        #expect(heads.map { CSV.text(of: $0) } == texts.map { "Quiz: \(Self.spelled($0)) (Real)" })
        #expect(!heads.contains { CSV.isComputed($0) })
        let start = "import json, sys, zipfile\nfrom xml.etree import ElementTree\n"
        for place in [
            "it['object']['definition'].get('name', {}).get('en')",
            "it['object']['definition'].get('description', {}).get('en')"
                + " if it['object']['id'].endswith('one') else None",
            "it['result']['response'] if it['object']['id'].endswith('words') else None",
        ] {
            expect(
                try Python.run(
                    start + """
                        print(json.dumps([\(place) for it in map(json.loads, open(sys.argv[1], "rb"))]))
                        """, [bytes(.xapi)]), .xapi)
        }
        expect(
            try Python.run(
                start + """
                    events = json.load(open(sys.argv[1], "rb"))["data"]
                    print(json.dumps([it["object"]["assignable"]["name"] for it in events]))
                    """, [bytes(.caliper)]), .caliper)
        expect(
            try Python.run(
                start + """
                    badges = zipfile.ZipFile(sys.argv[1])
                    print(json.dumps([json.loads(badges.read(it))["name"] for it in badges.namelist()]))
                    """, [bytes(.openbadges)]), .openbadges)
        let values: [String] = try Python.run(
            start + """
                reports = zipfile.ZipFile(sys.argv[1])
                print(json.dumps([
                    ElementTree.fromstring(reports.read(it)).find(
                        ".//{*}itemResult[@identifier='words']//{*}candidateResponse/{*}value"
                    ).text for it in reports.namelist()]))
                """, [bytes(.qti)])
        #expect(values.map { Array($0.utf8) } == texts.map { Array(Self.held($0).utf8) })
    }

    /// As XML holds it: what it cannot hold is spelled.
    private static func held(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isLost =
                scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)
                || scalar.value == 0xFFFE || scalar.value == 0xFFFF
            return isLost
                ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
                : String(scalar)
        }.joined()
    }
}
