import Assessment
import Content
import Statistics

/// Tables of what reviewers gave, a row for each piece of work.
extension MatrixFile {
    /// The levels that reviewers chose, by name or points; `na` is no mark.
    func ratings(on scale: RatingScale) throws(CommandFault) -> CriterionRatings {
        let table = try rows { (cell, diagnostics) -> Int? in
            guard cell.text.lowercased() != "na" else { return nil }
            if let place = scale.place(of: cell.text) { return place }
            diagnostics.error(
                "bad-value", "\(CommandFault.quoted(cell.text)) is no level",
                at: cell.offset, advice: "it may be: \(scale.names)")
            return nil
        }
        return CriterionRatings(
            levels: scale.levels, reviewers: table.reviewers, works: table.works,
            chosen: table.values)
    }

    /// The scores that reviewers gave.
    func panelScores() throws(CommandFault) -> PanelScores {
        let table = try rows { cell, diagnostics in Self.number(cell, into: &diagnostics) }
        return PanelScores(
            reviewers: table.reviewers, works: table.works, scores: table.values)
    }

    private func rows<Value>(
        _ value: (MatrixReader.Cell, inout Diagnostics) -> Value?
    ) throws(CommandFault) -> (reviewers: [String], works: [String], values: [[Value?]]) {
        try read(.ratings) { matrix, diagnostics throws(CommandFault) in
            var (works, values): ([String], [[Value?]]) = ([], [])
            while let row = matrix.next(into: &diagnostics) {
                works.append(row.name)
                values.append(
                    row.cells.map { cell in cell.flatMap { value($0, &diagnostics) } })
            }
            if works.isEmpty, !diagnostics.hasErrors {
                diagnostics.error(
                    "no-rows", "there is no work under the headings", at: nil,
                    advice: "write a line for each piece: its name, then a mark of each reviewer")
            }
            return (matrix.columns, works, values)
        }
    }
}
