/// Something wrong, or worth a look, in a file a person wrote.
///
/// The message says what is wrong, the advice what to do about it. A diagnostic made while reading
/// knows the byte where the fault begins; ``SourceText/located(_:)`` turns that into a place.
package struct Diagnostic: Sendable, Hashable {
    /// How much a diagnostic matters: only an error makes content unusable.
    package enum Severity: String, Sendable, Hashable, CaseIterable {
        case error, warning, note
    }

    /// A stable name for a kind of fault, for scripts, tests and help.
    package struct Code: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
        package let rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }

        package init(stringLiteral value: String) { rawValue = value }
    }

    package let severity: Severity
    package let code: Code
    /// One sentence that names the thing and what is wrong with it, safe to print.
    package let message: String
    /// What to do about it, in one sentence, safe to print.
    package let advice: String?
    /// Where the fault begins, in bytes from the start of its file.
    package let offset: Int?
    /// The same, for people: filled in once the reading is over.
    package var place: Place?

    /// What the words quote from a file is made safe to print here, whoever quotes it.
    package init(
        _ severity: Severity, _ code: Code, _ message: String, advice: String? = nil,
        offset: Int? = nil, place: Place? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message.terminalSafe()
        self.advice = advice?.terminalSafe()
        self.offset = offset
        self.place = place
    }
}

extension Diagnostic {
    /// A spot in a file, counted from 1 as editors do, with the line it is on.
    package struct Place: Sendable, Hashable {
        package let file: String
        package let line: Int
        /// In Unicode scalars, as editors count.
        package let column: Int
        package let excerpt: Excerpt?

        package init(file: String, line: Int, column: Int, excerpt: Excerpt? = nil) {
            self.file = file
            self.line = line
            self.column = column
            self.excerpt = excerpt
        }
    }

    /// The faulty line made safe to print, and how far to indent a caret under the fault.
    package struct Excerpt: Sendable, Hashable {
        package let text: String
        /// In terminal columns, so that the caret is right under wide characters and tabs.
        package let caretIndent: Int

        package init(text: String, caretIndent: Int) {
            self.text = text
            self.caretIndent = caretIndent
        }
    }
}
