internal import Assessment
internal import Content

/// What Moodle imports into its gradebook: a table, or markup.
///
/// What it takes is in its `grade/import/csv/classes/load_data.php` and `grade/import/xml/lib.php`:
/// one grade beyond the limit, or one unknown learner, and it refuses everything.
enum MoodleGrades {
    /// What a site allows unless its administrator says otherwise.
    private static let mostPoints = Rational.hundred

    static func table(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws -> Exported {
        let enrollment = Enrollment(sittings) { learner in
            guard let id = learner.externalID ?? learner.email else {
                return "Moodle finds nobody without an id or an email"
            }
            return [id, learner.email].compactMap(\.self).compactMap { CSV.fault(inID: $0) }.first
        }
        let columns = try columns(of: enrollment.sittings, settings)
        var bytes: [UInt8] = []
        CSV.append(
            ["Full name", "ID number", "Email address"].map { CSV.cell($0) }
                + columns.map { CSV.cell(settings.assignment ?? "Quiz: \($0.quiz.title) (Real)") },
            to: &bytes)
        for learner in enrollment.learners {
            var row = [learner.name ?? "", learner.externalID ?? "", learner.email ?? ""]
                .map { CSV.cell($0) }
            for column in columns {
                let score = try column.sittingOf[learner.id].flatMap { try column.score(of: $0) }
                row.append(CSV.score(score, decimals: 5))
            }
            CSV.append(row, to: &bytes)
        }
        return enrollment.exported(bytes)
    }

    static func markup(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws -> Exported {
        let enrollment = Enrollment(sittings) { learner in
            learner.externalID == nil ? "Moodle finds nobody without an id" : nil
        }
        let columns = try columns(of: enrollment.sittings, settings)
        var results: [(assignment: String, student: String, score: String)] = []
        for column in columns {
            for sitting in column.sittings {
                guard let score = try column.score(of: sitting) else { continue }
                results.append(
                    (
                        settings.assignment ?? column.quiz.name, sitting.learner.knownAs,
                        score.value.rounded(toDecimals: 5, neverAcross: score.cut)
                    ))
            }
        }
        var writer = MarkupWriter()
        writer.element("results") { writer in
            for result in results {
                writer.element("result") { writer in
                    writer.exact("assignment", result.assignment)
                    writer.exact("student", result.student)
                    writer.exact("score", result.score)
                }
            }
        }
        var exported = enrollment.exported(writer.bytes, count: results.count)
        exported.undecided = enrollment.sittings.count { $0.verdict == .undecided }
        return exported
    }

    private static func columns(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws(ExchangeFault) -> [GradebookColumn] {
        let columns = try GradebookColumn.all(of: sittings, settings)
        if let column = columns.first(where: { $0.points > mostPoints }) {
            throw ExchangeFault(
                "\(column.quiz.name) has \(column.points.decimal()) points, and Moodle takes 100",
                advice: "scale them with --points 100")
        }
        return columns
    }
}
