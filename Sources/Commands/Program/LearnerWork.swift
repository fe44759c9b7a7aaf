import Assessment
import Grading
import Results
import Reviews
import Sittings

// The name is one of Sittings', too.
import struct Grading.Standing

/// Everything of one learner's that counts toward programs, as far as the learner may know of it.
struct LearnerWork {
    private let sittings: [KeptSitting]
    private let submissions: [KeptSubmission]

    init(_ sittings: [KeptSitting], _ submissions: [KeptSubmission]) {
        self.sittings = sittings.filter { !$0.isHeld }
        self.submissions = submissions
    }

    /// Whether anything is there for the program.
    func isFor(_ program: Program) -> Bool {
        program.components.contains { component in
            !submissions(for: component, of: program).isEmpty
                || component.quiz.map { quiz in
                    sittings.contains { $0.record.quiz == quiz.description }
                } ?? false
        }
    }

    func standing(in program: Program) throws(Rational.Overflow) -> Standing {
        var work: [Component.ID: Standing.Work] = [:]
        for component in program.components {
            work[component.id] = try self.work(for: component, of: program)
        }
        return program.standing(with: work)
    }

    /// Where the learner stands in each program that there is work for, or in all of these.
    func standings(
        of learner: Person, in programs: [Program], evenWithoutWork: Bool = false
    ) throws(Rational.Overflow) -> [StatusCommand.Line] {
        var lines: [StatusCommand.Line] = []
        for program in programs where evenWithoutWork || isFor(program) {
            lines.append(
                StatusCommand.Line(
                    learner: learner, program: program, standing: try standing(in: program)))
        }
        return lines
    }

    private func work(
        for component: Component, of program: Program
    ) throws(Rational.Overflow) -> Standing.Work {
        let handedIn = submissions(for: component, of: program)
        var work = Standing.Work()
        for exhibit in handedIn.flatMap({ $0.record.exhibits ?? [] }) {
            // Where only one thing is asked for, it need not be named.
            let only = component.evidence.count == 1 ? component.evidence.first?.id : nil
            if let id = exhibit.evidence ?? only { work.evidence[id, default: 0] += 1 }
        }
        work.quiz =
            try component.quiz.map { (quiz) throws(Rational.Overflow) in
                try outcome(of: quiz)
            } ?? nil
        for validation in component.validations {
            work.validations[validation.id] =
                validation.kind == .quiz
                ? work.quiz : outcome(of: validation, component, among: handedIn)
        }
        return work
    }

    private func submissions(
        for component: Component, of program: Program
    ) -> [KeptSubmission] {
        submissions.filter { $0.record.component == "\(program.id)/\(component.id)" }
    }

    /// What the quiz came to, by the attempt that counts; nil where none is graded.
    private func outcome(
        of quiz: Component.QuizReference
    ) throws(Rational.Overflow) -> Standing.Outcome? {
        let taken = sittings.filter { $0.record.quiz == quiz.description && $0.grade != nil }
        let counting = taken.last?.quiz.policy.counting
        let grade = try counting?.standing(among: taken) { $0.grade?.marks }?.grade
        guard let grade else { return nil }
        return Standing.Outcome(verdict: grade.verdict, score: try grade.marks.share())
    }

    /// The latest verdict that was released on work for the component by the validation's rubric.
    private func outcome(
        of validation: Component.Validation, _ component: Component,
        among handedIn: [KeptSubmission]
    ) -> Standing.Outcome? {
        let rubric = validation.rubric ?? component.rubric
        let meant = handedIn.filter { rubric == nil || $0.rubric.id == rubric }
        let found = meant.compactMap { submission in
            submission.released.last.map { (submission, $0) }
        }
        guard let (submission, verdict) = found.max(by: { $0.1.time < $1.1.time }) else {
            return nil
        }
        let band = submission.rubric.bands.first { $0.id.text == verdict.verdict }
        return Standing.Outcome(
            verdict: band?.isPass == true ? .passed : .notPassed, score: verdict.score,
            reviewers: verdict.sheets.count)
    }
}

extension ReviewDesk {
    func work(of learner: Person, _ invigilator: Invigilator) throws -> LearnerWork {
        try LearnerWork(
            invigilator.sittings(of: learner.id), secretary.submissions(of: learner.id))
    }
}
