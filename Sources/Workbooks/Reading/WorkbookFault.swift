/// Why a workbook is not read, in words for whoever has it.
package struct WorkbookFault: Error, Sendable, Hashable {
    /// A clause in lower case.
    package let reason: String
    package let advice: String

    init(
        _ reason: String, advice: String = "open it in a spreadsheet program and save it again"
    ) {
        self.reason = reason
        self.advice = advice
    }
}
