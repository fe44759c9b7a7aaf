import Assessment
import Content
import Reviews

/// A reviewer's sheet as rows of a table, and back.
enum SheetTable {
    /// Every criterion of a sheet, marked or not.
    static func rows(of review: KeptReview, about submission: String) -> [MarkTable.Row] {
        review.review.plan.places.enumerated().compactMap { index, place in
            guard case .criterion(let id, let subject) = place else { return nil }
            let judgment = review.review.judgment(at: place)
            return MarkTable.Row(
                line: index + 2,
                cells: [
                    .submission: submission, .criterion: id.text, .subject: subject ?? "",
                    .mark: text(of: judgment.value), .reason: judgment.reason ?? "",
                    .comment: judgment.comment ?? "",
                    .statements: judgment.statements.map(\.text).joined(separator: " "),
                    .evidence: judgment.evidence.map(\.link).joined(separator: "\n"),
                ])
        }
    }

    /// What a sheet's marks say, as rows that have every column.
    static func rows(of sheet: ScoreSheet) -> [MarkTable.Row] {
        sheet.marks.enumerated().map { index, mark in
            MarkTable.Row(
                line: index + 1,
                cells: [
                    .submission: sheet.submission, .criterion: mark.criterion.text,
                    .subject: mark.subject ?? "", .mark: text(of: mark.value),
                    .reason: mark.reason ?? "", .comment: mark.comment ?? "",
                    .statements: mark.statements.map(\.text).joined(separator: " "),
                    .evidence: mark.evidence.map(\.link).joined(separator: "\n"),
                ])
        }
    }

    /// As a reviewer types it: a level's id, points, `18/20`, `na`; nothing where there is no mark.
    static func text(of value: ScoreSheet.Value?) -> String {
        switch value {
        case .level(let level): level.text
        case .points(let points): points.description
        case .ratio(let top, let bottom): "\(top)/\(bottom)"
        case .notApplicable: "na"
        case ScoreSheet.Value.none?, nil: ""
        }
    }

    /// What stands once the row's columns are put in the place of what stood.
    static func judgment(
        _ row: MarkTable.Row, after before: Judgment, on criterion: Criterion, in rubric: Rubric
    ) throws(Misread) -> Judgment {
        var judgment = before
        if let text = row.cells[.mark]?.trimmed, text != Self.text(of: before.value) {
            judgment.value = nil
            if !text.isEmpty {
                guard let value = ReviewLine.value(text, on: criterion, in: rubric) else {
                    throw Misread(
                        column: .mark, reason: "'\(text)' is no mark on '\(criterion.id)'")
                }
                judgment.value = value
            }
        }
        if let words = row.cells[.reason] { judgment.reason = words.nilIfBlank }
        if let words = row.cells[.comment] { judgment.comment = words.nilIfBlank }
        if let words = row.cells[.statements] {
            let ids = words.split { $0.isWhitespace }.map { String($0) }
            judgment.statements = ids.compactMap { Criterion.Statement.ID($0) }
            guard judgment.statements.count == ids.count else {
                throw Misread(
                    column: .statements, reason: "'\(words)' names no ready-made comments")
            }
        }
        if let words = row.cells[.evidence] {
            let links = words.split(separator: "\n").map { String($0).trimmed }
                .filter { !$0.isEmpty }
            judgment.evidence = links.map { link in
                before.evidence.first { $0.link == link } ?? .init(link: link)
            }
        }
        return judgment
    }

    /// Why a row is not taken in.
    struct Misread: Error {
        let column: MarkTable.Column
        let reason: String
    }
}

extension String {
    fileprivate var nilIfBlank: String? { trimmed.isEmpty ? nil : trimmed }
}
