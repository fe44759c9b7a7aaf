internal import Assessment

/// The table that Canvas imports into its gradebook.
///
/// What it takes is in its `lib/gradebook_importer.rb`: the student's columns end with the section,
/// the second row has the points, and a student is found by SIS ids before the name.
enum CanvasGradebook {
    /// Headings that it passes over wherever they occur in one, and those of its own columns.
    private static let reserved = [
        "Current Score", "Current Points", "Current Grade", "Final Score", "Final Points",
        "Final Grade", "Override Score", "Override Grade", "Override Status",
    ]
    private static let own = [
        "Student", "LastName", "FirstName", "ID", "SIS User ID", "SIS Login ID", "Section",
        "Integration ID", "Root Account",
    ]

    static func table(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws -> Exported {
        let enrollment = Enrollment(sittings) { learner in
            guard let id = learner.externalID else {
                return "Canvas finds nobody without an id"
            }
            return CSV.fault(inID: id)
        }
        let columns = try GradebookColumn.all(of: enrollment.sittings, settings)
        let names = try names(of: columns, settings)
        var bytes: [UInt8] = []
        CSV.append(
            ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"].map { CSV.cell($0) }
                + names.map { CSV.cell($0) }, to: &bytes)
        CSV.append(
            ["    Points Possible", "", "", "", ""].map { CSV.cell($0) }
                + columns.map { CSV.number($0.points, toDecimals: 2) }, to: &bytes)
        for learner in enrollment.learners {
            var row = [learner.name ?? "", "", learner.externalID ?? "", "", settings.section]
                .map { CSV.cell($0) }
            for column in columns {
                let score = try column.sittingOf[learner.id].flatMap { try column.score(of: $0) }
                row.append(CSV.score(score, decimals: 2))
            }
            CSV.append(row, to: &bytes)
        }
        return enrollment.exported(bytes)
    }

    /// What the columns are called, each unlike the others and what Canvas takes for its own.
    private static func names(
        of columns: [GradebookColumn], _ settings: ExchangeSettings
    ) throws(ExchangeFault) -> [String] {
        let advice = "name the assignment with --assignment"
        let names = columns.map { settings.assignment ?? $0.quiz.title }
        for name in names {
            if let word = reserved.first(where: { name.utf8.holds($0.utf8) })
                ?? (own.contains(name) ? name : nil)
            {
                throw ExchangeFault(
                    "Canvas would pass over '\(name)', which it takes for its own '\(word)'",
                    advice: advice)
            }
            if settings.assignment == nil, name.endsInNumber {
                throw ExchangeFault(
                    "Canvas would take the number at the end of '\(name)' for an assignment's id",
                    advice: advice)
            }
        }
        if Set(names).count < names.count {
            throw ExchangeFault(
                "two quizzes have one title, which Canvas cannot tell apart",
                advice: "name one of them with --quiz")
        }
        return names
    }
}

extension String.UTF8View {
    fileprivate func holds(_ other: String.UTF8View) -> Bool {
        indices.contains { self[$0...].starts(with: other) }
    }
}

extension String {
    /// Whether it ends in digits in parentheses, as `Leadership quiz (1234)` does.
    fileprivate var endsInNumber: Bool {
        guard utf8.last == UInt8(ascii: ")") else { return false }
        let rest = utf8.dropLast()
        let digits = rest.reversed().prefix { (0x30...0x39).contains($0) }.count
        return digits > 0 && rest.dropLast(digits).last == UInt8(ascii: "(")
    }
}
