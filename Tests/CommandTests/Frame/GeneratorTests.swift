import Assessment
import Commands
import Foundation
import TestSupport
import Testing

/// What the table is turned into for shells, `man` and programs.
@Suite struct `A generated file` {
    @Test(arguments: [
        "completions bash", "completions zsh", "completions fish", "generate man",
        "generate json",
    ])
    func `names every command, option and choice`(_ line: String) {
        let run = Run(line)
        #expect(run.code == .done)
        // Only manuals escape dashes.
        let text = run.output.replacing("\\-", with: "-")
        for path in Sample.table.everyPath {
            guard let command = path.last else { continue }
            #expect(text.contains(command.name), "\(command.name)")
            for alias in command.aliases { #expect(text.contains(alias)) }
            for option in command.options where !option.isHidden {
                let name = line.hasSuffix("fish") ? "-l \(option.long)" : option.long
                #expect(text.contains(name), "\(option.long)")
            }
        }
        for choice in ["text", "json", "csv", "html", "md", "auto", "always", "never"] {
            #expect(text.contains(choice))
        }
    }

    struct Typed: Sendable, CustomTestStringConvertible {
        let words: [String]
        let offered: [String]
        var testDescription: String { words.joined(separator: " ") }

        init(_ words: [String], _ offered: [String]) {
            self.words = words
            self.offered = offered
        }
    }

    @Test(arguments: [
        Typed(["ba"], ["bank"]),
        Typed(["bank", ""], ["check", "show"]),
        Typed(["b", "ch"], ["check"]),
        Typed(["--color", "never", "bank", "s"], ["show"]),
        Typed(["--color", "bank", "s"], ["store"]),
        Typed(["--color", "a"], ["always", "auto"]),
        Typed(["--color", "=", "n"], ["never"]),
        Typed(["--color", "="], ["always", "auto", "never"]),
        Typed(["--color=n"], ["--color=never"]),
        Typed(["bank", "check", "--re"], ["--report"]),
        Typed(["bank", "check", "--tr"], []),
        Typed(["bank", "check", "--st"], ["--strict"]),
        Typed(["bank", "check", "--no-"], ["--no-excerpt", "--no-input"]),
        Typed(["bank", "lint", "-f", "j"], ["json"]),
        Typed(["bank", "check", "--report", ""], ["a.xml", "c.zip", "folder"]),
        Typed(["bank", "check", "--report", "=", "m"], ["md"]),
        Typed(["bank", "check", "a.xml", ""], ["a.xml", "c.zip", "folder"]),
        Typed(["bank", "check", "--", "--"], []),
        Typed(["bank", "show", "-o", ""], ["folder"]),
        Typed(["bank", "check", "--skip", ""], []),
        Typed(["review", ""], ["list", "score"]),
        Typed(["help", "ex"], ["exit-codes"]),
        Typed(["completions", "z"], ["zsh"]),
        Typed(["pe"], []),
    ])
    func `lets bash complete what was typed`(_ typed: Typed) throws {
        let folder = try Folder(["a.xml", "b.txt", "c.zip"])
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "folder"), withIntermediateDirectories: false)
        let script = try folder.write(Run("completions bash").output, to: "completion.bash")
        let driver = """
            source "$1"; shift
            COMP_WORDS=(assay "$@"); COMP_CWORD=$#
            _assay
            if ((${#COMPREPLY[@]})); then printf '%s\\n' "${COMPREPLY[@]}"; fi
            """
        let run = try #require(
            try Outside.run(
                "bash", ["--norc", "-euc", driver, "bash", script] + typed.words, in: folder.url))
        #expect(run.errors == "")
        #expect(run.output.split(separator: "\n").map(String.init).sorted() == typed.offered)
    }

    @Test(arguments: [
        ("bash", ["--norc", "-n"]), ("zsh", ["-f", "-n"]),
        ("fish", ["--no-config", "--no-execute"]),
    ])
    func `is a script its shell can read`(_ shell: String, _ options: [String]) throws {
        let folder = try Folder([])
        let script = try folder.write(Run("completions \(shell)").output, to: "completion")
        guard let run = try Outside.run(shell, options + [script], in: folder.url) else {
            print("skipped: \(shell) is not installed")
            return
        }
        #expect(run.status == 0)
        #expect(run.errors == "")
    }

    @Test(arguments: [
        (["ba"], ["bank"]), (["bank", ""], ["check", "show"]),
        (["b", "lint", "--form"], ["--format"]),
        (["bank", "check", "-f", "j"], ["json"]),
        (["bank", "check", "--format=c"], ["--format=csv"]),
        (["--color", "never", "bank", "s"], ["show"]), (["--color", "bank", "s"], ["store"]),
        (["help", "ex"], ["exit-codes"]), (["bank", "check", "--st"], ["--strict"]),
        (["bank", "check", "--report=m"], ["--report=md"]),
        (["bank", "check", "a"], ["a.xml"]), (["review", "score", "--tr"], []),
    ])
    func `lets fish complete what was typed`(_ words: [String], _ offered: [String]) throws {
        let folder = try Folder(["a.xml"])
        let script = try folder.write(Run("completions fish").output, to: "completion.fish")
        let line = (["assay"] + words).joined(separator: " ")
        let driver = "source '\(script)'; complete -C '\(line)'"
        guard let run = try Outside.run("fish", ["--no-config", "-c", driver], in: folder.url)
        else {
            print("skipped: fish is not installed")
            return
        }
        #expect(run.errors == "")
        let found = run.output.split(separator: "\n").map {
            String($0.split(separator: "\t", maxSplits: 1).first ?? "")
        }
        #expect(found.sorted() == offered)
    }

    @Test(arguments: [
        ("man", ["--warnings", "-l"]), ("groff", ["-man", "-Tutf8", "-ww", "-z"]),
        ("mandoc", ["-T", "lint", "-W", "warning"]),
    ])
    func `is a manual page without a warning`(_ tool: String, _ options: [String]) throws {
        let folder = try Folder([])
        let page = try folder.write(Run("generate man").output, to: "assay.1")
        guard let run = try Outside.run(tool, options + [page], in: folder.url) else {
            print("skipped: \(tool) is not installed")
            return
        }
        #expect(run.status == 0)
        #expect(run.errors == "")
        if tool == "mandoc" { #expect(run.output == "") }
        if tool == "man" {
            for words in ["assay bank check [options] <file>...", "  .stop\n", "it's never shown"] {
                #expect(run.output.contains(words))
            }
        }
    }

    @Test func `is JSON that other programs read`() throws {
        let data = Data(Run("generate json").output.utf8)
        let dump = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(dump["schema"] as? String == "assay/commands/1")
        let root = try #require(dump["command"] as? [String: Any])
        let commands = try #require(root["subcommands"] as? [[String: Any]])
        #expect(
            commands.compactMap { $0["name"] as? String }
                == ["bank", "review", "store", "peek", "help", "completions", "generate"])
    }
}
