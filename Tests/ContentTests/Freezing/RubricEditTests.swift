import Assessment
import Content
import Foundation
import TestSupport
import Testing

@Suite struct `An edit of a rubric in use` {
    /// What is edited, as the golden file calls it, and of the two sheets the ones it touches: the
    /// first has `low` and `high`, the second `mid` and `high`.
    private static let edits: [(change: String, edits: [(String, String)], touched: [String])] = [
        ("no change", [], []),
        (
            "wording or order only",
            [
                (ask + end, end + ask), ("<title>Ask</title>", "<title>Asks</title>"),
                ("<label>Mid</label>", "<label>Middling</label>"),
            ], []
        ), ("level added, maximum unchanged", [(high, more("2.5") + high)], []),
        (
            "points of a level changed", [("id=\"mid\" points=\"1\"", "id=\"mid\" points=\"1.5\"")],
            both
        ),
        ("level added above the maximum", [(high, high + more("4"))], both),
        (
            "criterion removed",
            [(end, ""), ("scale=\"s\" weight=\"60\"", "scale=\"s\" weight=\"100\"")], both
        ), ("level removed that a sheet uses", [(low, "")], ["s-1"]),
        (
            "criterion added",
            [
                (
                    end,
                    "<criterion id=\"new\" kind=\"levels\" scale=\"s\" weight=\"10\"><title>N</title>"
                        + "</criterion>" + end.replacing("40", with: "30")
                )
            ], both
        ),
        (
            "weight changed",
            [
                ("scale=\"s\" weight=\"60\"", "scale=\"s\" weight=\"70\""),
                ("scale=\"s\" weight=\"40\"", "scale=\"s\" weight=\"30\""),
            ], both
        ),
        (
            "gate added or raised",
            [("<title>Ask</title>", "<title>Ask</title><gate min-level=\"mid\">It must.</gate>")],
            both
        ), ("panel rule or pass mark changed", [("min=\"80%\"", "min=\"70%\"")], both),
    ]

    private static let both = ["s-1", "s-2"]
    private static let low = "<level id=\"low\" points=\"0\"><label>Low</label></level>"
    private static let high = "<level id=\"high\" points=\"3\"><label>High</label></level>"
    private static let ask =
        "<criterion id=\"ask\" kind=\"levels\" scale=\"s\" weight=\"60\"><title>Ask</title></criterion>"
    private static let end =
        "<criterion id=\"end\" kind=\"levels\" scale=\"s\" weight=\"40\"><title>End</title></criterion>"

    private static func more(_ points: String) -> String {
        "<level id=\"more\" points=\"\(points)\"><label>More</label></level>"
    }

    private static func frozen(_ edits: [(String, String)]) throws -> FrozenContent {
        var text = """
            <rubric xmlns="urn:assay:rubric:1" id="r" version="1"><title>R</title>
            <scale id="s">\(low)<level id="mid" points="1"><label>Mid</label></level>\(high)</scale>
            <criteria>\(ask)\(end)</criteria>
            <verdict><band id="pass" min="80%" passes="yes"><label>Passed</label></band>
            <band id="no" min="0%"><label>No</label></band></verdict></rubric>
            """
        for (old, new) in edits {
            try #require(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        var diagnostics = Diagnostics()
        let source = SourceText(name: "r.xml", bytes: Array(text.utf8))
        let rubric = try #require(RubricReader.rubric(from: source, into: &diagnostics))
        #expect(diagnostics.found.filter { $0.severity == .error }.map(\.message) == [])
        return try Freezing.rubric(rubric)
    }

    private static func sheet(_ id: String, _ ask: String) throws -> ScoreSheet {
        let marks = try [("ask", ask), ("end", "high")].map { criterion, level in
            ScoreSheet.Mark(
                criterion: try #require(Criterion.ID(criterion)),
                value: .level(try #require(Scale.Level.ID(level))))
        }
        return ScoreSheet(
            id: try #require(ScoreSheet.ID(id)), rubric: try #require(Rubric.ID("r")),
            rubricVersion: "1", submission: "w", reviewer: "p", time: "", marks: marks)
    }

    @Test(
        .enabled(if: Shared.url("golden") != nil, "the golden files are not at hand"))
    func `has the step of the ladder that the reference gives it`() throws {
        let url = try #require(Shared.url("golden/rubric_revision.json"))
        let file = try JSONDecoder().decode(Ladder.self, from: Data(contentsOf: url))
        #expect(file.cases.map(\.change) == Self.edits.map(\.change))
        let sheets = [try Self.sheet("s-1", "low"), try Self.sheet("s-2", "mid")]
        let before = try Self.frozen([])
        for (row, edit) in zip(file.cases, Self.edits) {
            let found = try RubricEdit(
                from: before, to: Self.frozen(edit.edits), used: sheets)
            #expect(found.impact.rawValue == row.impact, "\(row.change)")
            #expect(found.affected.map(\.text) == edit.touched, "\(row.change)")
        }
    }

    private struct Ladder: Decodable {
        struct Case: Decodable {
            let change: String
            let impact: Int
        }

        let cases: [Case]
    }
}
