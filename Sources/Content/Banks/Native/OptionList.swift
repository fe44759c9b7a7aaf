import Assessment
import MarkupReading

/// Reads the options of a choice, and checks that exactly the full marks can be reached.
struct OptionList {
    /// How options say what they are worth.
    enum Rule {
        /// One key; others may earn a part.
        case one
        /// One key or more, and no credit of their own.
        case several
        /// Each states its credit, and those that are right add up to the whole.
        case credits
    }

    /// Letters a to z name the options on screen.
    static let limit = 26

    private static let shape = Shape(
        attributes: ["id", "key", "credit", "pin"], children: ["feedback"], holdsText: true)

    private static let credits = -Rational.one...Rational.one

    private let reader: ElementReader
    private let rule: Rule
    private let elements: [Markup.Element]

    init(_ reader: ElementReader, rule: Rule) {
        self.reader = reader
        self.rule = rule
        elements = reader.children("option")
    }

    private var reading: Reading { reader.reading }

    func read() -> [Option] {
        var names = UsedNames()
        var texts: Set<String> = []
        var options: [Option] = []
        var isWhole = true
        for element in elements {
            let option = ElementReader(element, Self.shape, in: reading)
            let text = option.ownText()
            let feedback = option.text("feedback")
            let isKey = readKey(option)
            let credit = option.share("credit", Self.credits)
            let isPinned = option.flag("pin", default: false)
            if option.attribute("credit") != nil, credit == nil { isWhole = false }
            if option.attribute("key") != nil, !isKey { isWhole = false }
            if !text.isEmpty, !texts.insert(text.spacingCollapsed).inserted {
                reading.error(
                    .duplicateChoice, "another option has the same words", at: element.offset,
                    advice: "reword one: a learner cannot tell them apart")
            }
            guard let id: Entry.ID = option.ownID() else {
                isWhole = false
                continue
            }
            names.claim(id, "option", at: element.offset, in: reading)
            options.append(
                Option(
                    entry: Entry(id: id, text: text, feedback: feedback), isKey: isKey,
                    credit: credit, isPinned: isPinned))
        }
        if checkCount(), isWhole { checkKeys(options) }
        return options
    }

    private func readKey(_ option: ElementReader) -> Bool {
        guard let text = option.attribute("key") else { return false }
        if text == "true" { return true }
        option.reportBadValue("key", text, allowed: ["true"])
        return false
    }

    private func checkCount() -> Bool {
        switch elements.count {
        case ..<2:
            reading.error(
                .noChoices,
                elements.isEmpty
                    ? "<\(reader.name)> has no options" : "<\(reader.name)> has one option only",
                at: reader.offset, advice: "add options until there are at least two")
            return false
        case (Self.limit + 1)...:
            reading.error(
                .tooManyChoices, "<\(reader.name)> has \(elements.count) options",
                at: reader.offset, advice: "keep \(Self.limit) at most: they are named a to z")
            return false
        default: return true
        }
    }

    private func checkKeys(_ options: [Option]) {
        let keys = options.count { $0.isKey }
        switch rule {
        case .one where keys != 1:
            reportKeys(
                keys == 0
                    ? "no option is the key" : "\(keys) options are keys, and one may be picked",
                keys == 0
                    ? "add key=\"true\" to the right option"
                    : "keep one key, or use <choose-many>")
        case .several where keys == 0:
            reportKeys("no option is a key", "add key=\"true\" to each right option")
        case .several:
            for option in options where option.credit != nil {
                reportKeys(
                    "option '\(option.entry.id)' has a credit, which this credit rule does not read",
                    "remove it, or write credit=\"per-option\" on <\(reader.name)>")
            }
        case .credits: checkCredits(options)
        case .one:
            for option in options where option.isKey && option.credit.map({ $0 != .one }) == true {
                reportKeys(
                    "the key '\(option.entry.id)' earns less than the full marks",
                    "remove its credit: a key earns 100%")
            }
            for option in options where !option.isKey && option.credit == .one {
                reportKeys(
                    "option '\(option.entry.id)' earns the full marks and is not the key",
                    "make it the key or lower its credit")
            }
        }
    }

    private func checkCredits(_ options: [Option]) {
        if options.contains(where: \.isKey) {
            reportKeys(
                "an option says both its credit and that it is a key",
                "with credit=\"per-option\" write only the credits")
        }
        for option in options where option.credit == nil && !option.isKey {
            reportKeys(
                "option '\(option.entry.id)' does not say what it earns",
                "add a credit to each option, such as credit=\"0%\"")
        }
        let earning = options.compactMap(\.credit).filter { $0 > .zero }
        guard let sum = try? earning.total(), isWhole(sum) else {
            let sum = (try? earning.total())?.rounded(toDecimals: 3) ?? "too much"
            let percent = (try? earning.total()).flatMap { try? $0 * .hundred }?
                .rounded(toDecimals: 3)
            return reportKeys(
                "the credits of the right options add up to \(percent.map { "\($0)%" } ?? sum)",
                "make them add up to 100%, so that full marks can be reached")
        }
    }

    /// Three times 33.33333 % is a whole: within a thousandth of a percent.
    private func isWhole(_ sum: Rational) -> Bool {
        guard let gap = try? (sum - .one).magnitude, let slack = try? Rational(1, over: 100_000)
        else { return false }
        return gap <= slack
    }

    private func reportKeys(_ message: String, _ advice: String) {
        reading.error(.answerKey, message, at: reader.offset, advice: advice)
    }
}

extension Diagnostic.Code {
    static let noChoices: Self = "no-choices"
    static let tooManyChoices: Self = "too-many-choices"
    static let duplicateChoice: Self = "duplicate-choice"
    static let answerKey: Self = "answer-key"
}

extension String {
    /// Runs of blanks as one, so that a line end in a file does not make two texts different.
    var spacingCollapsed: String {
        var last: UInt8 = 0
        let isCollapsed = utf8.allSatisfy { byte in
            defer { last = byte }
            return byte > 0x20 || (byte == 0x20 && last != 0x20)
        }
        if isCollapsed { return self }
        let words = utf8.split { $0 == UInt8(ascii: " ") || $0 == 0x0A || $0 == 0x09 }
        return String(decoding: Array(words.joined(separator: " ".utf8)), as: UTF8.self)
    }
}
