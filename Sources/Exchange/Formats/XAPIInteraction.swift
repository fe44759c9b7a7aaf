internal import Assessment
internal import Grading

/// Items and answers as `cmi.interaction` has them, with `[,]` and `[.]` between the parts.
extension Item {
    func xapiDefinition(in language: String, showingKey: Bool) -> JSON {
        let texts = XAPITexts(language)
        let kind = interactions.count == 1 ? interactions[0].kind : nil
        let key = keyAnswer.responses.first.flatMap { $0?.xapiText }
        return .members([
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
            "description": texts.map(prompt),
            "interactionType": .string(kind?.xapiType ?? "other"),
            "choices": kind?.xapiChoices.map { texts.components($0) },
            // The two sides of a pair have one id, which tells what belongs together.
            "source": showingKey ? kind?.xapiSides.map { texts.components($0.left) } : nil,
            "target": showingKey ? kind?.xapiSides.map { texts.components($0.right) } : nil,
            "correctResponsesPattern": showingKey && kind != nil
                ? key.map { [.string($0)] } : nil,
        ])
    }
}

extension GradedSitting.AskedItem {
    var xapiResponse: String {
        guard let answer else { return "" }
        if answer.responses.count == 1, let response = answer.responses[0] {
            return response.xapiText
        }
        return answer.description
    }
}

/// Texts with the language they are in.
private struct XAPITexts {
    private let language: String

    init(_ language: String) {
        self.language = language
    }

    func map(_ text: String) -> JSON { .object([(language, .string(text))]) }

    func components(_ entries: [Entry]) -> JSON {
        .array(entries.map { ["id": .string($0.id.text), "description": map($0.text)] })
    }
}

extension Response {
    fileprivate var xapiText: String {
        switch self {
        case .chosen(let ids), .ordered(let ids): ids.map(\.text).joined(separator: "[,]")
        case .paired(let pairs), .sorted(let pairs):
            pairs.sorted { $0.key < $1.key }.map { "\($0.key)[.]\($0.value)" }
                .joined(separator: "[,]")
        case .typed(let text), .written(let text): text
        case .filled(let gaps):
            gaps.sorted { $0.key < $1.key }.map(\.value).joined(separator: "[,]")
        }
    }
}

extension Interaction.Kind {
    fileprivate var xapiType: String {
        switch self {
        case .choose, .chooseMany: "choice"
        case .trueFalse: "true-false"
        case .match, .sort: "matching"
        case .order: "sequencing"
        // A number is typed with a unit, and in ways that the format does not know.
        case .number, .shortText, .blanks: "fill-in"
        case .written: "long-fill-in"
        }
    }

    fileprivate var xapiChoices: [Entry]? {
        switch self {
        case .choose(let choice): choice.options.map(\.entry)
        case .chooseMany(let choice): choice.options.map(\.entry)
        // In the order of their ids, since the right one is the key.
        case .order(let order): order.entries.sorted { $0.id < $1.id }
        default: nil
        }
    }

    fileprivate var xapiSides: (left: [Entry], right: [Entry])? {
        switch self {
        case .match(let match):
            (
                match.pairs.map { Entry(id: $0.id, text: $0.left) },
                match.pairs.map { Entry(id: $0.id, text: $0.right) } + match.extras
            )
        case .sort(let sort): (sort.members.map(\.entry), sort.groups)
        default: nil
        }
    }
}
