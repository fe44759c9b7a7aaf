import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `The schemas of statistics as data` {
    /// What is done in Python to good data, so that it is none any more.
    private static let breaks = [
        "quiz": [
            "data['schema'] = 'assay/stats-quiz/2'", "del data['figures']['alpha']",
            "data['figures']['mean']['value'] = 1.5", "del data['figures']['mean']['value']",
            "data['figures']['mean']['undefined'] = 'no'", "data['more'] = 1",
            "data['figures']['mean']['exact'] = 'half'", "data['remarks'][0]['text'] = None",
            "data['learners'] = -1", "data['cut'] = {}", "data['flagged'] = [1]",
        ],
        "item": [
            "data['items'][0]['flags'] = ['odd']", "data['items'][0]['seconds'] = {}",
            "data['items'][0]['options'] = None", "data['items'][0].pop('ease')",
            "data['items'][0]['ease']['n'] = '4'", "data['items'][0]['possible'] = 1",
        ],
        "panel": [
            "data['reviewers'][0]['standsOut'] = 'no'", "data['unlinked'] = ['R1']",
            "data['figures']['iccOne'] = None", "data['criteria'] = [{}]",
            "data['flips'] = [{'work': 'w'}]",
        ],
        "criterion": [
            "data['levels'][0]['marks'] = '3'", "del data['compared']",
            "data['apart'] = [{'work': 'w', 'steps': 2}]", "data['figures']['more'] = 1",
        ],
        "cut": ["data['judges'][0]['share'] = 0.5", "del data['disputed']"],
    ]

    @Test func `are met by what is printed, and by nothing that is broken`() throws {
        let folder = try Folder([])
        for kind in Self.breaks.keys {
            let schema = try Desk().run("stats schema \(kind)")
            #expect(schema.code == .done)
            _ = try folder.write(schema.rawOutput, to: "\(kind).schema")
        }
        for (number, output) in try outputs().enumerated() {
            #expect(output.text.hasPrefix("{"), "\(output)")
            _ = try folder.write(output.text, to: "\(output.kind)-\(number).data")
        }
        let breaks = try JSONEncoder().encode(Self.breaks)
        _ = try folder.write(Array(breaks), to: "breaks.json")
        let script = """
            import copy, glob, json, sys
            try:
                from jsonschema import Draft202012Validator
            except ImportError:
                sys.exit(print("skipped: jsonschema is not installed"))
            breaks = json.load(open("breaks.json"))
            for path in sorted(glob.glob("*.data")):
                kind = path.split("-")[0]
                schema = json.load(open(kind + ".schema"))
                Draft202012Validator.check_schema(schema)
                validator = Draft202012Validator(schema)
                good = json.load(open(path))
                for fault in validator.iter_errors(good):
                    print(path, fault.json_path, fault.message[:200])
                for change in breaks[kind]:
                    data = copy.deepcopy(good)
                    exec(change)
                    if validator.is_valid(data):
                        print(path, "is still valid after", change)
            """
        guard let run = try Outside.run("python3", ["-c", script], in: folder.url) else {
            print("skipped: python3 is not installed")
            return
        }
        if run.output.hasPrefix("skipped") { return print(run.output) }
        #expect(run.output == "")
        #expect(run.status == 0, "\(run.errors)")
    }

    private struct Output {
        let kind: String
        let text: String
    }

    private static let marks = "who,a,b,c\nx,1,1,1\ny,1,0.5,0\nz,1,0,0\n"

    private func outputs() throws -> [Output] {
        let desk = try Desk()
        func computed(_ kind: String, _ options: String, of table: String) throws -> Output {
            let path = try desk.folder.write(table, to: "table.csv")
            let words = "\(kind) --json \(options)".split(separator: " ").map { String($0) }
            return Output(kind: kind, text: desk.run(["stats"] + words + [path]).rawOutput)
        }
        let sheets = try ReviewRoom(handingIn: 2)
        sheets.submit(["ask = 3", "end = 2"], by: 1)
        sheets.submit(["ask = 1 = It never asks.", "end = 2"], by: 2)
        let stored = [("panel", "talk"), ("criterion", "talk#ask")].map { kind, name in
            Output(kind: kind, text: sheets.run("stats \(kind) \(name) --json").output)
        }
        return try [
            computed("quiz", "--pass 60% --matrix", of: Self.marks),
            computed("quiz", "--matrix", of: "who,a,b\nx,1,1\ny,1,\n"),
            computed("item", "--matrix", of: Self.marks),
            computed("panel", "--pass 3 --matrix", of: "work,R1,R2\na,1,2\nb,3,3\nc,2,4\n"),
            computed("panel", "--matrix", of: "work,R1,R2\na,1,\nb,,3\n"),
            computed("criterion", "--levels 1,2,3 --matrix", of: "work,R1,R2\na,1,3\nb,3,3\n"),
            computed("criterion", "--levels 1,2,3 --matrix", of: "work,R1\na,1\n"),
            computed("cut", "--pass 80%", of: "item,A,B\nx,70%,0.2\ny,0.5,0.6\n"),
        ] + stored + taken()
    }

    /// Of a quiz whose ten learners typed what they chose, so that options and times are known.
    private func taken() throws -> [Output] {
        let room = try QuizRoom(
            bank: """
                <bank xmlns="urn:assay:bank:1" id="b" version="1.0.0"><title>B</title>
                <item id="one"><prompt>One?</prompt><choose><option id="a" key="true">A</option>
                <option id="b">B</option></choose></item>
                <item id="two"><prompt>Two?</prompt><true-false key="true"/></item>
                <quiz id="q" pass="50%"><title>Q</title><use item="one"/><use item="two"/></quiz>
                </bank>
                """)
        for number in 0..<10 {
            _ = room.run("learner add L\(number) --id S\(number)")
            room.pace = number < 2 ? 1 : 30
            let take = room.run(
                "quiz take @/bank.xml --learner S\(number)",
                typing: ["", number % 2 == 0 ? "1" : "2", "1", "submit"])
            #expect(take.left == 0)
        }
        return ["quiz", "item"].map {
            Output(kind: $0, text: room.run("stats \($0) b --json", isTerminal: false).output)
        }
    }
}
