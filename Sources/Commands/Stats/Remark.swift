import Assessment

/// A sentence or two for a lead: what figures say, what they do not, and what to do.
struct Remark: Sendable, Hashable {
    /// The kind of remark, for programs.
    let code: String
    /// The item, criterion or reviewer it is about; nil for the whole.
    let subject: String?
    let text: String

    init(_ code: String, about subject: String? = nil, _ text: String) {
        self.code = code
        self.subject = subject
        self.text = text
    }

    /// The text with its subject before it.
    var line: String { subject.map { "\($0): \(text)" } ?? text }

    var json: JSON {
        ["code": .string(code), "about": .optional(subject), "text": .string(text)]
    }
}
