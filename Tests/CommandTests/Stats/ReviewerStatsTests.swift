import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `The statistics of reviewers` {
    private func answer(
        _ line: String, _ table: String, columns: Int = 80
    ) throws -> Desk.Answer {
        let desk = try Desk()
        let path = try desk.folder.write(table, to: "marks.csv")
        return desk.run(
            line.split(separator: " ").map { String($0) } + ["--matrix", path], columns: columns)
    }

    /// By hand: three of four agree, 5 of 16 would by chance, and kappa is 7/11; Gwet's chance is
    /// 21/64, and AC1 27/43; the ordinal distances make alpha 5/12.
    private static let levels = """
        work,R1,R2
        w1,low,low
        w2,good,1
        w3,best,best
        w4,low,best
        w5,na,

        """

    @Test func `say how far they agree, with chance and without, in a narrow window too`() throws {
        let answer = try answer(
            "stats criterion --levels low,good,best", Self.levels, columns: 40)
        #expect(answer.errors == "")
        #expect(
            answer.output == """
                ~/marks.csv
                4 pieces of work with two marks or more,
                2 reviewers.

                FIGURE        VALUE  95%
                same level     0.75
                same or next   0.75
                kappa          0.64  -0.46 to 1.00
                AC1            0.63  -0.54 to 1.00
                alpha          0.42  -1.58 to 1.00

                LEVEL  MARKS
                low        3
                good       2
                best       3

                REVIEWER  SHARED  ABOVE  SAME
                R1             4  -0.50   75%
                R2             4   0.50   75%

                - 4 pieces of work with two marks or
                  more cannot tell how reviewers agree:
                  nobody is judged below 10, and the
                  figures are a first look at most.
                - Two reviewers of the same work choose
                  the same level 75% of the time, the
                  same or the next one 75%. With chance
                  taken off: kappa 0.64 (-0.46 to 1.00),
                  AC1 0.63 (-0.54 to 1.00). None of
                  these says that the level is the right
                  one.
                - Krippendorff's alpha is 0.42 (-1.58 to
                  1.00); below 0.667, its author would
                  not rely on the marks: score some work
                  together, and write down what each
                  level needs.
                - More than a level apart (1): w4 (low,
                  best). Let the reviewers talk about
                  these.

                """)
    }

    /// Cases of a file, as a table of marks and what is expected of it.
    private func golden(
        _ file: String, _ body: (_ table: String, _ expected: [String: Any]) throws -> Void
    ) throws {
        let url = try #require(Shared.url("golden/\(file).json"))
        let data = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
        for golden in try #require(data?["cases"] as? [[String: Any]]) {
            let expected = try #require(golden["expected"] as? [String: Any])
            var rows: [(String, [String])] = []
            var reviewers: [String] = []
            if let observations = golden["observations"] as? [[Any]] {
                let given = observations.map { ("\($0[0])", "\($0[1])", "\($0[2])") }
                reviewers = Set(given.map(\.1)).sorted()
                rows = Set(given.map(\.0)).sorted().map { work in
                    (
                        work,
                        reviewers.map { name in
                            given.first { $0.0 == work && $0.1 == name }?.2 ?? ""
                        }
                    )
                }
            } else if let matrix = (golden["units_by_raters"] ?? golden["targets_by_judges"])
                as? [[Any]]
            {
                reviewers = matrix[0].indices.map { "R\($0 + 1)" }
                rows = matrix.enumerated().map { number, row in
                    ("W\(number + 1)", row.map { $0 is NSNull ? "" : "\($0)" })
                }
            }
            let lines = [["work"] + reviewers] + rows.map { [$0.0] + $0.1 }
            try body(lines.map { $0.joined(separator: ",") + "\n" }.joined(), expected)
        }
    }

    @Test(.enabled(if: Shared.url("golden/additive_severity.json") != nil))
    func `say who is severe, as least squares has it`() throws {
        try golden("additive_severity") { table, expected in
            let answer = try answer("stats panel --json --pass 80", table)
            let panel = try Panel(answer)
            if let groups = expected["subsets"] as? [[String]] {
                #expect(panel.unlinked == groups)
            }
            for (name, value) in expected["leniency"] as? [String: [String: Any]] ?? [:] {
                let reviewer = panel.reviewers.first { $0.reviewer == name }
                let decimal = try #require(value["decimal"] as? Double)
                let ours = try #require(Double(reviewer?.leniency.value ?? ""))
                #expect(abs(ours - decimal) < 1e-8)
            }
            // One portfolio of the ring passes once severity is taken off.
            if table.contains("P1,82,76") {
                #expect(panel.flips == [.init(work: "P1", score: "79", fair: "80.125")])
            }
        }
    }

    @Test(.enabled(if: Shared.url("golden/icc.json") != nil))
    func `say how alike scores are, as Shrout and Fleiss have it`() throws {
        try golden("icc") { table, expected in
            let panel = try Panel(try answer("stats panel --json", table))
            for (key, ours) in [
                ("ICC2", panel.figures["iccOne"]), ("ICC2k", panel.figures["iccMean"]),
            ] {
                let value = expected[key] as? [String: Any]
                if let decimal = value?["decimal"] as? Double {
                    #expect(abs((Double(ours?.value ?? "") ?? .nan) - decimal) < 1e-8, "\(key)")
                } else if expected.keys.contains(key) {
                    #expect(ours?.undefined != nil, "\(key) of \(table)")
                }
            }
        }
    }

    @Test(.enabled(if: Shared.url("golden/gwet_ac.json") != nil))
    func `say how far they agree, as Gwet has it`() throws {
        try golden("gwet_ac") { table, expected in
            let levels = table.contains(",5") ? "1,2,3,4,5" : "1,2"
            let answer = try answer("stats criterion --json --levels \(levels)", table)
            let figures = try JSONDecoder().decode(
                Figures.self, from: Data(answer.rawOutput.utf8)
            ).figures
            let unweighted = try #require(expected["unweighted"] as? [String: Any])
            let coefficient = try #require(unweighted["AC"] as? [String: Any])
            #expect(figures["ac1"]?.exact == coefficient["exact"] as? String)
        }
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let line: String
        let table: String
        let code: ExitCode
        let words: [String]
        var testDescription: String { line }
    }

    @Test(arguments: [
        Refusal(
            line: "stats criterion --levels low,good",
            table: "w,R1,R2\na,low,\u{7}good\nb,=low,best\n",
            code: .badData,
            words: [
                "2:7: error: the control character U+0007", "3:3: error: '=low' is no level",
                "3:8: error: 'best' is no level", "it may be: low, good", "3 errors",
            ]),
        Refusal(
            line: "stats criterion --levels 2,1", table: "w,R1\na,1\n", code: .usage,
            words: ["names no levels"]),
        Refusal(
            line: "stats criterion", table: "w,R1\na,1\n", code: .usage,
            words: ["not said what the levels are"]),
        Refusal(
            line: "stats panel", table: "w,R1,R2\na,1,two\na,2,2\n", code: .badData,
            words: [
                "2:5: error: 'two' is no mark", "3:1: error: the piece of work 'a' is on line 2",
            ]),
        Refusal(
            line: "stats panel talk", table: "w,R1\na,1\n", code: .usage,
            words: ["both are given"]),
        Refusal(
            line: "stats panel", table: "w,R1\n", code: .badData, words: ["there is no work"]),
    ])
    func `are not computed from faulty tables`(_ row: Refusal) throws {
        let answer = try answer(row.line, row.table)
        #expect(answer.code == row.code && answer.output == "")
        for words in row.words { #expect(answer.errors.contains(words), "\(answer.errors)") }
    }

    @Test func `come from sheets that were submitted, but not from panels that wait`() throws {
        let room = try ReviewRoom(handingIn: 2)
        #expect(room.run("stats panel").output.contains("Left out: 2 submissions whose panel"))
        room.submit(["ask = 3", "end = 2"], by: 1)
        room.submit(["ask = 1 = It never asks.", "end = 2"], by: 2)
        let criterion = room.run("stats criterion talk#ask", isTerminal: false).output
        for words in [
            "talk#ask\n1 piece of work with two marks or more, 2 reviewers.", "best       1",
            "Left out: 1 submission whose panel is not complete.",
            "More than a level apart (1): talk-1 (low, best).",
        ] {
            #expect(criterion.contains(words), "\(words) in \(criterion)")
        }
        let panel = room.run("stats panel talk", isTerminal: false).output
        for words in [
            "Rev1           1  91.67    25.00", "ask        1    0%", "end        1  100%",
        ] {
            #expect(panel.contains(words), "\(words) in \(panel)")
        }
        #expect(room.run("stats criterion talk#aks").errors.contains("did you mean 'ask'?"))
        #expect(room.run("stats criterion talk").code == .usage)
        #expect(room.run("stats panel tlak").errors.contains("did you mean 'talk'?"))
    }

    @Test func `tell reviewers of one name apart`() throws {
        let room = try ReviewRoom()
        #expect(room.run("learner edit R2 --name Rev1").code == .done)
        room.submit(["ask = 3", "end = 2"], by: 1)
        room.submit(["ask = 2", "end = 2"], by: 2)
        let panel = room.run("stats panel talk", isTerminal: false).output
        for words in ["Rev1 (R1)       1  91.67    12.50", "Rev1 (R2)       1  66.67   -12.50"] {
            #expect(panel.contains(words), "\(words) in \(panel)")
        }
    }

    private struct Figures: Decodable {
        struct Figure: Decodable {
            let value: String?
            let exact: String?
            let undefined: String?
        }
        let figures: [String: Figure]
    }

    private struct Panel: Decodable {
        struct Reviewer: Decodable {
            let reviewer: String
            let leniency: Figures.Figure
        }
        struct Flip: Decodable, Equatable {
            let work: String
            let score: String
            let fair: String
        }
        let figures: [String: Figures.Figure]
        let reviewers: [Reviewer]
        let unlinked: [[String]]
        let flips: [Flip]

        init(_ answer: Desk.Answer) throws {
            self = try JSONDecoder().decode(Self.self, from: Data(answer.rawOutput.utf8))
        }
    }
}
