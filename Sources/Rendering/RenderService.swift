import Assessment
internal import Glibc
import Reports
import Workbooks

/// Takes one description a line, and answers each with a line of JSON and the document's bytes.
///
/// `{"workbook": …}` becomes XLSX, and `{"report": …}` becomes PDF. The answer says how long the
/// document is, `{"bytes": 6123}`, or why there is none, `{"fault": "…"}`.
package enum RenderService {
    /// Serves standard input until it ends.
    package static func run() -> Int32 {
        var missingFonts: Set<String> = []
        while let line = readLine() {
            let answer: (head: JSON, document: [UInt8])
            do throws(RenderFault) {
                let document = try document(for: line, &missingFonts)
                answer = (["bytes": .integer(document.count)], document)
            } catch {
                answer = (["fault": .string(error.reason)], [])
            }
            guard write(answer.head.bytes() + [UInt8(ascii: "\n")] + answer.document) else {
                return 1
            }
        }
        return 0
    }

    /// Says which fonts are missing, each package once.
    private static func document(
        for line: String, _ missingFonts: inout Set<String>
    ) throws(RenderFault) -> [UInt8] {
        let request = JSON(reading: Array(line.utf8))
        if let workbook = request?["workbook"].flatMap(Workbook.init) {
            return try WorkbookFile.bytes(of: workbook)
        }
        if let report = request?["report"].flatMap(Report.init) {
            let made = try ReportPages.pdf(of: report)
            for package in made.missingFonts.sorted()
            where missingFonts.insert(package).inserted {
                let words = "some letters are drawn as boxes; 'apt-get install \(package)' helps\n"
                _ = words.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
            }
            return made.bytes
        }
        throw RenderFault("what to make was not understood")
    }

    private static func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { rest in
                Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
            }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }
}
