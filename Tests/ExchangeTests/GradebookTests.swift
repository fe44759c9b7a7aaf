import Assessment
import Exchange
import TestSupport
import Testing

@Suite(.enabled(if: Python.isThere, "python3 is not installed"))
struct `A gradebook's table` {
    struct Case: Sendable, CustomTestStringConvertible {
        let format: ExchangeFormat
        let rows: [[String]]
        var testDescription: String { format.rawValue }
    }

    /// By what `lib/gradebook_importer.rb` of Canvas and `load_data.php` of Moodle take.
    @Test(arguments: [
        Case(
            format: .canvas,
            rows: [
                ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Leadership quiz"],
                ["    Points Possible", "", "", "", "", "12.00"],
                ["Ana López", "", "S1", "", "spring-26", "12.00"],
                ["Bo Li", "", "2026/17", "", "spring-26", "4.00"],
            ]),
        Case(
            format: .moodle,
            rows: [
                ["Full name", "ID number", "Email address", "Quiz: Leadership quiz (Real)"],
                ["Ana López", "S1", "ana@example.org", "12.00000"],
                ["Bo Li", "2026/17", "", "4.00000"],
            ]),
    ])
    func `has the columns that its importer wants`(_ row: Case) throws {
        let bytes = try row.format.export(try Samples.two(), Samples.settings).bytes
        #expect(try Python.rows(bytes) == row.rows)
    }

