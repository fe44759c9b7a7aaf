import Foundation
import TestSupport
import Testing

/// Readers that we did not write.
enum Python {
    static let isThere = (try? run("print(0)", [], as: Int.self)) == 0
    static let hasSchemas = (try? run("import jsonschema; print(0)", [], as: Int.self)) == 0

    /// What the program prints as JSON, with the files as its arguments.
    static func run<Answer: Decodable>(
        _ program: String, _ files: [[UInt8]], as type: Answer.Type = Answer.self
    ) throws -> Answer {
        let folder = try Folder([])
        let paths = try files.enumerated().map { try folder.write($1, to: "file-\($0)") }
        let result = try #require(
            try Outside.run("python3", ["-c", program] + paths, in: folder.url))
        try #require(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    }

    /// The rows of a table, cell by cell.
    static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        try run(
            """
            import csv, json, sys
            with open(sys.argv[1], encoding="utf-8", newline="") as file:
                print(json.dumps(list(csv.reader(file, strict=True))))
            """, [bytes])
    }

    /// The files of an archive, by their names; fails where one is damaged.
    static func files(_ archive: [UInt8]) throws -> [String: String] {
        try run(
            """
            import json, sys, zipfile
            with zipfile.ZipFile(sys.argv[1]) as archive:
                assert archive.testzip() is None
                for info in archive.infolist():
                    assert info.date_time == (1980, 1, 1, 0, 0, 0), info
                    assert info.external_attr >> 16 == 0o100600, info
                print(json.dumps({name: archive.read(name).decode() for name in archive.namelist()}))
            """, [archive])
    }

    /// What each line holds, or all of it where it is one value, at the paths.
    static func texts(_ bytes: [UInt8], at expression: String) throws -> [String] {
        try run(
            """
            import json, sys
            lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
            print(json.dumps([\(expression) for it in lines]))
            """, [bytes])
    }
}
