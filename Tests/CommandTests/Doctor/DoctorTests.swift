import Commands
import Foundation
import SQLiteResults
import TestSupport
import Testing

/// What the doctor says of one thing, by its name.
private struct Checkup: Decodable {
    struct Section: Decodable {
        let title: String
        let lines: [Line]
    }

    struct Line: Decodable, Equatable {
        let name: String
        let text: String
        let state: String
        let advice: String?
    }

    let schema: String
    let faults: Int
    let notes: Int
    let sections: [Section]

    func lines(_ title: String) -> [Line] {
        sections.first { $0.title == title }?.lines ?? []
    }
}

/// A machine of the test's own, with a store and content in a folder that is its home.
private struct Ward {
    let stores: StoreFolder
    var variables: [String: String] = [:]
    var isTerminal = false
    var rows: Int?
    var renderProgram: String? = PtyProgram.path + "-render"
    private(set) var words: [String] = ["doctor"]

    init(_ line: String = "") throws {
        stores = try StoreFolder()
        words += line.split(separator: " ").map { String($0) }
        variables["HOME"] = stores.path("")
        variables["ASSAY_STORE"] = stores.path()
    }

    func run(_ more: [String] = [], columns: Int = 100) -> (code: ExitCode, output: String) {
        let output = OutputStream(isTerminal: isTerminal)
        let errors = OutputStream(isTerminal: isTerminal)
        let environment = Environment(
            arguments: words + more,
            console: Console(output: output, errors: errors, columns: columns, rows: rows),
            inputIsTerminal: isTerminal, variables: { variables[$0] },
            names: { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] },
            user: "zoe", renderProgram: renderProgram)
        let code = Assay.table.run(in: environment)
        #expect(errors.text == "")
        return (code, output.text)
    }

    func checkup() throws -> (code: ExitCode, found: Checkup) {
        let run = run(["--json"])
        let found = try JSONDecoder().decode(Checkup.self, from: Data(run.output.utf8))
        #expect(found.schema == "assay/doctor/1")
        #expect((run.code == .done) == (found.faults == 0))
        let lines = found.sections.flatMap(\.lines)
        #expect(found.faults == lines.count { $0.state == "fault" })
        #expect(found.notes == lines.count { $0.state == "note" })
        #expect(lines.allSatisfy { $0.state == "fine" || $0.advice != nil || $0.name == "state" })
        return (run.code, found)
    }
}

@Suite struct `What the doctor says of` {
    struct Terminal: Sendable, CustomTestStringConvertible {
        let variables: [String: String]
        var line = ""
        var isTerminal = true
        let said: [String: String]
        var notes: [String: String] = [:]
        var testDescription: String { "\(variables) \(line)" }
    }

    @Test(arguments: [
        Terminal(
            variables: ["TERM": "xterm-256color", "LANG": "de_DE.UTF-8"],
            said: [
                "input": "a terminal", "output": "a terminal", "TERM": "xterm-256color",
                "window": "100 columns by 30 rows", "color": "256 colors, as TERM says",
                "signs": "Unicode", "locale": "LANG=de_DE.UTF-8", "full screen": "yes",
            ]),
        Terminal(
            variables: ["TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"],
            said: ["color": "none, as NO_COLOR says", "locale": "not set"]),
        Terminal(
            variables: ["TERM": "xterm", "COLORTERM": "truecolor"],
            said: ["color": "16 million colors, as COLORTERM says"]),
        Terminal(
            variables: ["TERM": "xterm"], line: "--color=never --no-input",
            said: [
                "color": "none, as --color says", "full screen": "no, since --no-input is given",
            ]),
        Terminal(
            variables: ["TERM": "xterm", "ACCESSIBLE": "1", "CLICOLOR": "0"],
            said: [
                "color": "none, as CLICOLOR says",
                "full screen": "no, but plain lines: ACCESSIBLE is set",
            ]),
        Terminal(
            variables: ["TERM": "linux", "LC_ALL": "C.UTF-8"],
            said: ["signs": "ASCII, since the font of this console lacks most others"]),
        Terminal(
            variables: ["TERM": "xterm", "LANG": "de_DE.UTF-8", "LC_ALL": "C"],
            said: [
                "signs": "ASCII, since LC_ALL names another encoding than UTF-8",
                "locale": "LC_ALL=C LANG=de_DE.UTF-8",
            ], notes: ["signs": "set LC_ALL to a locale that ends in .UTF-8, such as C.UTF-8"]),
        Terminal(
            variables: [:],
            said: [
                "TERM": "not set, so that the terminal is taken for a plain one",
                "color": "none, as TERM says",
                "full screen":
                    "no, but plain lines: TERM does not say what the terminal can do",
            ],
            notes: ["TERM": "set it to what your terminal is, such as xterm-256color"]),
        Terminal(
            variables: [:], isTerminal: false,
            said: [
                "output": "no terminal, but a file or a pipe", "TERM": "not set",
                "color": "none, since the output is no terminal", "window": "100 columns",
                "full screen": "no, but plain lines: the input is no terminal",
            ]),
    ])
    func `the terminal is what is shown there, and why`(_ row: Terminal) throws {
        var ward = try Ward(row.line)
        ward.variables.merge(row.variables) { $1 }
        ward.isTerminal = row.isTerminal
        ward.rows = row.isTerminal ? 30 : nil
        let lines = try ward.checkup().found.lines("Terminal")
        for (name, text) in row.said {
            #expect(lines.first { $0.name == name }?.text == text)
        }
        let notes = lines.filter { $0.state != "fine" }.map { ($0.name, $0.advice) }
        #expect(Dictionary(uniqueKeysWithValues: notes) == row.notes)
    }

