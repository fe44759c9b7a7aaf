import Assessment
import Content
import Grading
import Reviews

/// How a reviewer's sheets on anchor work stand to the marks that were agreed on for it.
struct Calibration {
    let rubric: Rubric
    /// The anchor work that was compared.
    private(set) var submissions: Set<String> = []
    private(set) var rejected: [(row: MarkTable.Row, reason: String)] = []
    private var seen: Set<[String]> = []
    private var pairs: [(criterion: Criterion, anchor: Int, own: Int)] = []

    init(_ rubric: Rubric) { self.rubric = rubric }

    /// Compares a mark that was agreed on with the reviewer's own.
    mutating func add(_ row: MarkTable.Row, _ sheet: ScoreSheet) {
        let word = row.cells[.criterion]?.trimmed ?? ""
        guard let criterion = Criterion.ID(word).flatMap({ rubric.criterion($0) }) else {
            let near = Suggestions.near(word, among: rubric.allCriteria.map(\.id.text))
            return reject(
                row, "there is no criterion '\(word)'" + CommandFault.guess(near))
        }
        let text = row.cells[.mark]?.trimmed ?? ""
        // Words are no marks, and an export has a row for them as well.
        if criterion.kind == .text, text.isEmpty { return }
        guard
            let anchor = rubric.place(
                of: ReviewLine.value(text, on: criterion, in: rubric), on: criterion)
        else { return reject(row, "'\(text)' is no level of '\(criterion.id)'") }
        let subject = row.cells[.subject]?.trimmed ?? ""
        guard seen.insert([sheet.submission, criterion.id.text, subject]).inserted else {
            return reject(row, "the file has '\(criterion.id)' twice")
        }
        let mark = sheet.marks.first {
            $0.criterion == criterion.id && $0.subject ?? "" == subject
        }
        guard let own = rubric.place(of: mark?.value, on: criterion) else {
            return reject(row, "your sheet has no level on '\(criterion.id)'")
        }
        submissions.insert(sheet.submission)
        pairs.append((criterion, anchor, own))
    }

    mutating func reject(_ row: MarkTable.Row, _ reason: String) {
        rejected.append((row, reason))
    }

    // MARK: What it comes to

    /// The criteria that were compared, in the rubric's order.
    var criteria: [Criterion] {
        rubric.allCriteria.filter { criterion in
            pairs.contains { $0.criterion.id == criterion.id }
        }
    }

    /// On one criterion, or on all.
    func result(on criterion: Criterion? = nil) -> CalibrationResult {
        let meant = pairs.filter { criterion == nil || $0.criterion.id == criterion?.id }
        return CalibrationResult(anchors: meant.map(\.anchor), reviewer: meant.map(\.own))
    }

    /// Whether the reviewer may score; nil where the rubric asks for no calibration.
    func isQualified() throws(Rational.Overflow) -> Bool? {
        guard let rule = rubric.panel?.calibration else { return nil }
        guard submissions.count >= rule.anchors else { return false }
        return try result().qualifies(for: rule)
    }
}
