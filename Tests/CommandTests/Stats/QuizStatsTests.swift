import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `The statistics of a table of marks` {
    /// Four learners and three items that all order them alike: 3, 2, 1 and 0 right. By hand: the
    /// totals vary by 5/4, the items by 5/8 together, so that alpha is 3/2 · (1 - 1/2).
    private static let steps = """
        learner,easy,middle,hard
        Ana,1,1,1
        "'=Bo",1,1,0
        Cy,1,0,0
        Di,0,0,0

        """

    private func answer(
        _ line: String, _ table: String, columns: Int = 80
    ) throws -> Desk.Answer {
        let desk = try Desk()
        let path = try desk.folder.write(table, to: "marks.csv")
        return desk.run(
            line.split(separator: " ").map { String($0) } + ["--matrix", path], columns: columns)
    }

    @Test func `say what can be relied on, and at which n`() throws {
        let answer = try answer("stats quiz --pass 60%", Self.steps)
        #expect(answer.code == .done)
        #expect(answer.errors == "")
        #expect(
            answer.output == """
                ~/marks.csv
                4 learners, 3 questions, 3 points.

                FIGURE     VALUE  95%
                mean        1.50
                median      1.50
                deviation   1.29
                skewness    0.00
                kurtosis   -1.20
                alpha       0.75  -0.65 to 0.98
                KR-21       0.60
                error       0.65
                pass rate   0.50  0.15 to 0.85
                agreement   0.66
                kappa       0.14
                accuracy    0.72

                - 4 learners cannot tell how good a quiz is: items are not judged below 10, and
                  the figures are a first look at most.
                - Reliability is 0.75 (-0.65 to 0.98): about 75% of the differences between
                  totals would show again on another quiz like this. It does not say that the
                  quiz asks what matters. About 4 questions like these would reach 0.80.
                - A total strays by 0.65 points: two of three learners are that close to what
                  they would earn on average. Do not rank people who are closer to each other.
                - 2 of 4 learners reach 60% (50.0%; of many like them, 15% to 85%).
                - Another quiz like this would confirm about 66% of the verdicts (kappa, which
                  takes chance off, 0.14). It does not say which; those near the pass mark are
                  the least sure.
                - Within that error of the pass mark (1): =Bo (2 of 3). Look at their answers
                  before much depends on the verdict.
                - Somebody who truly knows 60% passes 65% of the time; 65% of it, 72%; 70% of
                  it, 78%. A second attempt raises that for those below, too.

                """)
    }

    /// Ten learners: nobody has `none`, everybody has `all`, and `key` runs against the rest.
    private static let flawed = """
        learner\tall\tnone\tkey\ta\tb
        possible\t1\t2\t1\t1\t1/2

        """
        + (1...10).map { number in
            "\(number)\t1\t0\t\(number > 5 ? 0 : 1)\t\(number > 5 ? 1 : 0)\t\(number > 4 ? "0.5" : "0")\n"
        }.joined()

    @Test func `name the items to look at, in a narrow window too`() throws {
        let answer = try answer("stats item", Self.flawed, columns: 40)
        #expect(
            answer.output == """
                ~/marks.csv
                10 learners, 5 questions, 5.5 points.

                ITEM   N  EASE   REST      D  LOOK
                all   10  100%      -   0.00  all
                none  10    0%      -   0.00  none
                key   10   50%  -0.98  -0.83  key
                a     10   50%  -0.90   0.83  key
                b     10   60%      -   1.00

                EASE is the share of the points that was
                earned. REST is how marks here go with
                those on all other items, from -1 to 1.
                D is what the best 27% earned more than
                the last 27%.

                - 10 learners are few: what stands out
                  may be chance. Look, and decide with
                  30 or more.
                - key: those who did well elsewhere did
                  worse here (-0.98; 95%: -1.00 to
                  -0.92): check the key.
                - a: those who did well elsewhere did
                  worse here (-0.90; 95%: -0.98 to
                  -0.64): check the key.
                - all: all 10 earned everything, so it
                  tells nobody apart: keep it only if
                  everybody has to know it.
                - none: none of 10 earned anything:
                  check the key, and whether it was
                  taught.

                """)
    }

    @Test func `come as data, with exact numbers as texts`() throws {
        let answer = try answer("stats quiz --json", Self.steps)
        let data = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.rawOutput.utf8)) as? [String: Any])
        #expect(data["schema"] as? String == "assay/stats-quiz/1")
        let figures = try #require(data["figures"] as? [String: [String: Any]])
        #expect(figures["alpha"]?["exact"] as? String == "0.75")
        #expect(figures["alpha"]?["value"] as? String == "0.750000000")
        #expect(figures["alpha"]?["n"] as? Int == 4)
        #expect((figures["alpha"]?["interval"] as? [String: String])?["method"] == "feldt")
        #expect(data["cut"] is NSNull)
    }

    /// Cronbach, as a public example has it.
    @Test(.enabled(if: Shared.url("golden/reliability_items.json") != nil))
    func `are those of a published table`() throws {
        let url = try #require(Shared.url("golden/reliability_items.json"))
        let file = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
        for golden in try #require(file["cases"] as? [[String: Any]]) {
            guard let matrix = golden["matrix"] as? [[Int]],
                let expected = golden["expected"] as? [String: Any],
                let items = expected["items"] as? [[String: Any]],
                let alpha = expected["alpha"] as? [String: Any]
            else { continue }
            var table = "who," + matrix[0].indices.map { "q\($0)" }.joined(separator: ",") + "\n"
            for (number, row) in matrix.enumerated() {
                table += "\(number)," + row.map { String($0) }.joined(separator: ",") + "\n"
            }
            let quiz = try answer("stats quiz --json", table).rawOutput
            #expect(quiz.contains("\"exact\":\"\(try #require(alpha["exact"] as? String))\""))
            let item = try answer("stats item --json", table).rawOutput
            for golden in items {
                let rest = try #require(golden["corrected_item_total"] as? Double)
                #expect(item.contains("\"value\":\"\(String(format: "%.9f", rest))\""))
            }
        }
    }

    struct Undefined: Sendable, CustomTestStringConvertible {
        let table: String
        let words: String
        var testDescription: String { words }
    }

    @Test(arguments: [
        Undefined(
            table: "who,a,b\nx,1,1\n",
            words: "Reliability is not defined: it needs 2 or more to compare."),
        Undefined(
            table: "who,a,b\nx,1,1\ny,1,1\n",
            words: "Reliability is not defined: there is no variation."),
        Undefined(
            table: "who,a\nx,1\ny,0\n",
            words: "Reliability is not defined: it needs 2 or more items."),
        Undefined(
            table: "who,a,b\nx,1,\ny,1,0\nz,0,0\n",
            words: "1 mark missing: 1 of 3 learners were not asked everything"),
        Undefined(
            table: "who,a,b,c\nx,1,,0\ny,,0,1\nz,0,0,\n",
            words: "Each learner was asked 2 of 3 items"),
        Undefined(
            table: "who,a,b\nx,1,0\ny,0,1\nz,1,0\nu,0,1\n", words: "- Reliability is not defined"),
    ])
    func `say why there is no figure`(_ row: Undefined) throws {
        let answer = try answer("stats quiz", row.table)
        #expect(answer.code == .done)
        #expect(answer.output.replacing("\n  ", with: " ").contains(row.words), "\(answer.output)")
    }

    @Test func `are not computed from faulty marks, and all faults are told at once`() throws {
        let answer = try answer(
            "stats quiz",
            """
            learner,a,b,a,,c
            x,1,=1+1,0,1,0
            x,1,0,0,1,0
            y,"0,5",2,,,
            ,1,1,1,1,1
            z,1,1
            w,1,1,1,1,1,9
            v,\u{1B}[31m,1,1,1,1

            """)
        #expect(answer.code == .badData)
        #expect(answer.output == "")
        let found = answer.errors.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^~\/marks.csv:([0-9:]+): error: .* \[(.*)\]$/).map {
                "\($0.1) \($0.2)"
            }
        }
        #expect(
            found == [
                "1:13 duplicate-id", "1:15 missing-column", "2:5 bad-number", "3:1 duplicate-id",
                "4:3 bad-number", "4:9 bad-value", "5:1 bad-id", "6:5 ragged-row",
                "7:13 ragged-row", "8:3 control-char",
            ])
        #expect(answer.errors.contains("'=1+1' is no mark"))
        #expect(!answer.errors.contains("\u{1B}"))
        #expect(answer.errors.hasSuffix("~/marks.csv: 10 errors\n  nothing was computed\n"))
    }

    @Test(arguments: [
        ("", "the file is empty"), ("learner\nx\n", "the first line names no item"),
        ("learner,a\n", "there are no learners under the headings"),
        ("learner,a\npossible,0\nx,0\n", "an item gives more than 0 points"),
        ("PK\u{3}\u{4}", "an Excel workbook"),
    ])
    func `need a table with marks in it`(_ table: String, _ words: String) throws {
        let answer = try answer("stats item", table)
        #expect(answer.code == .badData)
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }

    @Test func `are asked for by what there is`() throws {
        #expect(try answer("stats quiz --pass 200%", Self.steps).code == .usage)
        let unknown = try answer("stats item --item esay", Self.steps)
        #expect(unknown.code == .noInput && unknown.errors.contains("did you mean 'easy'?"))
        #expect(try Desk().run("stats quiz --matrix /none.csv").code == .noInput)
    }
}
