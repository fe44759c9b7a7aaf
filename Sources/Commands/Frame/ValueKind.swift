/// What the value of an option or an argument may be.
package enum ValueKind: Sendable, Hashable {
    case text
    /// A file, or `-` for standard input or output; completion offers these extensions.
    case file(extensions: [String] = [])
    case folder
    /// One of a closed list.
    case choice([Choice])
    /// Anything, though completion offers these.
    case hinted([Choice])
    /// A whole number in the range.
    case number(ClosedRange<Int>)
    /// An amount of bytes such as `64M` or `1GiB`.
    case size

    /// One value of a list and, where it is not plain, what it means.
    package struct Choice: Sendable, Hashable, ExpressibleByStringLiteral {
        package let value: String
        package let help: String

        package init(_ value: String, _ help: String = "") {
            self.value = value
            self.help = help
        }

        package init(stringLiteral value: String) { self.init(value) }
    }

    /// The word in angle brackets when the table names no better one.
    var placeholder: String {
        switch self {
        case .text, .hinted: "text"
        case .file: "file"
        case .folder: "folder"
        case .choice: "choice"
        case .number: "number"
        case .size: "size"
        }
    }

    /// The values to offer, hidden nowhere because they are few.
    var choices: [Choice] {
        switch self {
        case .choice(let choices), .hinted(let choices): choices
        case .text, .file, .folder, .number, .size: []
        }
    }

    /// What is wrong with a value, or nothing; `place` is how the message names where it stood.
    func fault(in value: String, called placeholder: String, at place: String) -> CommandFault? {
        switch self {
        case .text, .hinted: nil
        case .file, .folder:
            value.isEmpty ? .emptyName(placeholder, at: place) : nil
        case .choice(let choices):
            choices.contains { $0.value == value }
                ? nil : .unknownChoice(value, of: choices, called: placeholder, at: place)
        case .number(let range):
            Int(value).map(range.contains) == true
                ? nil : .notInRange(value, range, at: place)
        case .size: ByteSize.bytes(value) == nil ? .notASize(value, at: place) : nil
        }
    }
}
