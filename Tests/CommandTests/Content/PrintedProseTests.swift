import Commands
import TestSupport
import Testing

@Suite struct `Prose on a printed page` {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let prompt: String
        let lines: String

        init(_ name: String, _ prompt: String, _ lines: String) {
            testDescription = name
            self.prompt = prompt
            self.lines = lines
        }
    }

    @Test(arguments: [
        Row(
            "a paragraph flows", "One line here\nand another\none, and more words.",
            """
              One line here and another one, and
              more words.
            """),
        Row(
            "an item hangs from its marker",
            "Look:\n- at what it is that breaks in production\n- at names\n  and at tests",
            """
              Look:
              - at what it is that breaks in
                production
              - at names and at tests
            """),
        Row(
            "numbers and nesting are kept",
            "1. first\n   - what stands below it, at some length\n   - more\n2) second\n10. tenth",
            """
              1. first
                 - what stands below it, at some
                   length
                 - more
              2) second
              10. tenth
            """),
        Row(
            "a year at the start of a line is no item", "It was planned for\n2024. It came later.",
            """
              It was planned for 2024. It came
              later.
            """),
        Row(
            "code keeps its lines, set in, without its fences",
            "Read:\n```swift\nlet a  = 1\n\n- b\n```\n- an item\n  ~~~\n  x  y\n  ```\n  ~~~\n  done",
            """
              Read:
                  let a  = 1

                  - b
              - an item
                    x  y
                    ```
                done
            """),
        Row(
            "a longer fence holds a shorter one", "````\n```\nx  y\n```\n````\nAfter  it.",
            """
                  ```
                  x  y
                  ```
              After it.
            """),
        Row(
            "a table keeps its lines", "Costs:\n| a  | b |\n|---|---|\n| 1 | 2 |\nas of now",
            """
              Costs:
              | a  | b |
              |---|---|
              | 1 | 2 |
              as of now
            """),
        Row(
            "a code span is no fence", "```x``` stands\nin a line",
            """
              ```x``` stands in a line
            """),
    ])
    func `keeps the form it was given`(_ row: Row) throws {
        let folder = try Folder([])
        let file = try folder.write(
            """
            <bank xmlns="urn:assay:bank:1" id="b" version="1.0.0"><title>B</title>
            <item id="i"><prompt><![CDATA[\(row.prompt)]]></prompt><true-false key="true"/></item>
            </bank>
            """, to: "bank.xml")
        let run = Run(["bank", "show", file], of: Assay.table, columns: 40)
        #expect(run.errors == "")
        #expect(
            run.output == """
                B
                b, version 1.0.0

                Items

                i (1 point)
                \(row.lines)
                  True or false?

                What is right is hidden; --keys shows
                it.

                """)
    }
}
