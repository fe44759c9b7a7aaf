/// One option of a command, as data.
package struct OptionSpec: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case flag
        /// Also `--no-name`; the value says what holds when neither is given.
        case invertibleFlag(standard: Bool)
        /// Counts how often it is given, as in `-vvv`.
        case count
        case value(ValueKind)
    }

    /// Without the dashes.
    package var long: String
    package var short: Unicode.Scalar?
    package var kind: Kind
    /// The word in angle brackets; the kind gives one where this is empty.
    package var placeholder: String?
    /// The value when the option is not given; help shows it.
    package var standard: String?
    /// The value of the bare option; such an option takes another one only after `=`.
    package var whenBare: String?
    /// Keeps every value; otherwise the last one given wins.
    package var repeats: Bool
    package var isRequired: Bool
    package var help: String
    /// The heading it stands under in help.
    package var section: String
    package var isHidden: Bool
    /// The environment variable that speaks when the command line does not.
    package var variable: String?

    package init(
        _ long: String, _ short: Unicode.Scalar? = nil, _ kind: Kind = .flag,
        placeholder: String? = nil, standard: String? = nil, whenBare: String? = nil,
        repeats: Bool = false, isRequired: Bool = false, help: String,
        section: String = "Options", isHidden: Bool = false, variable: String? = nil
    ) {
        self.long = long
        self.short = short
        self.kind = kind
        self.placeholder = placeholder
        self.standard = standard
        self.whenBare = whenBare
        self.repeats = repeats
        self.isRequired = isRequired
        self.help = help
        self.section = section
        self.isHidden = isHidden
        self.variable = variable
    }

    /// The same under another heading in help.
    func under(_ section: String) -> OptionSpec {
        var other = self
        other.section = section
        return other
    }

    var valueKind: ValueKind? {
        guard case .value(let kind) = kind else { return nil }
        return kind
    }

    /// Whether the next word belongs to it.
    var takesNextWord: Bool { valueKind != nil && whenBare == nil }

    /// What a message calls the value: `format` in "unknown format 'xslx'".
    var valueName: String {
        if let placeholder { return placeholder }
        if case .value(.choice) = kind { return long }
        return valueKind?.placeholder ?? long
    }

    /// Every spelling with its dashes, the inverted one included.
    var spellings: [String] {
        var spellings = ["--" + long]
        if let short { spellings.insert("-\(short)", at: 0) }
        if case .invertibleFlag = kind { spellings.append("--no-" + long) }
        return spellings
    }

    /// The spelling for a usage line: `--format <format>`, or `--color=auto|always|never`.
    var usage: String {
        guard let valueKind else {
            if case .invertibleFlag = kind { return "--[no-]" + long }
            return "--" + long
        }
        var value = "<\(valueName)>"
        if case .choice(let choices) = valueKind, placeholder == nil, choices.count <= 4 {
            value = choices.map(\.value).joined(separator: "|")
        }
        if whenBare != nil { return "--\(long)[=\(value)]" }
        return "--\(long) \(value)"
    }
}
