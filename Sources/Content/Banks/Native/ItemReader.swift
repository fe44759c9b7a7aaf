import Assessment
import MarkupReading

/// Reads one item and says what would keep it from being asked or marked.
struct ItemReader {
    private static let shape = Shape(
        attributes: ["id", "objective", "points", "status", "below-zero"],
        children: ["prompt", "hint", "explanation", "review"] + InteractionReader.elements)

    /// Points run up to a thousand, in steps no finer than a ten-thousandth.
    private static let points = Rational.zero...Rational(1_000)

    private let reader: ElementReader

    init(_ element: Markup.Element, in reading: Reading) {
        reader = ElementReader(element, Self.shape, in: reading)
    }

    /// The item as far as it could be read; nil where it has no id to be known by.
    func read() -> Item? {
        let id: Item.ID? = reader.ownID()
        let interactions = readInteractions()
        let item = id.map { id in
            Item(
                id: id, objective: reader.identifier("objective"), points: readPoints(),
                status: reader.choice("status", default: .active),
                allowsNegativeMarks: reader.flag("below-zero", default: false),
                prompt: reader.requiredText("prompt"), interactions: interactions,
                hints: reader.texts("hint"), explanation: reader.text("explanation"),
                review: reader.text("review"))
        }
        if item == nil { _ = reader.requiredText("prompt") }
        return item
    }

    private func readPoints() -> Rational {
        let points = reader.number("points", Self.points, excluding: .zero) ?? .one
        if 10_000 % points.denominator != 0 {
            reader.reading.error(
                .badNumber, "'points' cannot be '\(points)': it has more than four decimals",
                at: reader.offset(of: "points"), advice: "round it to four decimals")
        }
        return points
    }

    private func readInteractions() -> [Interaction] {
        let elements = reader.element.elements.filter {
            InteractionReader.elements.contains($0.name) && $0.namespace == reader.element.namespace
        }
        // An unknown element has been reported, and is likely the misspelled interaction.
        let known = Self.shape.children
        if elements.isEmpty, reader.element.elements.allSatisfy({ known.contains($0.name) }) {
            reader.reading.error(
                .missingElement, "<item> has no way to be answered", at: reader.offset,
                advice: "add one of: "
                    + InteractionReader.elements.map { "<\($0)>" }.joined(separator: ", "))
        }
        let isOne = elements.count == 1
        var names = UsedNames()
        var read: [Interaction] = []
        for element in elements {
            let interaction = InteractionReader(element, in: reader.reading)
            guard let value = interaction.read(isOnlyOne: isOne) else { continue }
            if let id = value.id {
                names.claim(id, "interaction", at: element.offset, in: reader.reading)
            }
            read.append(value)
        }
        checkWeights(of: read)
        return read
    }

    private func checkWeights(of interactions: [Interaction]) {
        let weights = interactions.compactMap(\.weight)
        guard !weights.isEmpty, weights.count != interactions.count else { return }
        reader.reading.error(
            .weights, "some interactions have a weight and some have none", at: reader.offset,
            advice: "give each a weight, or none")
    }
}

extension Diagnostic.Code {
    static let weights: Self = "weights"
}
