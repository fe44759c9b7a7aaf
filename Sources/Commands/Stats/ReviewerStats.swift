import Assessment
import Grading
import Results
import Reviews
import Statistics

/// `assay stats panel` and `assay stats criterion`.
enum ReviewerStats {
    static func criterion(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let page: CriterionStatisticsPage
        if let path = try matrix(call) {
            let file = MatrixFile(path, environment)
            let scale = try scale(call, environment)
            page = CriterionStatisticsPage(
                statistics: CriterionStatistics(try file.ratings(on: scale)), name: file.name)
        } else {
            let (rubric, id) = try split(call.argument("rubric") ?? "")
            let sheets = try StoredSheets(rubric, call, environment)
            let criterion = try find(id, in: sheets.rubric)
            page = CriterionStatisticsPage(
                statistics: CriterionStatistics(try sheets.ratings(on: criterion)),
                name: "\(sheets.rubric.id)#\(criterion.id)", notes: sheets.notes)
        }
        if call.flag("json") {
            environment.console.write(json: page.json)
        } else {
            page.write(to: environment.console)
        }
        return .done
    }

    static func panel(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        var passMark = try call.value("pass").map { text throws(CommandFault) in
            guard let mark = try? Rational(exactly: text) else {
                throw CommandFault(
                    .usage, "\(CommandFault.quoted(text)) is no pass mark",
                    advice: "write a number on the scale of the scores, such as 80")
            }
            return mark
        }
        let page: PanelStatisticsPage
        if let path = try matrix(call) {
            let file = MatrixFile(path, environment)
            page = PanelStatisticsPage(
                statistics: try statistics(try file.panelScores(), passMark), passMark: passMark,
                criteria: [], name: file.name)
        } else {
            let sheets = try StoredSheets(call.argument("rubric"), call, environment)
            passMark = passMark ?? sheets.passMark
            page = PanelStatisticsPage(
                statistics: try statistics(sheets.scores(), passMark), passMark: passMark,
                criteria: sheets.criteria().map {
                    ($0.criterion.id.text, CriterionStatistics($0.ratings))
                },
                name: sheets.rubric.id.text, notes: sheets.notes)
        }
        if call.flag("json") {
            environment.console.write(json: page.json)
        } else {
            page.write(to: environment.console)
        }
        return .done
    }

    private static func statistics(
        _ scores: PanelScores, _ passMark: Rational?
    ) throws(CommandFault) -> PanelStatistics {
        do throws(Rational.Overflow) {
            return try PanelStatistics(scores, passMark: passMark)
        } catch {
            throw CommandFault(.badData, "the scores are too fine to be compared exactly")
        }
    }

    /// The table that is named, where there is one; then marks come from nowhere else.
    private static func matrix(_ call: Invocation) throws(CommandFault) -> String? {
        let path = call.value("matrix")
        guard path == nil || call.argument("rubric") == nil else {
            throw CommandFault(
                .usage, "marks come from a rubric's sheets or from --matrix, and both are given")
        }
        return path
    }

    // MARK: Which criterion

    private static func scale(
        _ call: Invocation, _ environment: Environment
    ) throws -> RatingScale {
        if let words = call.value("levels") { return try RatingScale(words: words) }
        guard let word = call.value("rubric") else {
            throw CommandFault(
                .usage, "it is not said what the levels are",
                advice: "name them with --levels, or a criterion with --rubric RUBRIC#CRITERION")
        }
        let (file, id) = try split(word)
        let rubric = try ContentFinding<Rubric>(environment).find(file)
        return try RatingScale(try find(id, in: rubric), of: rubric)
    }

    private static func split(_ word: String) throws(CommandFault) -> (String, String) {
        let parts = word.split(separator: "#").map { String($0) }
        guard parts.count == 2 else {
            throw CommandFault(
                .usage, "\(CommandFault.quoted(word)) names no criterion",
                advice: "write RUBRIC#CRITERION")
        }
        return (parts[0], parts[1])
    }

    private static func find(_ id: String, in rubric: Rubric) throws(CommandFault) -> Criterion {
        if let criterion = rubric.allCriteria.first(where: { $0.id.text == id }) {
            return criterion
        }
        throw CommandFault(
            .noInput, "rubric '\(rubric.id)' has no criterion \(CommandFault.quoted(id))",
            suggestions: Suggestions.near(id, among: rubric.allCriteria.map(\.id.text)))
    }
}
