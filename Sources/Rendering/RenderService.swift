import Assessment
internal import Glibc
import Reports
import Workbooks

/// Takes one description a line, and answers each with a line of JSON and the document's bytes.
///
/// `{"workbook": …}` becomes XLSX, and `{"report": …}` becomes PDF. The answer says how long the
/// document is, `{"bytes": 6123}`, or why there is none, `{"fault": "…"}`. `{"capabilities": true}`
/// is answered with what documents are made with, and nothing after it.
package enum RenderService {
    /// Serves standard input until it ends.
    package static func run() -> Int32 {
        var missingFonts: Set<String> = []
        while let line = readLine() {
            let request = JSON(reading: Array(line.utf8))
            let answer: (head: JSON, document: [UInt8])
            do throws(RenderFault) {
                answer = try self.answer(to: request, &missingFonts)
            } catch {
                answer = (["fault": .string(error.reason)], [])
            }
            guard write(answer.head.bytes() + [UInt8(ascii: "\n")] + answer.document) else {
                return 1
            }
        }
        return 0
    }

    private static func answer(
        to request: JSON?, _ missingFonts: inout Set<String>
    ) throws(RenderFault) -> (head: JSON, document: [UInt8]) {
        if request?["capabilities"] != nil { return (Capabilities.json, []) }
        let document = try document(for: request, &missingFonts)
        return (["bytes": .integer(document.count)], document)
    }

    /// Says which fonts are missing, each package once.
    private static func document(
        for request: JSON?, _ missingFonts: inout Set<String>
    ) throws(RenderFault) -> [UInt8] {
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
