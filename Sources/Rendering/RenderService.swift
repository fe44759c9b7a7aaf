import Assessment
internal import Glibc
import Reports
import Workbooks

/// Takes one description a line, and answers each with a line of JSON and the document's bytes.
///
/// `{"workbook": …}` becomes XLSX, and `{"report": …}` becomes PDF. The answer says how long the
/// document is and which packages would bring letters it lacks,
/// `{"bytes": 6123, "missingFonts": []}`, or why there is none, `{"fault": "…"}`. `{"capabilities": true}`
/// is answered with what documents are made with, and nothing after it.
package struct RenderService {
    private let layouts = Layouts()

    /// Serves standard input until it ends.
    package static func run() -> Int32 {
        let service = RenderService()
        while let line = readLine() {
            let request = JSON(reading: Array(line.utf8))
            let answer: (head: JSON, document: [UInt8])
            do throws(RenderFault) {
                answer = try service.answer(to: request)
            } catch {
                answer = (["fault": .string(error.reason)], [])
            }
            guard write(answer.head.bytes() + [UInt8(ascii: "\n")] + answer.document) else {
                return 1
            }
        }
        return 0
    }

    private func answer(
        to request: JSON?
    ) throws(RenderFault) -> (head: JSON, document: [UInt8]) {
        if request?["capabilities"] != nil { return (Capabilities.json, []) }
        if let workbook = request?["workbook"].flatMap(Workbook.init) {
            let bytes = try WorkbookFile.bytes(of: workbook)
            return (["bytes": .integer(bytes.count)], bytes)
        }
        if let report = request?["report"].flatMap(Report.init) {
            let made = try ReportPages.pdf(of: report, by: layouts)
            let missing = made.missingFonts.sorted().map { JSON.string($0) }
            return (
                ["bytes": .integer(made.bytes.count), "missingFonts": .array(missing)], made.bytes
            )
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
