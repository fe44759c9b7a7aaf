import Commands
import TestSupport
import Testing

@Suite struct `A bank edited in a hurry` {
    struct Slip: Sendable, CustomTestStringConvertible {
        let right: String
        let wrong: String
        let told: String
        var testDescription: String { wrong }

        init(_ right: String, _ wrong: String, _ told: String) {
            self.right = right
            self.wrong = wrong
            self.told = told
        }
    }

    private static let bank = """
        <bank xmlns="urn:assay:bank:1" id="demo" version="1.0.0">
          <title>A small bank</title>
          <item id="r-01">
            <prompt>What comes first?</prompt>
            <choose>
              <option id="a" key="true">Its design</option>
              <option id="b">Its names</option>
            </choose>
          </item>
        </bank>

        """

    @Test(arguments: [
        Slip(
            "first?</prompt>", "first?",
            """
            5:5: error: <prompt> cannot hold <choose> [unknown-element]
                    <choose>
                    ^
                → end <prompt> with </prompt> before it, or write &lt; for a plain <
            """),
        Slip(
            "Its design", "Its <B>design</B>",
            """
            6:37: error: <option> cannot hold <B> [unknown-element]
                      <option id="a" key="true">Its <B>design</B></option>
                                                    ^
                → text is Markdown: write **bold** or `code`, and &lt; for a plain <
            """),
        Slip(
            "Its design", "A Map<Key, Value>",
            """
            6:42: error: this is neither an attribute nor the end of the tag [xml-syntax]
            """),
        Slip(
            "Its design", "Design & names",
            """
            6:40: error: an & stands by itself [xml-syntax]
                      <option id="a" key="true">Design & names</option>
                                                       ^
                → write &amp; for the sign &
            """),
        Slip(
            "id=\"a\"", "id=“a”",
            """
            6:18: error: the quotes around this value are curly, as word processors make them \
            [xml-syntax]
                      <option id=“a” key="true">Its design</option>
                                 ^
                → write them straight, as in name="value"
            """),
        Slip(
            "<choose>", "<chose>", "→ did you mean <choose>?\n"),
        Slip(
            " key=\"true\"", "",
            """
            5:5: error: no option is the key [answer-key]
                    <choose>
                    ^
                → add key="true" to the right option
            """),
        Slip(
            "id=\"b\"", "id=\"A\"",
            "→ give each option an id of its own; letter case does not count\n"),
    ])
    func `is told where the slip is and what to write`(_ slip: Slip) throws {
        let folder = try Folder([])
        let text = Self.bank.replacing(slip.right, with: slip.wrong)
        let path = try folder.write(text, to: "bank.xml")
        let run = Run(["bank", "check", path], of: Assay.table)
        #expect(run.code == .no)
        #expect(run.output.contains(slip.told), "\(run.output)")
    }
}
