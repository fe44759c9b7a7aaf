import Assessment
import Content
import Results
import Screens
import Sittings
import Terminal

/// `assay quiz take`, `resume` and `review`: one learner and the sittings of one quiz.
enum QuizSitting {
    static func take(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let found = try QuizFinding(environment).quiz(call.argument("quiz"))
        let source = try AnswerSource(call, environment)
        let learner = try LearnerAsking(call, environment).learner()
        return try SittingDesk(call, environment, learner).open { desk throws in
            try desk.take(found, source)
        }
    }

    static func resume(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let source = try AnswerSource(call, environment)
        let learner = try LearnerAsking(call, environment).knownLearner()
        return try SittingDesk(call, environment, learner).open { desk throws in
            let open = try desk.sittings.filter(\.isOpen)
            return try desk.resume(
                desk.pick(
                    open, otherwise: "there is no open sitting",
                    advice: "'assay quiz take' begins one"), source)
        }
    }

    static func review(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let learner = try LearnerAsking(call, environment).knownLearner()
        return try SittingDesk(call, environment, learner).open { desk throws in
            let over = try desk.sittings.filter { !$0.isOpen }
            return try desk.show(
                desk.pick(
                    over, otherwise: "there is no sitting that is over",
                    advice: "'assay quiz resume' goes on with an open one"),
                asJSON: call.flag("json"))
        }
    }
}
