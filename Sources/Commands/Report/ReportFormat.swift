import Assessment
import Reports

/// The forms that a report can take.
enum ReportFormat: String, CaseIterable {
    case text, markdown, html, json, csv, xlsx, pdf

    /// What the name of such a file ends in.
    var suffix: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        case .html, .json, .csv, .xlsx, .pdf: rawValue
        }
    }

    var isText: Bool { self != .xlsx && self != .pdf }

    /// What the command line says, or else the file's name.
    init(_ call: Invocation) throws(CommandFault) {
        if let word = call.value("format"), let format = Self(rawValue: word) {
            self = format
            return
        }
        let name = call.value("output") ?? "-"
        let ending = name.split(separator: ".").last.map { String($0).lowercased() }
        self =
            Self.allCases.first { name.contains(".") && ending == $0.suffix }
            ?? (ending == "htm" ? .html : .text)
    }
}
