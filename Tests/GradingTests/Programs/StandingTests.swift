import Assessment
import Content
import Grading
import TestSupport
import Testing

@Suite struct `Where a learner stands` {
    private static func program(_ name: String) throws -> Program {
        var diagnostics = Diagnostics()
        let path = "Programs/\(name).xml"
        let source = SourceText(name: path, bytes: try Project.bytes(path))
        return try #require(ProgramReader.program(from: source, into: &diagnostics))
    }

    /// Everything that the component asks for.
    private static func work(for component: Component) -> Standing.Work {
        var work = Standing.Work()
        for evidence in component.evidence { work.evidence[evidence.id] = evidence.minimum }
        for validation in component.validations {
            work.validations[validation.id] = Standing.Outcome(
                verdict: .passed, score: validation.passMark ?? .zero,
                reviewers: validation.kind == .quiz ? nil : validation.minimumReviewers)
        }
        return work
    }

    @Test(arguments: ["module-210", "track-4"])
    func `is complete with all there is, and with nothing less`(_ name: String) throws {
        let program = try Self.program(name)
        let all = Dictionary(
            uniqueKeysWithValues: program.components.map { ($0.id, Self.work(for: $0)) })
        #expect(program.standing(with: all).verdict == .passed)
        #expect(program.standing(with: [:]).verdict == .undecided)
        let required = Set(program.completion.flatMap(\.components))
        var count = 0
        for component in program.components where required.contains(component.id) {
            for evidence in component.evidence where evidence.minimum > 0 {
                var work = all
                work[component.id]?.evidence[evidence.id] = evidence.minimum - 1
                let standing = program.standing(with: work)
                #expect(standing.verdict == .undecided)
                #expect(
                    standing.parts.flatMap(\.needs) == [
                        .evidence(
                            evidence.id, has: evidence.minimum - 1, needs: evidence.minimum)
                    ])
                count += 1
            }
            for validation in component.validations {
                for (outcome, need) in try Self.fallingShort(of: validation) {
                    var work = all
                    work[component.id]?.validations[validation.id] = outcome
                    let standing = program.standing(with: work)
                    #expect(standing.verdict == .undecided)
                    #expect(standing.parts.flatMap(\.needs) == [need])
                    count += 1
                }
            }
        }
        #expect(count > 50)
    }

    /// Outcomes that are not enough, and what each still needs.
    private static func fallingShort(
        of validation: Component.Validation
    ) throws -> [(Standing.Outcome?, Standing.Need)] {
        let needs = validation.minimumReviewers
        let enough = validation.kind == .quiz ? nil : needs
        var rows: [(Standing.Outcome?, Standing.Need)] = [
            (nil, .validation(validation.id)),
            (
                Standing.Outcome(verdict: .undecided, score: .one, reviewers: enough),
                .verdict(validation.id)
            ),
            // A gate that is open fails whatever the score.
            (
                Standing.Outcome(verdict: .notPassed, score: .one, reviewers: enough),
                .verdict(validation.id)
            ),
            (
                Standing.Outcome(verdict: .passed, score: .one, reviewers: needs - 1),
                .reviewers(validation.id, has: needs - 1, needs: needs)
            ),
        ]
        if let passMark = validation.passMark {
            let short = try passMark - Rational(1, over: 1_000_000)
            for score in [short, nil] {
                rows.append(
                    (
                        Standing.Outcome(verdict: .passed, score: score, reviewers: enough),
                        .score(validation.id, has: score, needs: passMark)
                    ))
            }
        }
        return rows
    }

    @Test func `in a competency follows from what is complete`() throws {
        let program = try Self.program("module-210")
        func levels(_ ids: String...) throws -> [String] {
            let done = program.components.filter { ids.contains($0.id.text) }
            let work = Dictionary(
                uniqueKeysWithValues: done.map { ($0.id, Self.work(for: $0)) })
            return program.standing(with: work).levels.map { level in
                "\(level.reached?.text ?? "none") \(level.gap ?? 0) \(level.ahead) "
                    + level.components.map(\.text).joined(separator: " ")
            }
        }
        #expect(
            try levels() == [
                "none 2 [developing, proficient] ",
                "none 4 [developing, proficient, advanced, expert] ",
            ])
        #expect(
            try levels("lab-mentorship", "knowledge-check") == [
                "developing 1 [proficient] knowledge-check",
                "advanced 1 [expert] lab-mentorship knowledge-check",
            ])
        #expect(
            try levels("leadership-portfolio", "lab-presentation") == [
                "proficient 0 [] lab-presentation leadership-portfolio",
                "expert 0 [] leadership-portfolio",
            ])
    }

    @Test(Golden.isAtHand) func `in a competency is counted in levels`() throws {
        let golden = try Golden.workedExample("roadmap.competency")
        let scale = try #require(Scale.ID("s"))
        let levels = golden["input"]["scale"].texts.compactMap { Scale.Level.ID($0) }
        let names = golden["input"]["targets"].keys
        let ids = try names.map { try #require(Competency.ID($0)) }
        func level(_ key: String, _ name: String) throws -> Scale.Level.ID {
            try #require(golden["input"][key][name].text.flatMap { Scale.Level.ID($0) })
        }
        let program = Program(
            id: try #require(Program.ID("p")), version: "1", title: "P",
            scales: [
                Scale(
                    id: scale, levels: levels.map { Scale.Level(id: $0, points: nil, label: "L") })
            ],
            competencies: ids.map { Competency(id: $0, scale: scale, title: "C") },
            targets: try zip(ids, names).map {
                Program.Target(competency: $0, level: try level("targets", $1))
            },
            components: [
                Component(
                    id: try #require(Component.ID("c")), kind: .lab, title: "C",
                    develops: try zip(ids, names).map {
                        Program.Target(competency: $0, level: try level("current", $1))
                    })
            ])
        let standing = program.standing(with: [:])
        #expect(standing.verdict == .passed)
        for (name, level) in zip(names, standing.levels) {
            let expected = golden["expected"][name]
            #expect(level.gap == expected["gap"].int)
            let ahead = level.ahead.map(\.text).joined(separator: ", ")
            let words =
                level.isMet == true ? "met" : "gap of \(level.gap ?? 0) levels: \(ahead)"
            #expect(words == expected["status"].text)
        }
    }

    /// Our components for the example's, whose panel gave exactly the pass mark.
    @Test(Golden.isAtHand) func `in practical components needs the evidence and the validation`()
        throws
    {
        let golden = try Golden.workedExample("roadmap.practical")
        let program = try Self.program("module-210")
        let names = [
            "lab1": "lab-adr-writing", "lab2": "lab-mentorship", "lab3": "lab-executive-briefing",
            "assessment": "leadership-portfolio",
        ]
        let percent = try #require(golden["input"]["assessment"]["panel"].rational)
        var works: [Component.ID: Standing.Work] = [:]
        for (name, id) in names {
            let component = try #require(program.components.first { $0.id.text == id })
            var work = Self.work(for: component)
            if name == "assessment" {
                for validation in component.validations {
                    work.validations[validation.id] = Standing.Outcome(
                        verdict: .passed, score: try percent * Rational(1, over: 100),
                        reviewers: validation.minimumReviewers)
                }
            }
            works[component.id] = work
        }
        let parts = program.standing(with: works).parts
        for (name, id) in names {
            let part = try #require(parts.first { $0.component.text == id })
            #expect(part.isComplete == (golden["expected"][name].text == "complete"))
        }
        let nothing = program.standing(with: [:]).parts.filter(\.isComplete).map(\.component)
        #expect(nothing.allSatisfy { !names.values.contains($0.text) })
    }

    @Test func `takes outcomes from quizzes and evaluations`() throws {
        let rubric = try RubricSample.weighted([.hundred], maximum: 4)
        for (points, verdict) in [("4", Verdict.passed), ("3", .notPassed)] {
            let outcome = Standing.Outcome(
                try rubric.evaluate([rubric.sheet(["c1": points])]))
            #expect(outcome.verdict == verdict && outcome.reviewers == 1)
        }
        let waiting = Standing.Outcome(try rubric.evaluate([]))
        #expect(waiting.verdict == .undecided && waiting.score == nil)
        let quiz = try Standing.Outcome(QuizGrade([ItemGrade](), passMark: .one))
        #expect(quiz.verdict == .undecided && quiz.score == nil && quiz.reviewers == nil)
    }
}
