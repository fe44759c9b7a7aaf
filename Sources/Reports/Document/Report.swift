package import Assessment

/// What is told about a learner, a cohort, a question or a panel, before it has a form.
///
/// Every format shows the same report: the answer first, then the sections, then the small print.
/// Texts are as they were written in a bank or a roster, and each format makes them safe.
package struct Report: Sendable, Hashable {
    /// What a report is about, as data names it.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case learner, cohort, item, panel
    }

    package let kind: Kind
    package let title: String
    /// The language of our own words, as BCP 47 has it.
    package let language: String
    /// The newest moment that the report tells of, so that the same data has the same date.
    package var asOf: Timestamp?
    /// What the reader wants to know first, in sentences.
    package var answer: [String] = []
    /// What programs want to know first, by name.
    package var facts: [Fact] = []
    package var sections: [Section] = []
    package var smallPrint: [String] = []

    package init(_ kind: Kind, _ title: String, language: String = "en") {
        self.kind = kind
        self.title = title
        self.language = language
    }
}

extension Report {
    /// A figure that has a name, as `pass_rate` has.
    package struct Fact: Sendable, Hashable {
        package let name: String
        package let title: String
        package let value: Value

        package init(_ name: String, _ title: String, _ value: Value) {
            self.name = name
            self.title = title
            self.value = value
        }
    }

    /// A part with a heading; no two of a report have the same name.
    package struct Section: Sendable, Hashable {
        package let name: String
        package let title: String
        package var blocks: [Block]

        package init(_ name: String, _ title: String, _ blocks: [Block] = []) {
            self.name = name
            self.title = title
            self.blocks = blocks
        }
    }

    /// A piece of a section.
    package enum Block: Sendable, Hashable {
        case heading(String)
        /// Our words and others', with line ends where somebody set them.
        case paragraph(String)
        /// What somebody else wrote, such as an answer or a comment, with who wrote it if it is told.
        case quote(String, by: String?)
        case list([String])
        case table(Table)
        case figure(Figure)
    }

    /// Every table, those behind figures included, in the order of the report.
    package var tables: [Table] {
        sections.flatMap(\.blocks).compactMap { block in
            switch block {
            case .table(let table): table
            case .figure(let figure): figure.table
            case .heading, .paragraph, .quote, .list: nil
            }
        }
    }
}
