internal import Assessment
internal import Grading

/// xAPI statements, one a line: how each quiz ended, and what was answered to each item.
///
/// https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md
enum XAPIStatements {
    static func lines(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws -> Exported {
        var statements: [JSON] = []
        for sitting in sittings {
            statements.append(try statement(on: sitting, settings))
            for asked in sitting.items where asked.answer?.isEmpty == false {
                statements.append(try statement(on: asked, in: sitting, settings))
            }
        }
        return Exported(bytes: JSON.lines(statements), count: sittings.count, leftOut: [])
    }

    private static func statement(
        on sitting: GradedSitting, _ settings: ExchangeSettings
    ) throws(Rational.Overflow) -> JSON {
        let verb =
            switch sitting.verdict {
            case .passed: "passed"
            case .notPassed: "failed"
            case .undecided: "completed"
            }
        let isDecided = sitting.verdict != .undecided
        return frame(
            "quiz", verb, sitting, settings,
            object: quiz(sitting.quiz), parent: nil,
            result: .members([
                "score": isDecided
                    ? try score(sitting.marks, passMark: sitting.quiz.passMark) : nil,
                "success": isDecided ? .bool(sitting.verdict == .passed) : nil,
                "completion": true, "duration": .string(sitting.duration),
            ]))
    }

    private static func statement(
        on asked: GradedSitting.AskedItem, in sitting: GradedSitting,
        _ settings: ExchangeSettings
    ) throws(Rational.Overflow) -> JSON {
        let isMarked = asked.outcome != .needsReviewer
        return frame(
            "item \(asked.item.id)", "answered", sitting, settings,
            object: [
                "id": .string(sitting.quiz.address(of: asked.item)),
                "definition": asked.item.xapiDefinition(
                    in: sitting.quiz.tag, showingKey: settings.showsKeys),
            ], parent: quiz(sitting.quiz),
            result: .members([
                "score": isMarked ? try score(asked.marks) : nil,
                "success": isMarked ? .bool(asked.outcome == .right) : nil,
                "response": .string(asked.xapiResponse),
            ]))
    }

    private static func frame(
        _ name: String, _ verb: String, _ sitting: GradedSitting, _ settings: ExchangeSettings,
        object: JSON, parent: JSON?, result: JSON
    ) -> JSON {
        [
            "id": .string(
                "\(UniqueID<XAPIStatements>(of: "xapi \(name)", in: sitting.id))"),
            "actor": [
                "objectType": "Agent",
                "account": [
                    "homePage": .string(settings.site), "name": .string(sitting.learner.knownAs),
                ],
            ],
            "verb": [
                "id": .string("http://adlnet.gov/expapi/verbs/\(verb)"),
                "display": ["en": .string(verb)],
            ],
            "object": object, "result": result, "timestamp": .string(sitting.ended.precise),
            "context": .members([
                "registration": .string(
                    "\(UniqueID<XAPIStatements>(of: "xapi registration", in: sitting.id))"),
                "contextActivities": parent.map { ["parent": [$0]] },
                "platform": "Assay", "revision": .string(sitting.quiz.content.hex),
                "language": .string(sitting.quiz.tag),
            ]),
        ]
    }

    private static func quiz(_ quiz: GradedSitting.AskedQuiz) -> JSON {
        [
            "id": .string(quiz.address),
            "definition": [
                "type": "http://adlnet.gov/expapi/activities/assessment",
                "name": .object([(quiz.tag, .string(quiz.title))]),
            ],
        ]
    }

    /// Nil where nothing could be earned; without what the format holds to be out of range.
    private static func score(
        _ marks: Marks, passMark: Rational? = nil
    ) throws(Rational.Overflow) -> JSON? {
        guard marks.possible > .zero, let share = try marks.share() else { return nil }
        let cut: Rational? =
            if let passMark { try passMark * marks.possible } else { nil }
        return .members([
            "raw": .decimal(marks.earned, neverAcross: cut),
            "min": marks.earned.isNegative ? nil : 0, "max": .decimal(marks.possible),
            "scaled": share < -.one ? nil : .decimal(share, neverAcross: passMark),
        ])
    }
}

extension GradedSitting.AskedQuiz {
    /// The language of its texts; what BCP 47 has where nobody knows.
    var tag: String { language ?? "und" }
}
