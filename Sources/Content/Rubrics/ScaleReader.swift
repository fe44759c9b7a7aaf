import Assessment
import MarkupReading

/// Reads a scale, for rubrics and programs alike, and checks that its points rise.
struct ScaleReader {
    private let reader: ElementReader

    init(_ element: Markup.Element, in reading: Reading) {
        reader = ElementReader(
            element, Shape(attributes: ["id"], children: ["level"]), in: reading)
    }

    private var reading: Reading { reader.reading }

    func read() -> Scale? {
        var names = UsedNames()
        var levels: [Scale.Level] = []
        var last: Rational?
        for element in reader.children("level") {
            let level = ElementReader(
                element,
                Shape(attributes: ["id", "points"], children: ["label", "descriptor"]), in: reading)
            let label = level.requiredText("label")
            let descriptor = level.text("descriptor")
            let points = points(of: level)
            if let points, let before = last, points <= before {
                reading.error(
                    .levelOrder, "the points of this level do not rise above the level before",
                    at: level.offset(of: "points"),
                    advice: "order levels from the fewest points to the most, with none alike")
            }
            last = points ?? last
            guard let id: Scale.Level.ID = level.ownID() else { continue }
            names.claim(id, "level", at: element.offset, in: reading)
            levels.append(
                Scale.Level(id: id, points: points, label: label, descriptor: descriptor))
        }
        if levels.count(where: { $0.points != nil }) < 2 {
            reading.error(
                .missingElement, "a scale needs at least two levels with points", at: reader.offset,
                advice: "add <level id=\"…\" points=\"…\">")
        }
        return reader.ownID().map { Scale(id: $0, levels: levels) }
    }

    private func points(of level: ElementReader) -> Rational? {
        guard let text = level.requiredAttribute("points"), text != "none" else { return nil }
        return level.number("points", Rational(-1_000_000)...Rational(1_000_000))
    }
}

extension Diagnostic.Code {
    static let levelOrder: Self = "level-order"
}
