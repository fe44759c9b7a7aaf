import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `Content on a printed page` {
    struct Row: Sendable, CustomTestStringConvertible {
        let file: String
        let columns: Int
        let shows: String
        let not: String
        var testDescription: String { "\(file) in \(columns): \(shows)" }

        init(_ file: String, in columns: Int = 80, _ shows: String, not: String) {
            self.file = file
            self.columns = columns
            self.shows = shows
            self.not = not
        }
    }

    @Test(arguments: [
        Row(
            "QuestionBanks/module-210.xml", in: 100,
            "80% of the marks pass; 45 minutes from the start, also while away; 3 attempts; 24",
            not: "45m"),
        Row(
            "QuestionBanks/track-4.xml", "once it is set are\n    [4].\n\np26-09", not: "[[told]]"),
        Row("Programs/module-210.xml", "(lab, 3 hours)", not: "1 hours"),
        Row("Programs/module-210.xml", "Knowledge check (quiz, 1 hour)", not: "1 hours"),
        Row(
            "Programs/track-4.xml", in: 40,
            """
              Complete when:
                The client executive and the track
                lead score the ten deliverables of
                the team.
            """, not: "Complete when: "),
        Row(
            "Rubrics/lab-code-review.xml",
            """
                 0 Missing. There is no summary.
                 5 Developing. A summary exists but gives no decision, or its decision
                   contradicts the labels on the comments.
            """, not: "\n    0 Missing"),
        Row(
            "Rubrics/lab-code-review.xml", "Gate: at least Developing. A review",
            not: "at least developing"),
        Row(
            "Rubrics/lab-code-review.xml",
            "• totals further apart than 15%: the reviewers talk it over", not: ": discuss"),
        Row(
            "Rubrics/architecture-review.xml",
            "• Rejected: some criterion is marked 'Reject'", not: "'reject'"),
        Row(
            "Rubrics/architecture-review.xml",
            "the verdict rests on the lowest of their marks", not: "the min of"),
        Row(
            "Rubrics/architecture-review.xml",
            "• Wrote the design or any part of it: may not score", not: ".: "),
        Row(
            "Rubrics/competency-framework.xml",
            "• Technical vision: Advanced, in 6–12 months (critical)", not: ": advanced"),
        Row("Rubrics/track-4-framework.xml", "Technical leadership excellence (35%)", not: "35 %"),
        Row(
            "Rubrics/readiness.xml", "a priority is\n      a gap of more than 1.", not: "\n      1."
        ),
    ])
    func `says it in the words of its readers`(_ row: Row) throws {
        let noun = try #require(
            ["QuestionBanks": "bank", "Rubrics": "rubric", "Programs": "program"][
                row.file.prefix { $0 != "/" }.description])
        let path = Project.root.appending(path: row.file).path
        let run = Run([noun, "show", path], of: Assay.table, columns: row.columns)
        #expect(run.code == .done)
        #expect(run.output.contains(row.shows))
        #expect(!run.output.contains(row.not))
        #expect(!run.output.contains(" \n"), "no line ends in a blank")
    }

    @Test(arguments: ["bank", "rubric", "program"])
    func `is explained in whole sentences`(_ noun: String) {
        for page in ["\(noun) check", "\(noun) show"] {
            let command = Assay.table.path(Run.words(page))?.last
            let texts =
                (command?.options.map(\.help) ?? []) + (command?.arguments.map(\.help) ?? [])
            #expect(texts.isEmpty == false)
            #expect(texts.filter { !$0.hasSuffix(".") } == [])
        }
    }
}

@Suite struct `Files named on a command line` {
    private static let bank = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1.0.0"><title>B</title>
        <item id="i"><prompt>Is it?</prompt><true-false key="true"/></item></bank>
        """

    struct Row: Sendable, CustomTestStringConvertible {
        let line: String
        let code: ExitCode
        let text: String
        var testDescription: String { line }

        init(_ line: String, _ code: ExitCode, _ text: String) {
            self.line = line
            self.code = code
            self.text = text
        }
    }

    /// `@` stands for a folder with `good.xml`, and with links that lead round in it.
    @Test(arguments: [
        Row("bank check @", .done, "@/good.xml: no faults (1 item, 0 objectives, 0 quizzes)\n"),
        Row(
            "bank check --verbose @/good.xml", .done,
            "@/good.xml: no faults (1 item, 0 objectives, 0 quizzes)\nreading @/good.xml\n"),
        Row("bank check @/empty", .noInput, "@/empty: error: the folder holds no .xml files"),
        Row(
            "bank check @/god.xml", .noInput,
            """
            @/god.xml: error: there is no file '@/god.xml' [no-input]
                → did you mean '@/good.xml'?
            @/god.xml: 1 error

            """),
        Row(
            "bank check @/other.xml", .noInput,
            """
            @/other.xml: error: there is no file '@/other.xml' [no-input]
                → check the name and the folder you are in
            @/other.xml: 1 error

            """),
        Row("bank show @/god.xml", .noInput, "→ did you mean '@/good.xml'?\n"),
        Row("bank show @/empty", .noInput, "@/empty: error: the folder holds no .xml files"),
        Row("bank show @/good.xml @/god.xml", .no, "→ did you mean '@/good.xml'?\n"),
        Row("rubric check @/good.xml", .no, "→ use 'assay bank' for this file\n"),
        Row("rubric show @/good.xml", .no, "→ use 'assay bank' for this file\n"),
    ])
    func `are found once, or said not to be there`(_ row: Row) throws {
        let folder = try Folder([])
        _ = try folder.write(Self.bank, to: "good.xml")
        let files = FileManager.default
        try files.createDirectory(
            at: folder.url.appending(path: "empty"), withIntermediateDirectories: false)
        for name in ["a", "b", "empty/up"] {
            try files.createSymbolicLink(
                atPath: folder.url.appending(path: name).path,
                withDestinationPath: ".")
        }
        let path = folder.url.path
        let run = Run(
            Run.words(row.line.replacing("@", with: path)), of: Assay.table, names: ["good.xml"])
        #expect(run.code == row.code)
        let output = (run.output + run.errors).replacing(path, with: "@")
        #expect(row.code == .done ? output == row.text : output.contains(row.text), "\(output)")
    }

    @Test(.enabled(if: geteuid() != 0, "nothing is locked to root"))
    func `are not passed over because a folder is locked`() throws {
        let folder = try Folder([])
        let locked = folder.url.appending(path: "locked")
        let files = FileManager.default
        try files.createDirectory(at: locked, withIntermediateDirectories: false)
        try files.setAttributes([.posixPermissions: 0], ofItemAtPath: locked.path)
        defer { try? files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: locked.path) }
        let run = Run(["bank", "check", folder.url.path], of: Assay.table)
        #expect(run.code == .noInput)
        #expect(run.output.contains("locked: error: you may not look into this folder [no-input]"))
    }
}
