import Assessment
import Statistics

/// What statistics are as data, for programs to check: JSON Schema of 2020-12.
///
/// https://json-schema.org/draft/2020-12
enum StatisticsSchema: String, CaseIterable {
    case quiz, item, panel, criterion, cut

    /// What the data says it follows; a change that could break a reader gets another number.
    var name: String { "assay/stats-\(rawValue)/1" }

    var bytes: [UInt8] { schema.bytes(indented: true) + [UInt8(ascii: "\n")] }

    private var schema: JSON {
        Self.object(
            all,
            [
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "$id": .string("urn:" + String(name.map { $0 == "/" ? ":" : $0 })),
                "title": .string("What 'assay stats \(rawValue) --json' prints"),
                "$defs": [
                    "figure": Self.figure, "interval": Self.interval, "remark": Self.remark,
                    "rounded": Self.rounded, "exact": Self.exact,
                ],
            ])
    }

    private var all: [(String, JSON)] {
        [("schema", ["const": .string(name)])] + members + [
            (
                "remarks",
                Self.list(Self.part("remark"), "What the figures say, and what to do.")
            )
        ]
    }

    private var members: [(String, JSON)] {
        switch self {
        case .quiz: Self.quizMembers
        case .item: Self.itemMembers
        case .panel: Self.panelMembers
        case .criterion: Self.criterionMembers
        case .cut: Self.cutMembers
        }
    }

    // MARK: Each kind

    private static let quizMembers: [(String, JSON)] = [
        ("quiz", text("The quiz, or the file that its marks were in.")), ("learners", count),
        ("missing", count),
        ("drawn", ["type": "boolean", "description": "Whether learners were asked other items."]),
        ("questions", count), ("possible", part("exact")),
        (
            "figures",
            figures([
                "mean", "median", "deviation", "skewness", "kurtosis", "alpha", "kr21",
                "standardError",
            ])
        ),
        (
            "cut",
            orNull(
                object([
                    ("passMark", part("exact")), ("passed", count), ("passRate", part("figure")),
                    ("agreement", part("figure")), ("kappa", part("figure")),
                    ("accuracy", orNull(part("figure"))),
                    (
                        "near",
                        list(
                            object([
                                ("learner", text("A name.")), ("earned", part("exact")),
                                ("possible", part("exact")),
                            ]), "Those within a standard error of the pass mark.")
                    ),
                    (
                        "chances",
                        list(
                            object([("level", part("exact")), ("passes", part("rounded"))]),
                            "How likely somebody passes who truly knows so much of it all.")
                    ),
                ]))
        ), ("flagged", list(text("The id of an item."), "The items to look at.")),
    ]

    private static let itemMembers: [(String, JSON)] = [
        ("quiz", text("The quiz, or the file that its marks were in.")), ("learners", count),
        ("items", list(oneItem, "The items, in the order of the bank.")),
    ]

    private static let oneItem = object([
        ("item", text("Its id.")), ("possible", part("exact")),
        ("guessing", orNull(part("exact"))), ("ease", part("figure")),
        ("deviation", part("figure")), ("rest", part("figure")), ("efficiency", part("figure")),
        ("upperLower", part("figure")), ("intendedWeight", part("figure")),
        ("effectiveWeight", part("figure")), ("alphaWithout", orNull(part("figure"))),
        (
            "seconds",
            orNull(
                object([
                    ("lowerQuartile", part("figure")), ("median", part("figure")),
                    ("upperQuartile", part("figure")),
                    (
                        "hasty",
                        orNull(
                            object([
                                ("learners", count), ("limit", part("exact")),
                                ("ease", part("figure")),
                            ]))
                    ),
                ]))
        ), ("flags", words(ItemStatistics.Flag.allCases.map(\.rawValue))),
        (
            "options",
            list(
                object([
                    ("option", text("Its id.")), ("key", ["type": "boolean"]),
                    ("learners", count), ("share", part("figure")), ("upper", part("figure")),
                    ("lower", part("figure")), ("rest", part("figure")),
                    ("flags", words(OptionFigures.Flag.allCases.map(\.rawValue))),
                ]), "What there is to choose from, where that is known.")
        ),
    ])

    private static let panelMembers: [(String, JSON)] = [
        ("panel", text("The rubric, or the file that its scores were in.")), ("works", count),
        ("passMark", orNull(part("exact"))),
        ("figures", figures(["iccOne", "iccMean", "alpha", "needed"])),
        (
            "reviewers",
            list(
                object([
                    ("reviewer", text("A name.")), ("works", count), ("mean", part("figure")),
                    ("leniency", part("figure")), ("standsOut", ["type": "boolean"]),
                ]), "Those who scored.")
        ),
        (
            "unlinked",
            list(
                list(text("A name."), "Reviewers who share work."),
                "Groups that share no work with each other; none where all are linked.")
        ),
        (
            "flips",
            list(
                object([
                    ("work", text("Its id.")), ("score", part("exact")), ("fair", part("exact")),
                ]), "Work whose verdict hangs on who scored it.")
        ), ("criteria", list(object(Self.criterion.all), "The criteria of the rubric.")),
    ]

