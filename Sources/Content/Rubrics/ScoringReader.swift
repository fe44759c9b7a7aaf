import Assessment
import MarkupReading

/// Reads how marks become a score, a gap and a verdict.
struct ScoringReader {
    private let reading: Reading

    init(_ reading: Reading) {
        self.reading = reading
    }

    func scoring(_ element: Markup.Element) -> Scoring {
        let scoring = ElementReader(
            element,
            Shape(attributes: ["base", "missing", "min-assessed-weight", "display-decimals"]),
            in: reading)
        return Scoring(
            base: scoring.choice("base", default: .zero),
            missing: scoring.choice("missing", default: .incomplete),
            minimumAssessedWeight: scoring.share("min-assessed-weight", .zero...Rational.one)
                ?? .zero,
            displayDecimals: scoring.count("display-decimals", in: 0...6) ?? 1)
    }

    func gaps(_ element: Markup.Element) -> GapClasses? {
        let gaps = ElementReader(
            element, Shape(attributes: ["priority-over"], children: ["class"]), in: reading)
        var names = UsedNames()
        var classes: [GapClasses.Class] = []
        let elements = gaps.children("class")
        for (index, element) in elements.enumerated() {
            let reader = ElementReader(
                element, Shape(attributes: ["id", "max"], holdsText: true), in: reading)
            let label = reader.ownText()
            let maximum = reader.number("max")
            checkMaximum(
                maximum, of: reader, after: classes.last, isLast: index == elements.count - 1)
            guard let id: GapClasses.Class.ID = reader.ownID() else { continue }
            names.claim(id, "gap class", at: element.offset, in: reading)
            classes.append(GapClasses.Class(id: id, maximum: maximum, label: label))
        }
        if elements.isEmpty {
            gaps.reportMissing("class")
            return nil
        }
        return GapClasses(priorityOver: gaps.number("priority-over"), classes: classes)
    }

    private func checkMaximum(
        _ maximum: Rational?, of reader: ElementReader, after last: GapClasses.Class?, isLast: Bool
    ) {
        if isLast, reader.attribute("max") != nil {
            reading.error(
                .unreachable, "gaps over \(maximum ?? .zero) have no class",
                at: reader.offset(of: "max"), advice: "leave 'max' out of the last class")
        } else if !isLast, reader.attribute("max") == nil {
            reading.error(
                .unreachable, "the classes after this one can never apply", at: reader.offset,
                advice: "add max=\"…\" to each class but the last")
        } else if let maximum, let before = last?.maximum, maximum <= before {
            reading.error(
                .unreachable, "this class can never apply: its maximum is not above the one before",
                at: reader.offset(of: "max"),
                advice: "order classes from the smallest gap to the widest")
        }
    }

    func band(_ element: Markup.Element) -> VerdictBand? {
        let conditions = ["min", "any", "all", "otherwise"]
        let band = ElementReader(
            element,
            Shape(attributes: ["id", "passes"] + conditions, children: ["label", "description"]),
            in: reading)
        let label = band.requiredText("label")
        let description = band.text("description")
        let isPass = band.flag("passes", default: false)
        let given = conditions.filter { band.attribute($0) != nil }
        guard given.count == 1 else {
            reading.error(
                given.isEmpty ? .missingAttribute : .badValue,
                given.isEmpty
                    ? "the band does not say when it holds"
                    : "the band says when it holds in \(given.count) ways", at: band.offset,
                advice: "write one of min=\"80%\", any=\"level\", all=\"level\", otherwise=\"yes\"")
            return nil
        }
        guard let id: VerdictBand.ID = band.ownID(), let condition = condition(of: band, given[0])
        else { return nil }
        if isPass, condition == .otherwise {
            reading.error(
                .unreachable, "work that misses a gate gets no verdict: the last band passes",
                at: band.offset(of: "passes"),
                advice: "remove it: what always holds cannot be good enough")
        }
        return VerdictBand(
            id: id, condition: condition, isPass: isPass, label: label, description: description)
    }

    private func condition(of band: ElementReader, _ name: String) -> VerdictBand.Condition? {
        switch name {
        case "min": return band.share("min", .zero...Rational.one).map { .score(atLeast: $0) }
        case "any": return band.identifier("any").map { .anyMark($0) }
        case "all": return band.identifier("all").map { .everyMark($0) }
        default:
            if band.attribute("otherwise") != "yes" {
                band.reportBadValue(
                    "otherwise", band.attribute("otherwise") ?? "", allowed: ["yes"])
            }
            return .otherwise
        }
    }
}

extension Diagnostic.Code {
    static let unreachable: Self = "unreachable"
}
