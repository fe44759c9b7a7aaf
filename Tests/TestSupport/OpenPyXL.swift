import Foundation

/// A reader and writer of workbooks that we did not write.
package enum OpenPyXL {
    package static let isThere = (try? answer("import openpyxl; answer = 0", on: [], Int.self)) == 0

    /// What Python had to say where it failed.
    private struct Failure: Error {
        let words: String
    }

    /// Runs a program that finds the file at `path`, and gives what it leaves in `answer`.
    package static func answer<Answer: Decodable>(
        _ program: String, on bytes: [UInt8], _ type: Answer.Type
    ) throws -> Answer {
        try answers(program, on: [bytes], type)[0]
    }

    /// The same for each of many files, in one run of Python.
    package static func answers<Answer: Decodable>(
        _ program: String, on files: [[UInt8]], _ type: Answer.Type
    ) throws -> [Answer] {
        let folder = try Folder([])
        for (index, bytes) in files.enumerated() {
            _ = try folder.write(bytes, to: "\(index).xlsx")
        }
        _ = try folder.write(program, to: "program.py")
        let whole = """
            import json
            answers = []
            for number in range(\(files.count)):
                names = {"path": f"{number}.xlsx"}
                exec(open("program.py", encoding="utf-8").read(), names)
                answers.append(names["answer"])
            print(json.dumps(answers))
            """
        let output = try run(whole, at: "", in: folder)
        return try JSONDecoder().decode([Answer].self, from: Data(output.utf8))
    }

    /// Runs a program that saves a workbook, or what claims to be one, at `path`, where it may find
    /// one that it is made of.
    package static func file(_ program: String, from bytes: [UInt8] = []) throws -> [UInt8] {
        let folder = try Folder([])
        let path = try folder.write(bytes, to: "book.xlsx")
        _ = try run(program, at: path, in: folder)
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    /// Runs a program that changes the workbook at `path`.
    package static func edit(_ path: String, _ program: String) throws {
        _ = try run(program, at: path, in: Folder([]))
    }

    private static func run(_ program: String, at path: String, in folder: Folder) throws -> String
    {
        let whole = "import sys\npath = sys.argv[1]\n" + program
        guard let result = try Outside.run("python3", ["-c", whole, path], in: folder.url) else {
            throw Failure(words: "python3 is not installed")
        }
        guard result.status == 0 else { throw Failure(words: result.errors) }
        return result.output
    }
}
