import Foundation
import TestSupport
import Testing

extension String {
    /// Whether the bytes are equal, which composed and decomposed letters are not.
    func isSame(as other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }
}

/// Lets Python's own libraries judge what we wrote, and name what they find wrong.
///
/// The script finds the values as `rows`, and the folder as the working one.
func expectPythonFindsNoFault(
    in rows: some Encodable, files: [String: [UInt8]] = [:], _ script: String
) throws {
    let folder = try Folder([])
    _ = try folder.write(Array(try JSONEncoder().encode(rows)), to: "rows.json")
    for (name, bytes) in files { _ = try folder.write(bytes, to: name) }
    let opening = "import json\nrows = json.load(open('rows.json', encoding='utf-8'))\n"
    guard let run = try Outside.run("python3", ["-c", opening + script], in: folder.url) else {
        print("skipped: python3 is not installed")
        return
    }
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "")
}
