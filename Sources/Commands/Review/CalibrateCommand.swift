import Assessment
import Content
import Grading
import Reviews

/// `assay review calibrate`: a reviewer's sheets beside the marks agreed on for the same work.
enum CalibrateCommand {
    static func run(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let rows = try SheetFiles.rows(call.argument("file") ?? "")
        return try ReviewDesk.open(call, environment) { desk in
            let reviewer = try desk.reviewer().id
            var calibrations: [Calibration] = []
            var known: [String: KeptSubmission] = [:]
            for row in rows {
                let name = row.cells[.submission]?.trimmed ?? ""
                let submission = try known[name] ?? desk.submission(name)
                known[name] = submission
                let rubric = submission.rubric
                let index =
                    calibrations.firstIndex { $0.rubric.id == rubric.id } ?? calibrations.count
                if index == calibrations.count { calibrations.append(Calibration(rubric)) }
                guard let sheet = submission.review(by: reviewer)?.counting else {
                    calibrations[index].reject(row, "you have submitted no sheet on '\(name)'")
                    continue
                }
                calibrations[index].add(row, sheet)
            }
            var isWhole = true
            for calibration in calibrations {
                do {
                    try show(calibration, call, environment)
                    isWhole = try isWhole && calibration.isQualified() != false
                } catch is Rational.Overflow {
                    throw ReviewFault.notScorable(calibration.rubric.id)
                }
                isWhole = isWhole && calibration.rejected.isEmpty
            }
            return isWhole ? .done : .no
        }
    }

    private static func show(
        _ calibration: Calibration, _ call: Invocation, _ environment: Environment
    ) throws {
        if call.flag("json") {
            environment.console.write(json: try json(calibration))
            return
        }
        var table = TextTable([
            .init("CRITERION"), .init("MARKS"), .init("EXACT"), .init("WITHIN A LEVEL"),
            .init("AGAINST THE ANCHORS"),
        ])
        for criterion in calibration.criteria {
            try table.add(cells(of: calibration.result(on: criterion), criterion.title))
        }
        try table.add(cells(of: calibration.result(), "All"))
        environment.console.write(table)
        for (row, reason) in calibration.rejected {
            environment.console.remark("line \(row.line): \(reason)")
        }
        if let sentence = try verdict(calibration) { environment.console.writeLine(sentence) }
    }

    private static func cells(
        of result: CalibrationResult, _ title: String
    ) throws(Rational.Overflow) -> [String] {
        [
            title, "\(result.count)", try count(result.exact, result.exactShare()),
            try count(result.adjacent, result.adjacentShare()),
            try leaning(result.bias()),
        ]
    }

    /// `2 (66.7%)`.
    private static func count(_ count: Int, _ share: Rational?) throws(Rational.Overflow) -> String
    {
        guard let share else { return "–" }
        return "\(count) (\(try (share * .hundred).rounded(toDecimals: share.isWhole ? 0 : 1))%)"
    }

    /// How a difference of levels reads.
    private static func leaning(_ bias: Rational?) throws(Rational.Overflow) -> String {
        guard let bias else { return "–" }
        if bias == .zero { return "neither milder nor more severe" }
        let size = bias < .zero ? try .zero - bias : bias
        let levels = size == .one ? "level" : "levels"
        return "\(size.isWhole ? size.description : size.rounded(toDecimals: 2)) \(levels) "
            + (bias < .zero ? "more severe" : "milder")
    }

    /// Whether the rubric's own measure is met, or nothing where it has none.
    private static func verdict(_ calibration: Calibration) throws(Rational.Overflow) -> String? {
        guard let rule = calibration.rubric.panel?.calibration,
            let isQualified = try calibration.isQualified()
        else { return nil }
        let asked =
            "\(rule.exact.shareText) exact, \(rule.adjacent.shareText) within a level and "
            + "\(rule.maximumNonAdjacent) further off at most, on "
            + "\(counted(rule.anchors, "anchor"))"
        let there = counted(calibration.submissions.count, "anchor")
        return isQualified
            ? "Qualified: the rubric asks for \(asked), and there are \(there)."
            : "Not qualified yet: the rubric asks for \(asked), and there "
                + "\(calibration.submissions.count == 1 ? "is" : "are") \(there)."
    }

    private static func json(_ calibration: Calibration) throws(Rational.Overflow) -> JSON {
        var criteria: [JSON] = []
        for criterion in calibration.criteria {
            criteria.append(
                try json(calibration.result(on: criterion), .string(criterion.id.text)))
        }
        return [
            "schema": "assay/calibration/1", "rubric": .string(calibration.rubric.id.text),
            "anchors": .integer(calibration.submissions.count),
            "qualified": try calibration.isQualified().map { .bool($0) } ?? .null,
            "criteria": .array(criteria), "all": try json(calibration.result(), .null),
            "rejected": .array(
                calibration.rejected.map { row, reason in
                    ["line": .integer(row.line), "reason": .string(reason)]
                }),
        ]
    }

    private static func json(
        _ result: CalibrationResult, _ criterion: JSON
    ) throws(Rational.Overflow) -> JSON {
        [
            "criterion": criterion, "marks": .integer(result.count),
            "exact": .integer(result.exact), "adjacent": .integer(result.adjacent),
            "bias": .optional(try result.bias()?.description),
            "kappa": .optional(try result.kappa()?.description),
        ]
    }
}
