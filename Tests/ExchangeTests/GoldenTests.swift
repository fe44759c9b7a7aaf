import Assessment
import Exchange
import Foundation
import TestSupport
import Testing

@Suite struct `A file for another system` {
    private static func name(_ format: ExchangeFormat) -> String {
        switch format {
        case .canvas, .moodle: "\(format.rawValue).csv"
        case .moodleXML: "moodle.xml"
        case .xapi, .ags: "\(format.rawValue).jsonl"
        case .caliper: "caliper.json"
        case .qti, .openbadges, .oneroster: format.rawValue + ".txt"
        }
    }

    /// `ASSAY_WRITE_GOLDENS=1` writes them anew for review. An archive is its files in a row.
    @Test(
        .enabled(if: Python.isThere, "python3 is not installed"), arguments: ExchangeFormat.allCases
    )
    func `is what was reviewed`(_ format: ExchangeFormat) throws {
        var settings = Samples.settings
        settings.showsKeys = true
        let exported = try format.export(try Samples.two(), settings)
        var text = String(decoding: exported.bytes, as: UTF8.self)
        if format.isArchive {
            let files = try Python.files(exported.bytes).sorted { $0.key < $1.key }
            text = files.map { "==> \($0.key)\n\($0.value)" }.joined()
        }
        let golden = try GoldenFile.kept(
            Array(text.utf8), at: "Tests/ExchangeTests/Golden/\(Self.name(format))")
        #expect(Array(text.utf8) == golden)
        #expect(exported.leftOut == [])
        #expect(exported.count == (format == .openbadges ? 1 : 2))
    }

    @Test(arguments: ExchangeFormat.allCases)
    func `tells what was right only when asked`(_ format: ExchangeFormat) throws {
        let without = try format.export(try Samples.two(), Samples.settings).bytes
        let text = String(decoding: without, as: UTF8.self)
        for word in ["correctResponse", "correctResponsesPattern", "\"target\""] {
            #expect(!text.contains(word))
        }
        #expect(try format.export(try Samples.two(), Samples.settings).bytes == without)
    }

    /// The answers are those of `uuid.uuid5`.
    @Test(.enabled(if: Python.isThere, "python3 is not installed"))
    func `has ids that anybody can compute`() throws {
        let sitting = try Samples.sitting(1)
        let ids = try Python.run(
            """
            import json, uuid
            sitting = uuid.UUID("\(sitting.id)")
            names = ["xapi quiz"] + ["xapi item " + name for name in
                "one many 2-holds match order sort number words gaps text".split()]
            print(json.dumps([str(uuid.uuid5(sitting, name)) for name in names]))
            """, [], as: [String].self)
        let bytes = try ExchangeFormat.xapi.export([sitting], Samples.settings).bytes
        #expect(try Python.texts(bytes, at: "it['id']") == ids)
        for length in [0, 55, 56, 63, 64, 119, 120, 1_000] {
            let name = String(repeating: "ü", count: length / 2) + (length % 2 == 1 ? "x" : "")
            let id = try Python.run(
                "import uuid; print(f'\"{uuid.uuid5(uuid.NAMESPACE_URL, \"\(name)\")}\"')", [],
                as: String.self)
            let space = UniqueID<String>(bits: 0x6BA7_B811_9DAD_11D1_80B4_00C0_4FD4_30C8)
            #expect("\(UniqueID<String>(of: name, in: space))" == id)
        }
    }
}
