internal import Assessment

/// The scores that a tool sends to a line item by LTI Assignment and Grade Services 2.0, one a line.
///
/// A score does not say which line item it is for, so that they are those of one quiz.
/// https://www.imsglobal.org/spec/lti-ags/v2p0#score-service
enum ScoreMessages {
    static func lines(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws -> Exported {
        let columns = try GradebookColumn.all(of: sittings, settings)
        guard columns.count <= 1 else {
            throw ExchangeFault(
                "a score does not say which of \(columns.count) quizzes it is of",
                advice: "name one with --quiz: "
                    + columns.map(\.quiz.name).joined(separator: ", "))
        }
        var scores: [JSON] = []
        for column in columns {
            for sitting in column.sittings {
                let score = try column.score(of: sitting)
                scores.append(
                    .members([
                        "userId": .string(sitting.learner.knownAs),
                        "timestamp": .string(sitting.graded.precise),
                        "activityProgress": "Completed",
                        "gradingProgress": score == nil ? "PendingManual" : "FullyGraded",
                        "scoreGiven": score.map { .decimal($0.value, neverAcross: $0.cut) },
                        "scoreMaximum": score == nil ? nil : .decimal(column.points),
                    ]))
            }
        }
        return Exported(bytes: JSON.lines(scores), count: sittings.count, leftOut: [])
    }
}