    private static let criterionMembers: [(String, JSON)] = [
        ("criterion", text("The criterion, or the file that its marks were in.")),
        ("compared", count), ("figures", figures(["exact", "adjacent", "kappa", "ac1", "alpha"])),
        (
            "levels",
            list(
                object([("level", text("Its id.")), ("marks", count)]), "The lowest first.")
        ),
        (
            "reviewers",
            list(
                object([
                    ("reviewer", text("A name.")), ("above", part("figure")),
                    ("agreement", part("figure")),
                ]), "Those who marked.")
        ),
        (
            "apart",
            list(
                object([
                    ("work", text("Its id.")), ("steps", count),
                    ("levels", list(text("The id of a level."), "Those that were given.")),
                ]), "Work with marks more than a level apart.")
        ),
    ]

    private static let cutMembers: [(String, JSON)] = [
        ("worksheet", text("The file.")), ("items", count), ("share", part("figure")),
        ("standardError", part("figure")), ("passMark", orNull(part("exact"))),
        (
            "judges",
            list(
                object([("judge", text("A name.")), ("share", part("exact"))]), "Where each is.")
        ),
        (
            "disputed",
            list(
                object([
                    ("item", text("Its id.")), ("lowest", part("exact")),
                    ("highest", part("exact")),
                ]), "Where judges differ by a quarter or more.")
        ),
    ]
}

// MARK: What they are made of

extension StatisticsSchema {
    fileprivate static let rounded: JSON = [
        "type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$",
        "description": "A number, rounded, as a text so that no reader rounds it again.",
    ]

    fileprivate static let exact: JSON = [
        "type": "string", "pattern": "^-?[0-9]+([.][0-9]+|/[0-9]+)?$",
        "description": "A number that nothing was rounded of, such as 0.75 or 1/3.",
    ]

    /// With a value, or the reason why there is none.
    fileprivate static let figure: JSON = [
        "type": "object", "additionalProperties": false, "required": ["n", "missing"],
        "properties": [
            "n": describedCount("The learners, or pieces of work, that it rests on."),
            "missing": describedCount("Those, or the marks, that were left out."),
            "reviewers": describedCount("Whose marks they are."),
            "value": [
                "anyOf": [part("rounded"), ["type": "null"]],
                "description": "Null where it is too large to write.",
            ], "exact": part("exact"), "interval": part("interval"),
            "undefined": text("Why there is no value."),
        ],
        "oneOf": [
            ["required": ["value"], "properties": ["undefined": false]],
            [
                "required": ["undefined"],
                "properties": ["exact": false, "interval": false],
            ],
        ],
    ]

    fileprivate static let interval = object([
        ("lower", part("rounded")), ("upper", part("rounded")), ("confidence", part("rounded")),
        ("method", ["enum": .array(Interval.Method.allCases.map { .string($0.rawValue) })]),
    ])

    fileprivate static let remark = object([
        ("code", text("The kind of remark.")),
        ("about", orNull(text("The item, reviewer or piece of work it is about."))),
        ("text", text("As people read it.")),
    ])

    fileprivate static let count: JSON = ["type": "integer", "minimum": 0]

    private static func describedCount(_ description: String) -> JSON {
        ["type": "integer", "minimum": 0, "description": .string(description)]
    }

    fileprivate static func part(_ name: String) -> JSON { ["$ref": .string("#/$defs/\(name)")] }

    fileprivate static func text(_ description: String) -> JSON {
        ["type": "string", "description": .string(description)]
    }

    fileprivate static func list(_ element: JSON, _ description: String) -> JSON {
        ["type": "array", "items": element, "description": .string(description)]
    }

    fileprivate static func words(_ known: [String]) -> JSON {
        [
            "type": "array", "uniqueItems": true,
            "items": ["enum": .array(known.map { .string($0) })],
        ]
    }

    fileprivate static func orNull(_ schema: JSON) -> JSON {
        ["anyOf": [schema, ["type": "null"]]]
    }

    fileprivate static func figures(_ names: [String]) -> JSON {
        object(names.map { ($0, part("figure")) })
    }

    /// An object that has each of these members, and no others.
    fileprivate static func object(
        _ members: [(String, JSON)], _ more: KeyValuePairs<String, JSON> = [:]
    ) -> JSON {
        .object(
            more.map { ($0.key, $0.value) } + [
                ("type", "object"), ("properties", .object(members)),
                ("required", .array(members.map { .string($0.0) })),
                ("additionalProperties", false),
            ])
    }
}