    /// What is wrong with a store before it is looked at.
    enum Ill: String, CaseIterable {
        case absent, well, damaged, foreign, newer, link, readable, busy, misspelled, homeless
    }

    @Test(arguments: Ill.allCases)
    func `the store is what 'assay store check' finds, and changes nothing`(_ ill: Ill) throws {
        var ward = try Ward()
        let stores = ward.stores
        if ill != .absent, ill != .homeless { try stores.fill() }
        var expected = (faults: 1, text: "", advice: "")
        var held: Int32 = -1
        switch ill {
        case .absent:
            expected = (
                0, "there is none yet", "'assay learner add' and 'assay learner import' make one"
            )
        case .well: expected = (0, "no faults at a quick look", "")
        case .damaged:
            try stores.damage("results.sqlite", at: 5_000)
            expected.text = "the store's file is damaged at page 2"
            expected.advice = "run: assay store verify; restore a backup with: assay store restore"
        case .foreign:
            try stores.write("Some notes", "results.sqlite")
            expected.text = "this file is not a store of results"
            expected.advice = "name another file with --store"
        case .newer:
            let connection = try Connection.open(stores.path(), .readWrite, newest: 8)
            try connection.run("PRAGMA user_version = 9")
            try connection.close(checkpointing: true)
            expected.text =
                "the store was written by a newer Assay (its tables are version 9)"
            expected.advice = "use that version of Assay; nothing was changed"
        case .link:
            try FileManager.default.createSymbolicLink(
                atPath: stores.path("link"), withDestinationPath: stores.path())
            ward.variables["ASSAY_STORE"] = stores.path("link")
            expected.text = "the store's file is a symbolic link"
            expected.advice = "name what the link leads to"
        case .readable:
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644], ofItemAtPath: stores.path())
            // SQLite makes the files beside the store like the store.
            expected.faults = 3
            expected.text = "others can read '~/results.sqlite' (mode 0644)"
            expected.advice = "run: chmod 600 '~/results.sqlite'"
        case .busy:
            held = open(stores.path("results.sqlite.lock"), O_RDWR)
            #expect(flock(held, LOCK_EX) == 0)
            expected = (0, "held: a program is saving now", "")
        case .misspelled:
            ward.variables["ASSAY_STORE"] = stores.path("result.sqlite")
            expected = (
                0, "there is none yet",
                "did you mean '~/results.sqlite'?; 'assay learner add' and 'assay learner import' "
                    + "make one"
            )
        case .homeless:
            ward.variables["ASSAY_STORE"] = nil
            ward.variables["HOME"] = nil
            expected.text = "there is no home folder to keep results in"
            expected.advice = "name a file with --store"
        }
        let before = (stores.names, try? stores.bytes())
        let (_, found) = try ward.checkup()
        close(held)
        // SQLite puts files beside a store that is read, which hold nothing of it.
        let left = stores.names.filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
        #expect(left == before.0 && (try? stores.bytes()) == before.1)
        let lines = found.lines("Store")
        #expect(lines.count { $0.state == "fault" } == expected.faults)
        #expect(
            lines.contains { $0.text == expected.text && ($0.advice ?? "") == expected.advice },
            "\(lines)")
    }

    @Test func `content is how much there is, where, and in how many files there are faults`()
        throws
    {
        var ward = try Ward()
        ward.variables["ASSAY_CONTENT"] = ward.stores.path("content")
        try FileManager.default.createDirectory(
            atPath: ward.stores.path("content/Rubrics"), withIntermediateDirectories: true)
        let bank = """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
            <item id="one"><prompt>Is it?</prompt><true-false key="true"/></item></bank>
            """
        try ward.stores.write(bank, "content/bank.xml")
        try ward.stores.write("<rubric/>", "content/Rubrics/broken.xml")
        try ward.stores.write(ReviewRoom.rubric, "content/Rubrics/talk.xml")
        let (code, found) = try ward.checkup()
        #expect(code == .no)
        #expect(
            found.lines("Content") == [
                .init(
                    name: "banks", text: "1 file in ~/content, no faults", state: "fine",
                    advice: nil),
                .init(
                    name: "rubrics", text: "2 files in ~/content/Rubrics, 1 of them with faults",
                    state: "fault", advice: "run: assay rubric check '~/content/Rubrics'"),
                .init(
                    name: "programs", text: "none in ~/content/Programs or ~/content",
                    state: "note",
                    advice: "name files, or set ASSAY_CONTENT to a folder that holds Programs"),
            ])
    }

    @Test(arguments: [
        (nil, "there is no assay-render, which makes such files"),
        ("/bin/true", "/bin/true ended without an answer"),
        ("/bin/cat", "/bin/cat was not understood"),
        ("~/assay-render", "there is no ~/assay-render, which makes such files"),
    ])
    func `the program that makes large files is whether it answers`(
        _ path: String?, _ text: String
    ) throws {
        var ward = try Ward()
        ward.renderProgram = path.map { $0.replacing("~", with: ward.stores.path("")) }
        let (code, found) = try ward.checkup()
        #expect(code == .no)
        #expect(
            found.lines("Assay").filter { $0.state == "fault" }.map(\.text) == [text])
        #expect(
            found.lines("Fonts for PDF").map(\.text) == ["not known without assay-render"])
    }

    /// As `pkg-config` has them.
    @Test(arguments: [
        ("libxml2", "libxml-2.0"), ("SQLite", "sqlite3"), ("libsodium", "libsodium"),
        ("cairo", "cairo"), ("pango", "pango"), ("qpdf", "libqpdf"),
    ])
    func `libraries is which version runs`(_ name: String, _ package: String) throws {
        let ward = try Ward()
        let outside = try Outside.run(
            "pkg-config", ["--modversion", package],
            in: URL(filePath: ward.stores.path("")))
        guard let outside, outside.status == 0 else {
            print("skipped: pkg-config does not know \(package)")
            return
        }
        let line = try ward.checkup().found.lines("Assay").first { $0.name == name }
        #expect(line?.text == outside.output.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    @Test func `everything names nobody and fits a window`() throws {
        var ward = try Ward()
        try ward.stores.fill()
        ward.variables["XDG_DATA_HOME"] = "/srv/zoe/zoe/data"
        ward.variables["ASSAY_CONTENT"] = "/srv/zoe"
        for columns in [40, 100] {
            let run = ward.run(columns: columns)
            #expect(run.code == .done)
            for name in ["Ann Lee", "Bob", "zoe", "desk", ward.stores.path("")] {
                #expect(!run.output.contains(name))
            }
            #expect(run.output.contains("people: 2"))
            #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= columns })
        }
        let quiet = ward.run(["--quiet"]).output
        #expect(!quiet.contains("libxml2") && quiet.contains("note: none in /srv/USER"))
        ward.variables["ASSAY_STORE"] = nil
        #expect(ward.run().output.contains("/srv/USER/USER/data/assay/results.sqlite"))
    }
}
