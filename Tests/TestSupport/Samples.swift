package import Assessment
package import Reports

/// A report of each kind about learners who do not exist.
package enum Samples {
    package static func of(_ kind: Report.Kind) -> Report {
        switch kind {
        case .learner: learner
        case .cohort: cohort
        case .item: item
        case .panel: panel
        }
    }

    package static func number(_ text: String) -> Rational {
        (try? Rational(exactly: text)) ?? .zero
    }

    static func learnerName(_ number: Int) -> String {
        "Learner \(number < 10 ? "0" : "")\(number)"
    }

    private static let asOf = Timestamp(microseconds: 1_772_374_500_000_000)

    private static func share(_ part: Rational, of whole: Int) -> Rational {
        (try? Rational(part.numerator, over: part.denominator * Int128(whole))) ?? .zero
    }

    // MARK: One learner

    static let learner: Report = {
        var report = Report(.learner, "Learner 01: Sample quiz")
        report.asOf = asOf
        report.answer = [
            "You passed: 17 of 20 (85%). The pass mark is 80% (16 of 20).",
            "If you took another quiz like this, your score would most likely be from 15 to 19.",
        ]
        report.facts = [
            .init("verdict", "Verdict", .verdict(.passed)),
            .init("score", "Score", .mark(Rational(17))),
            .init("share", "Share", .share(number("0.85"), cut: number("0.8"))),
            .init("standard_error", "Standard error", .estimate(1.789)),
            .init("time_used", "Time used", .seconds(1_865)),
            .init("rank", "Rank", .missing("not told")),
        ]
        report.sections = [
            .init("score", "Your score", [.figure(score)]),
            .init("objectives", "What you know", [.figure(objectives)]),
            .init(
                "review", "What to look at again",
                [
                    .heading("Question 4"),
                    .paragraph("What should a first comment on a large change be about?\n\nOne."),
                    .quote("Its names.\n    And its spaces.", by: "Your answer"),
                    .list(["Read the chapter on reviews.", "Take the practice quiz again."]),
                ]),
            .init(
                "nothing", "Labs", [.table(Table("labs", "Labs handed in", [.init("lab", "Lab")]))]),
        ]
        report.smallPrint = ["Sitting sample-1, scored by rules of version 1."]
        return report
    }()

    private static let score: Figure = {
        var table = Table(
            "score_range", "Your score",
            [.init("what", "What"), .init("score", "Score", isNumeric: true)])
        table.add([.text("Your score"), .mark(Rational(17))])
        table.add([.text("Pass mark"), .mark(Rational(16))])
        table.add([.text("Likely at least"), .mark(Rational(15))])
        table.add([.text("Likely at most"), .mark(Rational(19))])
        return Figure(
            "Your score and the pass mark",
            finding: "You are one above the pass mark, which is within the range of chance.",
            .score(17, of: 20, cut: 16, likely: 15...19), table)
    }()

    private static let objectives: Figure = {
        var table = Table(
            "objectives", "Questions by objective",
            [
                .init("objective", "Objective"), .init("right", "Right", isNumeric: true),
                .init("asked", "Asked", isNumeric: true), .init("standing", "Standing"),
            ])
        let rows = [
            ("Code review", 9, 10, "strong"), ("Mentoring", 6, 6, "strong"),
            ("Planning with other teams", 2, 4, "review"),
        ]
        for (name, right, asked, standing) in rows {
            table.add([.text(name), .count(right), .count(asked), .text(standing)])
        }
        return Figure(
            "Objectives", finding: "Planning with other teams is what to review.",
            .bars(rows.map { .init($0.0, Double($0.1), of: Double($0.2), "\($0.1) of \($0.2)") }),
            table)
    }()

    // MARK: A cohort

    static let cohort: Report = cohort(learners: 30, questions: 20)

    /// Marks that follow from the numbers alone; later learners and questions get fewer.
    private static func share(_ learner: Int, _ question: Int) -> Rational? {
        let dice = (learner * 37 + question * 61 + learner * question * 7) % 100
        if dice == 99 { return nil }
        let chance = 112 - learner - question * 2
        return number(dice < chance ? "1" : dice < chance + 6 ? "1/2" : "0")
    }

    package static func cohort(learners: Int, questions: Int) -> Report {
        let shares = (1...learners).map { l in (1...questions).map { q in share(l, q) } }
        let scores = shares.map { row in
            row.reduce(Rational.zero) { (try? $0 + ($1 ?? .zero)) ?? .zero }
        }
        let cut = (try? Rational(questions) * number("0.8")) ?? .zero
        let passed = scores.count { $0 >= cut }
        let rate = (try? Rational(Int128(passed), over: Int128(learners))) ?? .zero
        var report = Report(.cohort, "Sample cohort: Sample quiz")
        report.asOf = asOf
        report.answer = ["\(passed) of \(learners) passed."]
        report.facts = [
            .init("learners", "Learners", .count(learners)),
            .init("passed", "Passed", .count(passed)),
            .init("pass_rate", "Pass rate", .share(rate)),
            .init("alpha", "Reliability", .estimate(0.7349)),
            .init("kappa", "Agreement", .missing("no work was scored twice")),
        ]
        report.sections = [
            .init("scores", "Who passed", [.figure(strip(scores, cut, questions))]),
            .init("map", "Which questions", [.figure(map(shares))]),
            .init("items", "Questions", [.table(items(questions))]),
        ]
        report.smallPrint = ["Every name and mark on this page is made up."]
        return report
    }

    private static func strip(_ scores: [Rational], _ cut: Rational, _ most: Int) -> Figure {
        var table = Table(
            "scores", "Scores",
            [
                .init("learner", "Learner"), .init("score", "Score", isNumeric: true),
                .init("share", "Share", isNumeric: true), .init("verdict", "Verdict"),
                .init("submitted", "Handed in"),
            ])
        var dots: [Chart.Dot] = []
        for (index, score) in scores.enumerated() {
            let verdict: Verdict = index == 7 ? .undecided : score >= cut ? .passed : .notPassed
            let share = share(score, of: most)
            table.add([
                .text(learnerName(index + 1)), .mark(score, cut: cut),
                .share(share, cut: number("0.8")), .verdict(verdict),
                index == 8 ? .missing() : .moment(asOf),
            ])
            dots.append(.init(learnerName(index + 1), score.approximation, verdict))
        }
        return Figure(
            "Scores along the pass mark", finding: "Many scores lie near the pass mark.",
            .strip(dots, of: Double(most), cut: cut.approximation), table)
    }

    private static func map(_ shares: [[Rational?]]) -> Figure {
        let questions = shares[0].indices.map { "q-\($0 + 1)" }
        let names = shares.indices.map { learnerName($0 + 1) }
        var table = Table(
            "map", "Learners by questions, in shares of the marks",
            [.init("learner", "Learner")]
                + questions.map { .init($0, $0, isNumeric: true) })
        for (name, row) in zip(names, shares) {
            table.add([.text(name)] + row.map { $0.map { .mark($0) } ?? .missing() })
        }
        table.notes = ["A dash is a question without an answer."]
        return Figure(
            "Learners and questions", finding: "The last questions were the hardest.",
            .grid(
                rows: names, columns: questions,
                shares: shares.map { $0.map { $0?.approximation } }), table)
    }

    private static func items(_ count: Int) -> Table {
        var table = Table(
            "items", "How the questions did",
            [
                .init("item", "Question"), .init("facility", "Right", isNumeric: true),
                .init("point_biserial", "Discrimination", isNumeric: true),
                .init("median_time", "Median time", isNumeric: true), .init("remark", "Remark"),
            ])
        for item in 1...count {
            let share = (try? Rational(Int128(count * 2 - item), over: Int128(count * 2))) ?? .zero
            table.add([
                .text("q-\(item)"), .share(share),
                item == 3 ? .missing("too few learners") : .estimate(0.4 - Double(item) * 0.03),
                .seconds(item * 7),
                item == 14
                    ? .text("More chose another option than the key: check the key.") : .text(""),
            ])
        }
        table.notes = ["Discrimination is from −1 to 1; below 0, stronger learners did worse."]
        return table
    }

    // MARK: A question

    static let item: Report = {
        var report = Report(.item, "Question q-14: What to comment on first")
        report.asOf = asOf
        report.answer = ["14 of 30 chose b and 9 the key: check the key."]
        report.facts = [
            .init("facility", "Right", .share(number("0.3"))),
            .init("point_biserial", "Discrimination", .estimate(-0.0849)),
        ]
        var table = Table(
            "options", "Who chose what",
            [
                .init("option", "Option"), .init("text", "Text"),
                .init("chosen", "Chosen by", isNumeric: true),
                .init("upper", "Of the upper third", isNumeric: true),
                .init("lower", "Of the lower third", isNumeric: true),
            ])
        let rows = [
            ("a", "Its design", 9, 2, 5), ("b", "Its names", 14, 7, 3), ("c", "Its tests", 7, 1, 2),
        ]
        for (id, text, chosen, upper, lower) in rows {
            table.add([.text(id), .text(text), .count(chosen), .count(upper), .count(lower)])
        }
        report.sections = [
            .init(
                "options", "Options",
                [
                    .paragraph("What should a first comment on a large change be about?"),
                    .figure(
                        Figure(
                            "Options chosen", finding: "Most chose b, which is not the key.",
                            .bars(
                                rows.map {
                                    .init(
                                        "\($0.0): \($0.1)", Double($0.2), of: 30, "\($0.2) of 30",
                                        isMarked: $0.0 == "a")
                                }), table)),
                ])
        ]
        return report
    }()

    // MARK: A panel

    static let panel: Report = {
        var report = Report(.panel, "Sample lab of Learner 02")
        report.asOf = asOf
        report.answer = ["Passed: 71.4 of 100. One criterion was settled by a third reviewer."]
        report.facts = [.init("verdict", "Verdict", .verdict(.passed))]
        var table = Table(
            "criteria", "Criteria",
            [
                .init("criterion", "Criterion"), .init("r1", "R1", isNumeric: true),
                .init("r2", "R2", isNumeric: true), .init("r3", "R3", isNumeric: true),
                .init("settled", "Settled on", isNumeric: true),
                .init("weight", "Weight", isNumeric: true),
            ])
        let rows: [(String, [Double?], Double?)] = [
            ("Context and forces", [2, 2, nil], 2), ("Options weighed", [1, 3, 2], 2),
            ("Consequences", [3, 3, nil], 3), ("Signed off", [nil, nil, nil], nil),
        ]
        for (name, marks, settled) in rows {
            let given = (marks + [settled]).map { mark -> Value in
                mark.map { .mark(Rational(Int($0))) } ?? .missing()
            }
            table.add([.text(name)] + given + [.share(number("1/4"))])
        }
        var figure = Figure(
            "What each reviewer gave",
            finding: "Reviewers differ by two levels on options weighed.",
            .ranges(rows.map { .init($0.0, $0.1, settled: $0.2) }, on: 0...3), table)
        figure.people = ["R1", "R2", "R3"]
        report.sections = [
            .init("criteria", "Criteria", [.figure(figure)]),
            .init(
                "comments", "Comments",
                [
                    .quote("The options are real ones.", by: "R2"),
                    .quote("Say who decides.", by: nil),
                ]),
        ]
        return report
    }()
}

extension Rational {
    fileprivate var approximation: Double { Double(numerator) / Double(denominator) }
}
