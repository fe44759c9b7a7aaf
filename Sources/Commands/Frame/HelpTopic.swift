/// A piece of explaining text that help wraps to the window and the manual sets in type.
package enum HelpBlock: Sendable, Hashable, ExpressibleByStringLiteral {
    case paragraph(String)
    case heading(String)
    /// A list of terms, each with its explanation.
    case rows([Row])
    /// Lines kept as they are, for examples of files and commands.
    case literal([String])

    package struct Row: Sendable, Hashable {
        package let term: String
        package let text: String

        package init(_ term: String, _ text: String) {
            self.term = term
            self.text = text
        }
    }

    package init(stringLiteral value: String) { self = .paragraph(value) }
}

/// A text for `assay help NAME` that belongs to no one command.
package struct HelpTopic: Sendable, Hashable {
    package let name: String
    /// One sentence for the list of topics.
    package let summary: String
    package let blocks: [HelpBlock]

    package init(_ name: String, summary: String, blocks: [HelpBlock]) {
        self.name = name
        self.summary = summary
        self.blocks = blocks
    }
}
