import Assessment

/// What a report is as data, for programs to check: JSON Schema of 2020-12.
///
/// https://json-schema.org/draft/2020-12
package enum ReportSchema {
    /// What every report says it follows; a change that could break a reader gets another number.
    package static let name = "assay/report/1"

    package static func bytes() -> [UInt8] {
        schema.bytes(indented: true) + [UInt8(ascii: "\n")]
    }

    private static let schema: JSON = object(
        [
            "schema": ["const": .string(name)],
            "kind": ["enum": .strings(Report.Kind.allCases.map(\.rawValue))],
            "title": text("What the report is about."),
            "language": [
                "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
                "description": "The language of the report's own words, by BCP 47.",
            ],
            "as_of": [
                "type": ["string", "null"],
                "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:]{8}([.][0-9]{6})?Z$",
                "description": "The newest moment that the report tells of, in UTC.",
            ],
            "answer": texts("What the reader wants to know first, in sentences."),
            "sections": ["type": "array", "items": section],
            "tables": [
                "type": "object", "description": "Every table by its name.",
                "propertyNames": identifier, "additionalProperties": table,
            ],
            "small_print": texts("What the reader may want to know last."),
        ],
        others: value,
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": .string("urn:" + String(name.map { $0 == "/" ? ":" : $0 })),
            "title": "A report of Assay",
            "description": .string(
                "Members that are not named here are the report's figures. Marks and shares are "
                    + "exact: texts such as 0.8 or 2/3. Where a value is null, a member with "
                    + "\(Table.reason) after its name may say why."),
            "propertyNames": identifier,
        ])

    private static let identifier: JSON = ["pattern": "^[A-Za-z][A-Za-z0-9_.-]*$"]

    private static let value: JSON = ["type": ["string", "number", "null"]]

    private static let section: JSON = object([
        "name": identifier, "title": text("Its heading."),
        "blocks": ["type": "array", "items": ["oneOf": .array(blocks)]],
    ])

    private static let blocks: [JSON] = [
        block("heading", ["text": text("A heading within the section.")]),
        block("paragraph", ["text": text("With line ends where somebody set them.")]),
        block(
            "quote",
            [
                "text": text("What somebody else wrote."),
                "by": ["type": ["string", "null"], "description": "Who wrote it."],
            ]),
        block("list", ["items": texts("One item each.")]),
        block("table", ["table": text("The name of a table.")]),
        block(
            "figure",
            [
                "title": text("What is drawn."), "finding": text("What is to be seen in it."),
                "table": text("The name of the table that holds its data."),
            ]),
    ]

    private static let table: JSON = object([
        "caption": text("What the rows are."),
        "columns": [
            "type": "array",
            "items": object(["name": identifier, "title": text("As people read it.")]),
        ],
        "rows": ["type": "array", "items": ["type": "object", "additionalProperties": value]],
        "notes": texts("What a reader must know to read it."),
    ])

    private static func text(_ description: String) -> JSON {
        ["type": "string", "description": .string(description)]
    }

    private static func texts(_ description: String) -> JSON {
        ["type": "array", "items": ["type": "string"], "description": .string(description)]
    }

    private static func block(_ type: String, _ members: [(String, JSON)]) -> JSON {
        object([("type", ["const": .string(type)])] + members)
    }

    private static func block(
        _ type: String, _ members: KeyValuePairs<String, JSON>
    ) -> JSON {
        block(type, members.map { ($0.key, $0.value) })
    }

    private static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
        object(members.map { ($0.key, $0.value) })
    }

    /// An object that has each of these members, and others only of the kind told.
    private static func object(
        _ members: KeyValuePairs<String, JSON>, others: JSON = false,
        _ more: KeyValuePairs<String, JSON>
    ) -> JSON {
        object(members.map { ($0.key, $0.value) }, others: others, more.map { ($0.key, $0.value) })
    }

    private static func object(
        _ members: [(String, JSON)], others: JSON = false, _ more: [(String, JSON)] = []
    ) -> JSON {
        .object(
            more + [
                ("type", "object"), ("properties", .object(members)),
                ("required", .strings(members.map(\.0))), ("additionalProperties", others),
            ])
    }
}
