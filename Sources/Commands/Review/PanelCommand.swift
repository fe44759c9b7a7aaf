import Assessment
import Grading
import Results
import Reviews
import Terminal

/// `assay panel show`, `adjudicate` and `release`.
enum PanelCommand {
    static func show(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try ReviewDesk.open(call, environment) { desk in
            let page = try PanelPage(desk.submission(), Naming(desk.register))
            if call.flag("json") {
                environment.console.write(json: try page.json())
            } else {
                desk.say(try page.page())
            }
            return .done
        }
    }

    static func adjudicate(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let source = try AnswerSource(call, environment, option: "marks")
        return try ReviewDesk.open(call, environment) { desk in
            let reviewer = try desk.reviewer()
            let seated = try desk.secretary.seat(
                reviewer.id, at: desk.submission(), role: Panel.adjudicator,
                conflict: call.value("conflict"))
            desk.say(PanelPage(seated, Naming(desk.register)).sideBySide)
            return try desk.score(desk.secretary.open(seated, as: reviewer.id), source)
        }
    }

    static func release(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try ReviewDesk.open(call, environment) { desk in
            var released: [KeptSubmission] = []
            for word in call.arguments("submission") {
                released.append(try desk.secretary.release(desk.submission(word)))
            }
            if call.flag("json") {
                environment.console.write(
                    json: [
                        "schema": "assay/panel-release/1",
                        "released": .array(
                            released.map {
                                [
                                    "submission": .string($0.id),
                                    "verdict": .optional($0.released.last?.verdict),
                                    "version": .integer($0.released.count),
                                ]
                            }),
                    ])
                return .done
            }
            for submission in released {
                let verdict = submission.released.last
                let band = submission.rubric.bands.first { $0.id.text == verdict?.verdict }
                let score = verdict?.score.map { ", at \(submission.rubric.percent($0))" } ?? ""
                let version =
                    submission.released.count == 1
                    ? "" : ", as version \(submission.released.count)"
                environment.console.writeLine(
                    "\(submission.id): \(band?.label ?? "no verdict")\(score). Released\(version)."
                        .terminalSafe())
            }
            return .done
        }
    }
}