    /// By OneRoster 1.2's CSV binding; names, order and letter case count.
    @Test func `has every column of OneRoster's, in its order`() throws {
        let archive = try ExchangeFormat.oneroster.export(try Samples.two(), Samples.settings)
        let files = try Python.files(archive.bytes)
        let start = "sourcedId,status,dateLastModified,"
        let heads = [
            "manifest.csv": "propertyName,value", "categories.csv": start + "title,weight",
            "lineItems.csv": start + "title,description,assignDate,dueDate,classSourcedId,"
                + "categorySourcedId,academicSessionSourcedId,resultValueMin,resultValueMax,"
                + "schoolSourcedId",
            "results.csv": start + "lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,"
                + "comment,textScore,classSourcedId,inProgress,incomplete,late,missing",
            "resultLearningObjectiveIds.csv": start
                + "resultSourcedId,source,learningObjectiveId,score,textScore",
        ]
        #expect(Set(files.keys) == Set(heads.keys))
        var tables: [String: [[String]]] = [:]
        for (name, text) in files {
            let rows = try Python.rows(Array(text.utf8))
            #expect(rows[0].joined(separator: ",") == heads[name], "\(name)")
            #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(name)")
            tables[name] = Array(rows.dropFirst())
        }
        let manifest = try #require(tables["manifest.csv"])
        #expect(
            manifest.prefix(2) == [["manifest.version", "1.0"], ["oneroster.version", "1.2"]])
        #expect(manifest.count == 23)
        for row in manifest.dropFirst(2) {
            let isThere = heads[row[0].dropFirst("file.".count) + ".csv"] != nil
            #expect(row[1] == (isThere ? "bulk" : "absent"), "\(row)")
        }
        let items = try #require(tables["lineItems.csv"])
        let results = try #require(tables["results.csv"])
        #expect(items.map { $0[3...].joined(separator: "|") }.count == 1)
        // Nothing that is required is blank, and what is pointed at is there.
        #expect(items[0].enumerated().allSatisfy { [1, 2].contains($0) == $1.isEmpty })
        #expect(items[0][5] == "2026-03-10" && items[0][6] == "2026-03-11")
        #expect(tables["categories.csv"]?.map { $0[0] } == [items[0][8]])
        #expect(results.map { $0[3] } == [items[0][0], items[0][0]])
        #expect(results.map { $0[4] } == ["S1", "2026/17"])
        #expect(results.map { $0[5] } == ["fully graded", "fully graded"])
        #expect(results.map { $0[6] } == ["12.0000", "4.0000"])
        let parts = try #require(tables["resultLearningObjectiveIds.csv"])
        #expect(parts.allSatisfy { part in results.contains { $0[0] == part[3] } })
        #expect(parts.map { $0[5] }.prefix(2) == ["demo/reviews", "demo/plans"])
        #expect(Set(parts.map { $0[0] }).count == 4)
    }

    struct Score: Sendable, CustomTestStringConvertible {
        let earned: String
        let possible: String
        let cut: String
        var points: String?
        let canvas: String
        let moodle: String
        let ags: String
        var testDescription: String { "\(earned) of \(possible), cut \(cut)" }
    }

    @Test(arguments: [
        Score(
            earned: "16", possible: "20", cut: "80%", canvas: "16.00", moodle: "16.00000",
            ags: "16"),
        Score(
            earned: "15.999", possible: "20", cut: "80%", canvas: "15.99", moodle: "15.99900",
            ags: "15.999"),
        Score(
            earned: "15.9999999", possible: "20", cut: "80%", canvas: "15.99", moodle: "15.99999",
            ags: "15.999999"),
        Score(
            earned: "2/3", possible: "1", cut: "2/3", canvas: "0.67", moodle: "0.66667",
            ags: "0.666667"),
        Score(
            earned: "1/3", possible: "1", cut: "1/3", canvas: "0.34", moodle: "0.33334",
            ags: "0.333334"),
        Score(
            earned: "1/3", possible: "1", cut: "1/2", points: "100", canvas: "33.33",
            moodle: "33.33333", ags: "33.333333"),
        Score(
            earned: "-2", possible: "20", cut: "80%", canvas: "0.00", moodle: "0.00000", ags: "0"),
        Score(
            earned: "17", possible: "20", cut: "80%", points: "12.5", canvas: "10.63",
            moodle: "10.62500", ags: "10.625"),
    ])
    func `never rounds across the cut`(_ row: Score) throws {
        let marks = (try Rational(exactly: row.earned), try Rational(exactly: row.possible))
        let sitting = try Samples.sitting(
            marks.0, of: marks.1, passMark: try Rational(share: row.cut), verdict: .passed)
        var settings = Samples.settings
        settings.points = try row.points.map { try Rational(exactly: $0) }
        func bytes(_ format: ExchangeFormat) throws -> [UInt8] {
            try format.export([sitting], settings).bytes
        }
        #expect(try Python.rows(bytes(.canvas))[2].last == row.canvas)
        #expect(try Python.rows(bytes(.moodle))[1].last == row.moodle)
        // As the digits stand there, before any reader makes a binary number of them.
        let line = String(decoding: try bytes(.ags), as: UTF8.self)
        #expect(line.contains("\"scoreGiven\":\(row.ags),"), "\(line)")
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let format: ExchangeFormat
        var titles: [String] = ["Quiz"]
        var assignment: String?
        var points: Int?
        let says: String?
        var testDescription: String { "\(format.rawValue) \(titles) \(assignment ?? "")" }
    }

    @Test(arguments: [
        Refusal(format: .canvas, titles: ["Track 4 (2026)"], says: "an assignment's id"),
        Refusal(
            format: .canvas, titles: ["Track 4 (2026)"], assignment: "Track 4 (77)", says: nil),
        Refusal(format: .canvas, titles: ["My Final Grade"], says: "own 'Final Grade'"),
        Refusal(format: .canvas, assignment: "Section", says: "own 'Section'"),
        Refusal(format: .canvas, titles: ["Section 2"], says: nil),
        Refusal(format: .canvas, titles: ["Quiz", "Quiz"], says: "two quizzes have one title"),
        Refusal(format: .canvas, titles: ["Quiz", "Quest"], says: nil),
        Refusal(format: .canvas, titles: ["A", "B"], assignment: "C", says: "2 quizzes"),
        Refusal(format: .moodle, points: 101, says: "101 points, and Moodle takes 100"),
        Refusal(format: .moodleXML, points: 101, says: "101 points, and Moodle takes 100"),
        Refusal(format: .moodle, points: 100, says: nil),
        Refusal(format: .ags, titles: ["A", "B"], says: "which of 2 quizzes"),
    ])
    func `is refused where its importer would take it for something else`(_ row: Refusal) throws {
        let sittings = try row.titles.enumerated().map { index, title in
            try Samples.sitting(
                .one, of: .one, passMark: .one, verdict: .passed, number: UInt128(index + 1),
                title: title, quiz: "q\(index)")
        }
        var settings = Samples.settings
        settings.assignment = row.assignment
        settings.points = row.points.map { Rational($0) }
        do {
            _ = try row.format.export(sittings, settings)
            #expect(row.says == nil)
        } catch {
            let says = try #require(row.says)
            #expect((error.message + (error.advice ?? "")).contains(says), "\(error)")
        }
    }

    @Test func `leaves a score blank that nobody has settled`() throws {
        let sittings = [try Samples.sitting(1, written: nil)]
        func bytes(_ format: ExchangeFormat) throws -> [UInt8] {
            try format.export(sittings, Samples.settings).bytes
        }
        #expect(try Python.rows(bytes(.canvas))[2].last == "")
        #expect(try Python.rows(bytes(.moodle))[1].last == "")
        #expect(String(decoding: try bytes(.moodleXML), as: UTF8.self).contains("<results/>"))
        #expect(
            try Python.texts(bytes(.ags), at: "it['gradingProgress'] + str('scoreGiven' in it)")
                == ["PendingManualFalse"])
        let results = try #require(Python.files(bytes(.oneroster))["results.csv"])
        #expect(try Python.rows(Array(results.utf8))[1][5...6] == ["partially graded", ""])
    }

    /// Ids in the way of formulas are no ids with a guard before them.
    @Test(
        arguments: [
            (ExchangeFormat.canvas, "=1+1", false), (.canvas, "-12", false), (.canvas, "S1", true),
            (.canvas, nil, false), (.moodle, "@ana", false), (.moodle, nil, true),
            (.oneroster, "+49", false), (.oneroster, "S-1", true), (.moodleXML, "=1+1", true),
            (.moodleXML, nil, false), (.ags, "=1+1", true), (.ags, nil, true), (.qti, nil, true),
        ] as [(ExchangeFormat, String?, Bool)])
    func `leaves out those whom it cannot name`(
        _ format: ExchangeFormat, _ id: String?, _ isIn: Bool
    ) throws {
        var learner = Samples.ann
        learner.externalID = id
        let exported = try format.export(
            [try Samples.sitting(1, of: learner), try Samples.sitting(2, of: Samples.bob)],
            Samples.settings)
        #expect(exported.leftOut.map(\.learner) == (isIn ? [] : [learner]))
        #expect(exported.count == (isIn ? 2 : 1))
    }
}
