import Assessment

/// One question of each kind.
enum Questions {
    static func entry(_ id: String, _ text: String) -> Entry { Entry(id: Desk.id(id), text: text) }

    static func item(_ id: String, _ prompt: String, _ kinds: Interaction.Kind...) -> Item {
        Item(id: Desk.id(id), prompt: prompt, interactions: kinds.map { Interaction(kind: $0) })
    }

    static func options(_ texts: String...) -> [Option] {
        texts.enumerated().map { index, text in
            let id = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index)))
            return Option(entry: entry(id, text), isKey: index == 0)
        }
    }

    static let choose = item(
        "choose",
        """
        Three engineers cannot explain why the platform moves from batch scoring to streaming.

        Which response addresses what is missing?
        """,
        .choose(
            ChooseOne(
                options: options(
                    "Restate where the platform is heading and why, and work out with the team what follows",
                    "Break the migration down into smaller tickets",
                    "Add an approval step", "Track the share of streaming work"),
                shuffles: false)))
    static let chooseMany = item(
        "many", "Which of these are code?\n\n```\nlet x = 1\nprint(x)\n```",
        .chooseMany(
            ChooseMany(
                options: options("`let x`", "print", "a dog"), shuffles: false, limit: 2)))
    static let statement = item(
        "statement", "Pull requests are reviewed by people.",
        .trueFalse(TrueFalse(isTrue: true)))
    static let match = item(
        "match", "Match each role with what it does.",
        .match(
            Match(
                pairs: [
                    .init(id: Desk.id("m"), left: "Mentor", right: "shares experience"),
                    .init(id: Desk.id("c"), left: "Coach", right: "asks questions"),
                ], extras: [entry("x", "sets the salary")])))
    static let order = item(
        "order", "Put the steps in order.",
        .order(
            Order(entries: [entry("o1", "Listen"), entry("o2", "Decide"), entry("o3", "Act")])))
    static let sort = item(
        "sort", "Sort these.",
        .sort(
            Sort(
                groups: [entry("g1", "Leading"), entry("g2", "Managing")],
                members: [
                    .init(entry: entry("e1", "Setting a direction"), group: Desk.id("g1")),
                    .init(entry: entry("e2", "Keeping a budget"), group: Desk.id("g2")),
                ])))
    static let number = item(
        "number", "How long does it take?",
        .number(
            NumberEntry(
                accepted: [.init(value: .one)], unitRule: .required,
                units: [
                    .init(symbol: Desk.id("days"), factor: .one, name: "days"),
                    .init(symbol: Desk.id("h"), factor: .one, name: "hours"),
                ])))
    static let words = item(
        "words", "Who decides?",
        .shortText(ShortText(accepted: [AcceptedText(text: "everybody")])))
    static let blanks = item(
        "blanks", "Fill in the gaps.",
        .blanks(
            Blanks(
                passage: "An [[record]] keeps [[why]].",
                blanks: [
                    .init(
                        id: Desk.id("record"),
                        filling: .typed(ShortText(accepted: [AcceptedText(text: "ADR")]))),
                    .init(id: Desk.id("why"), filling: .picked(options("reasons", "money"))),
                ])))
    static let written = item(
        "written", "Describe a decision.",
        .written(
            Written(
                rubric: Desk.id("rubric"), minimumWords: 50, maximumWords: 100,
                guidance: "Name what was given up.")))

    static let all = [
        choose, chooseMany, statement, match, order, sort, number, words, blanks, written,
    ]
}
