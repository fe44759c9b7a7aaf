import Commands
import TestSupport
import Testing

@Suite struct `The place of a store` {
    @Test(
        arguments: [
            (["--store", "/a.sqlite"], ["ASSAY_STORE": "/b.sqlite"], "/a.sqlite", "option"),
            (["--store=r"], [:], "r", "option"),
            ([], ["ASSAY_STORE": "/b.sqlite", "XDG_DATA_HOME": "/x"], "/b.sqlite", "variable"),
            (
                [], ["ASSAY_STORE": "", "XDG_DATA_HOME": "/x/", "HOME": "/h"],
                "/x/assay/results.sqlite", "data-folder"
            ),
            (
                [], ["XDG_DATA_HOME": "x", "HOME": "/h"], "/h/.local/share/assay/results.sqlite",
                "home-folder"
            ),
            ([], ["HOME": "/"], "/.local/share/assay/results.sqlite", "home-folder"),
        ] as [([String], [String: String], String, String)])
    func `is what the option says, then the variable, then the customs of the system`(
        _ words: [String], _ variables: [String: String], _ path: String, _ origin: String
    ) {
        let plain = Run(["store", "path"] + words, of: Assay.table, variables: variables)
        #expect(plain.code == .done)
        #expect(plain.output == path + "\n")
        let json = Run(
            ["store", "path", "--json"] + words, of: Assay.table, variables: variables)
        #expect(
            json.output
                == #"{"origin":"\#(origin)","path":"\#(path)","schema":"assay/store-path/1"}"#
                + "\n")
    }

    @Test func `has to be named where there is no home`() {
        let run = Run(["store", "path"], of: Assay.table)
        #expect(run.code == .noInput)
        #expect(
            run.errors
                == "error: there is no home folder to keep results in\n  name a file with --store\n"
        )
    }

    @Test func `is printed without what a terminal would act on`() {
        for text in HostileTexts.all where !text.isEmpty && !text.utf8.contains(0) {
            for verb in ["path", "check", "verify"] {
                let run = Run(["store", verb, "--store=/none/\(text)/s"], of: Assay.table)
                let shown = (run.output + run.errors).unicodeScalars
                #expect(!shown.contains { $0 != "\n" && ($0.value < 32 || $0.value == 127) })
                #expect(!shown.contains { $0.properties.isBidiControl })
            }
        }
    }

    @Test(arguments: ["check", "verify", "backup x.sqlite"])
    func `may hold no store yet, which is said kindly`(_ line: String) throws {
        let folder = try StoreFolder()
        try folder.write("", "result.sqlite")
        let run = folder.run(line)
        #expect(run.code == .noInput)
        #expect(run.output == "")
        #expect(
            run.errors.hasSuffix(
                """
                results.sqlite'
                  did you mean '@result.sqlite'?
                  'assay learner add' and 'assay learner import' make one

                """))
        #expect(folder.names == ["result.sqlite"])
    }

    @Test(arguments: ["check", "verify", "backup @x", "restore @notes.txt", "merge @notes.txt"])
    func `may hold something else, which is left alone`(_ line: String) throws {
        let folder = try StoreFolder()
        try folder.write("Some notes", "notes.txt")
        let run = folder.run(line, store: line.hasSuffix(".txt") ? "results.sqlite" : "notes.txt")
        #expect(run.code == .badData)
        #expect(run.errors.hasPrefix("error: @notes.txt: this file is not a store of results\n"))
        #expect(try folder.bytes("notes.txt") == Array("Some notes".utf8))
        #expect(folder.names == ["notes.txt"])
    }
}
