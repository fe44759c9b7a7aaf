import Foundation
import TestSupport
import Testing

/// A reader and writer of workbooks that we did not write.
enum OpenPyXL {
    static let isThere = (try? run("import openpyxl; answer = 0", on: [], as: Int.self)) == 0

    /// Runs a program that finds the file as `path`, and gives what it leaves in `answer`.
    static func run<Answer: Decodable>(
        _ program: String, on bytes: [UInt8], as type: Answer.Type
    ) throws -> Answer {
        let folder = try Folder([])
        let path = try folder.write(bytes, to: "book.xlsx")
        let whole = """
            import json, sys
            path = sys.argv[1]
            \(program)
            print(json.dumps(answer))
            """
        let result = try #require(try Outside.run("python3", ["-c", whole, path], in: folder.url))
        try #require(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    }

    /// Runs a program that saves a workbook as `path`, and gives the file.
    static func make(_ program: String) throws -> [UInt8] {
        let folder = try Folder([])
        let path = folder.url.appending(path: "book.xlsx").path
        let result = try #require(
            try Outside.run(
                "python3", ["-c", "import sys\npath = sys.argv[1]\n" + program, path],
                in: folder.url))
        try #require(result.status == 0, "\(result.errors)")
        return Array(try Data(contentsOf: URL(filePath: path)))
    }
}
