import Assessment
import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `A bank shown without its keys` {
    private static func show(_ text: String, _ options: String...) throws -> Run {
        let folder = try Folder([])
        let file = try folder.write(text, to: "bank.xml")
        return Run(["bank", "show"] + options + [file], of: Assay.table)
    }

    /// Every word that tells what is right has the sign `§` in it.
    private static func bank(_ interaction: String) -> String {
        """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="i"><prompt>What?</prompt>\(interaction)
        <hint>§hint</hint><explanation>§why</explanation><review>§review</review></item></bank>
        """
    }

    @Test(arguments: [
        """
        <choose><option id="a">One<feedback>§</feedback></option>
        <option id="b" key="true">Two<feedback>§</feedback></option>
        <option id="c" credit="50%">Three</option></choose>
        """,
        """
        <choose-many credit="per-option"><option id="a" credit="100%">One</option>
        <option id="b" credit="-50%">Two<feedback>§</feedback></option></choose-many>
        """,
        #"<true-false key="true"><feedback when="true">§</feedback></true-false>"#,
        """
        <match><pair id="a"><left>One</left><right>Two</right><feedback>§</feedback></pair>
        <pair id="b"><left>Three</left><right>Four</right></pair><extra id="c">Five</extra></match>
        """,
        "<order><entry id=\"a\">One<feedback>§</feedback></entry><entry id=\"b\">Two</entry></order>",
        """
        <sort><group id="g">One</group><group id="h">Two</group>
        <entry id="a" group="g">Three<feedback>§</feedback></entry><entry id="b" group="h">Four</entry></sort>
        """,
        """
        <number unit="required"><accept value="97531"><feedback>§</feedback></accept>
        <unit id="h" factor="1">hours</unit></number>
        """,
        "<short-text><accept>§<feedback>§</feedback></accept></short-text>",
        """
        <blanks><passage>[[secret]] and [[secret2]]</passage><blank id="secret2"><accept>§</accept></blank>
        <blank id="secret"><option id="a" key="true">One<feedback>§</feedback></option>
        <option id="b">Two</option></blank></blanks>
        """,
        """
        <written rubric="r"><guidance>§</guidance><model-answer>§</model-answer></written>
        """,
    ])
    func `tells nothing of what is right`(_ interaction: String) throws {
        let text = Self.bank(interaction)
        let hidden = try Self.show(text)
        #expect(hidden.code == .done)
        #expect(hidden.output.contains("What?"))
        for secret in ["§", "*", "%", "97531", "secret", "key:"] {
            #expect(!hidden.output.contains(secret), "\(hidden.output)")
        }
        let shown = try Self.show(text, "--keys")
        #expect(shown.output.contains("§hint"))
        #expect(shown.output.contains("§why"))
        #expect(shown.output.contains("§review"))
    }

    @Test(arguments: [
        ("<option id=\"a\" key=\"true\">One</option><option id=\"b\">Two</option>", "choose"),
        ("<option id=\"a\" key=\"true\">One</option><option id=\"b\">Two</option>", "choose-many"),
    ])
    func `reads alike whichever option is the key`(_ options: String, _ name: String) throws {
        let other = options.replacing(" key=\"true\"", with: "")
            .replacing("id=\"b\"", with: "id=\"b\" key=\"true\"")
        let pages = try [options, other].map {
            try Self.show(Self.bank("<\(name)>\($0)</\(name)>")).output
        }
        #expect(pages[0] == pages[1])
        let keyed = try [options, other].map {
            try Self.show(Self.bank("<\(name)>\($0)</\(name)>"), "--keys").output
        }
        #expect(keyed[0] != keyed[1])
    }

    @Test func `reads alike whatever the right order, group or pair is`() throws {
        let words = ["Cut", "Ask", "Bid"]
        var pages: Set<String> = []
        var keyed: Set<String> = []
        for turn in 0..<3 {
            let turned = words[turn...] + words[..<turn]
            let entries = turned.enumerated().map { "<entry id=\"e\($0)\">\($1)</entry>" }.joined()
            let sorted = turned.enumerated().map {
                "<entry id=\"e\($0)\" group=\"\($0 == 0 ? "g" : "h")\">\($1)</entry>"
            }.joined()
            let pairs = turned.enumerated().map {
                "<pair id=\"p\($0)\"><left>\($0)</left><right>\($1)</right></pair>"
            }.joined()
            let text = Self.bank(
                """
                <order id="o">\(entries)</order><match id="m">\(pairs)</match>
                <sort id="s"><group id="g">G</group><group id="h">H</group>\(sorted)</sort>
                """)
            pages.insert(try Self.show(text).output)
            keyed.insert(try Self.show(text, "--keys").output)
        }
        #expect(pages.count == 1)
        #expect(keyed.count == 3)
    }

    @Test(arguments: [
        "\u{1B}[31m", "&#x9B;31m", "\u{7}", "\u{202E}evil", "&#x202E;", "\u{2028}", "\u{0}",
    ])
    func `never lets a control character through`(_ text: String) throws {
        let bank = Self.bank("<short-text><accept>a\(text)b</accept></short-text>")
            .replacing("What?", with: "What\(text)?")
        let folder = try Folder([])
        let file = try folder.write(bank, to: "na\u{1B}me.xml")
        for words in [["show"], ["show", "--keys"], ["check"], ["check", "--json"]] {
            let run = Run(["bank"] + words + [file], of: Assay.table)
            for scalar in (run.output + run.errors).unicodeScalars where scalar != "\n" {
                #expect(
                    ![.control, .format, .lineSeparator, .paragraphSeparator]
                        .contains(scalar.properties.generalCategory), "U+\(scalar.value)")
            }
        }
    }
}
