internal import Assessment
internal import Content
internal import Grading

/// One response variable of an item: what was answered, and what would have been right.
struct QTIResponse {
    private let name: String
    private let cardinality: String
    private let type: String
    private let given: [String]
    private let key: [String]

    /// One for each interaction, and for each gap of a text.
    static func all(to asked: GradedSitting.AskedItem) -> [QTIResponse] {
        let interactions = asked.item.interactions
        return interactions.enumerated().flatMap { index, interaction -> [QTIResponse] in
            let name =
                interactions.count == 1
                ? "RESPONSE" : "RESPONSE.\(interaction.id?.text ?? "\(index + 1)")"
            let responses = asked.answer?.responses ?? []
            let given = responses.indices.contains(index) ? responses[index] : nil
            let key = interaction.kind.keyResponse
            if case .blanks(let blanks) = interaction.kind {
                return blanks.blanks.map { QTIResponse("\(name).\($0.id)", $0, given, key) }
            }
            let (cardinality, type) = interaction.kind.variable
            return [
                QTIResponse(
                    name: name, cardinality: cardinality, type: type, given: given?.values ?? [],
                    key: key?.values ?? [])
            ]
        }
    }

    private init(
        name: String, cardinality: String, type: String, given: [String], key: [String]
    ) {
        self.name = name
        self.cardinality = cardinality
        self.type = type
        self.given = given
        self.key = key
    }

    private init(_ name: String, _ blank: Blanks.Blank, _ given: Response?, _ key: Response?) {
        let isPicked = if case .picked = blank.filling { true } else { false }
        func values(_ response: Response?) -> [String] {
            guard case .filled(let gaps) = response, let text = gaps[blank.id] else { return [] }
            return [isPicked ? text.xmlName : text]
        }
        self.init(
            name: name, cardinality: "single", type: isPicked ? "identifier" : "string",
            given: values(given), key: values(key))
    }

    func write(showingKey: Bool, _ writer: inout MarkupWriter) {
        writer.element(
            "responseVariable",
            ["identifier": name, "cardinality": cardinality, "baseType": type]
        ) { writer in
            if showingKey, !key.isEmpty {
                writer.element("correctResponse") { writer in
                    for value in key { writer.exact("value", value) }
                }
            }
            writer.element("candidateResponse") { writer in
                for value in given { writer.exact("value", value) }
            }
        }
    }
}

extension Interaction.Kind {
    /// How many values of which type its responses have.
    fileprivate var variable: (cardinality: String, type: String) {
        switch self {
        case .choose, .trueFalse: ("single", "identifier")
        case .chooseMany: ("multiple", "identifier")
        case .order: ("ordered", "identifier")
        case .match, .sort: ("multiple", "directedPair")
        case .number, .shortText, .blanks, .written: ("single", "string")
        }
    }
}

extension Response {
    fileprivate var values: [String] {
        switch self {
        case .chosen(let ids), .ordered(let ids): ids.map(\.text.xmlName)
        case .paired(let pairs), .sorted(let pairs):
            pairs.sorted { $0.key < $1.key }.map {
                "\($0.key.text.xmlName) \($0.value.text.xmlName)"
            }
        case .typed(let text), .written(let text): [text]
        case .filled: []
        }
    }
}

extension String {
    /// As a name that XML lets stand for a thing, different for different texts.
    ///
    /// Such a name begins with a letter, so that `_` comes before anything else; what no name may
    /// hold is the hexadecimal digits of its bytes, each after a `·`: `7 b` becomes `_7·20b`.
    var xmlName: String {
        var name = String.UnicodeScalarView()
        for byte in utf8 {
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "a"..."z", "A"..."Z": name.append(scalar)
            case "0"..."9", ".", "-", "_":
                if name.isEmpty { name.append("_") }
                name.append(scalar)
            default:
                if name.isEmpty { name.append("_") }
                name.append("·")
                let digits = (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                name.append(contentsOf: digits.unicodeScalars)
            }
        }
        return name.isEmpty ? "_" : String(name)
    }
}
