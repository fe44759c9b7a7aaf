import Assessment
import MarkupReading

/// Reads one criterion with its gate, descriptors and ready-made comments.
struct CriterionReader {
    private static let shape = Shape(
        attributes: [
            "id", "kind", "scale", "min", "max", "step", "target", "tolerance", "weight",
            "polarity",
            "comment", "comment-below", "evidence", "not-applicable", "audience", "competency",
            "sources",
        ], children: ["title", "prompt", "guidance", "gate", "level", "statement"])

    /// Which of the attributes above belong to one kind alone.
    private static let ownAttributes = [
        "levels": ["scale"], "check": ["scale"], "points": ["min", "max", "step"],
        "measure": ["target"], "share": ["target", "tolerance"], "text": [],
    ]

    private static let bounds = Rational(-1_000_000)...Rational(1_000_000)

    private let reader: ElementReader

    init(_ element: Markup.Element, in reading: Reading) {
        reader = ElementReader(element, Self.shape, in: reading)
    }

    private var reading: Reading { reader.reading }

    func read() -> Criterion? {
        let title = reader.requiredText("title")
        let kind = readKind()
        guard let id: Criterion.ID = reader.ownID(), let kind else { return nil }
        var criterion = Criterion(id: id, kind: kind, title: title)
        criterion.weight = reader.number("weight", .zero...Rational(1_000_000), excluding: .zero)
        criterion.polarity = reader.choice("polarity", default: .higher)
        criterion.commentRule = reader.choice("comment", default: .optional)
        criterion.commentBelow = reader.identifier("comment-below")
        criterion.evidenceRule = reader.choice("evidence", default: .none)
        criterion.allowsNotApplicable = readNotApplicable()
        criterion.audience = reader.choice("audience", default: .all)
        criterion.competency = reader.identifier("competency")
        criterion.sources = readSources()
        criterion.prompt = reader.text("prompt")
        readGuidance(into: &criterion)
        criterion.gate = readGate()
        criterion.descriptors = readDescriptors()
        criterion.statements = readStatements()
        return criterion
    }

    // MARK: Kind

    private func readKind() -> Criterion.Kind? {
        guard let name = reader.requiredAttribute("kind") else { return nil }
        guard let own = Self.ownAttributes[name] else {
            reader.reportBadValue("kind", name, allowed: Criterion.Kind.names)
            return nil
        }
        for other in Set(Self.ownAttributes.values.joined()).subtracting(own).sorted()
        where reader.attribute(other) != nil {
            reading.error(
                .unknownAttribute, "a criterion of kind '\(name)' has no attribute '\(other)'",
                at: reader.offset(of: other), advice: "remove it, or change the kind")
        }
        switch name {
        case "levels": return reader.requiredIdentifier("scale").map { .levels(scale: $0) }
        case "check": return reader.requiredIdentifier("scale").map { .check(scale: $0) }
        case "points": return readPoints()
        case "measure": return requiredShare("target").map { .measure(target: $0) }
        case "share":
            let tolerance = reader.share("tolerance", .zero...Rational.one) ?? .zero
            return requiredShare("target").map { .share(target: $0, tolerance: tolerance) }
        default: return .text
        }
    }

    private func requiredShare(_ name: String) -> Rational? {
        reader.requiredAttribute(name).flatMap { _ in reader.share(name, .zero...Rational.one) }
    }

    private func readPoints() -> Criterion.Kind? {
        guard reader.requiredAttribute("min") != nil,
            let minimum = reader.number("min", Self.bounds),
            reader.requiredAttribute("max") != nil, let maximum = reader.number("max", Self.bounds)
        else { return nil }
        let step = reader.number("step", .zero...Rational(1_000_000), excluding: .zero) ?? .one
        guard minimum < maximum else {
            reading.error(
                .badNumber, "'max' cannot be \(maximum): it is not above 'min'",
                at: reader.offset(of: "max"), advice: "raise 'max' above \(minimum)")
            return nil
        }
        if let span = try? maximum - minimum, let steps = try? span.divided(by: step),
            !steps.isWhole
        {
            reading.error(
                .badNumber, "steps of \(step) from \(minimum) never arrive at \(maximum)",
                at: reader.offset(of: "step"),
                advice: "choose a step that divides \(span), so that full marks can be given")
        }
        return .points(minimum: minimum, maximum: maximum, step: step)
    }

    // MARK: Attributes and children

    private func readNotApplicable() -> Bool {
        switch reader.attribute("not-applicable") {
        case nil, "forbidden": return false
        case "allowed": return true
        case .some(let text):
            reader.reportBadValue("not-applicable", text, allowed: ["forbidden", "allowed"])
            return false
        }
    }

    private func readSources() -> [RatingSource.ID] {
        let names = (reader.words("sources") ?? "").split(separator: " ").map(String.init)
        return names.compactMap { name in
            if let id = RatingSource.ID(name) { return id }
            reading.error(
                .badID, "'\(name.shortened)' cannot be a source", at: reader.offset(of: "sources"),
                advice: "name declared sources, with blanks between")
            return nil
        }
    }

    private func readGuidance(into criterion: inout Criterion) {
        guard let element = reader.child("guidance") else { return }
        let guidance = ElementReader(
            element, Shape(attributes: ["audience"], holdsText: true), in: reading)
        criterion.guidance = guidance.ownText()
        criterion.guidanceAudience = guidance.choice("audience", default: .reviewer)
    }

    private func readGate() -> Gate? {
        guard let element = reader.child("gate") else { return nil }
        let gate = ElementReader(
            element,
            Shape(
                attributes: ["min-level", "min-points", "judged-on", "waivable-by"], holdsText: true
            ),
            in: reading)
        let reason = gate.ownText()
        guard let threshold = gate.threshold(level: "min-level", points: "min-points") else {
            return nil
        }
        return Gate(
            threshold: threshold, judge: gate.choice("judged-on", default: .panel),
            waivableBy: gate.words("waivable-by"), reason: reason)
    }

    private func readDescriptors() -> [Criterion.LevelDescriptor] {
        reader.children("level").compactMap { element in
            let level = ElementReader(
                element,
                Shape(attributes: ["ref", "points"], children: ["descriptor", "feedback"]),
                in: reading)
            let descriptor = level.requiredText("descriptor")
            let feedback = level.text("feedback")
            return level.requiredIdentifier("ref").map { ref in
                Criterion.LevelDescriptor(
                    level: ref, points: level.number("points", Self.bounds), descriptor: descriptor,
                    feedback: feedback)
            }
        }
    }

    private func readStatements() -> [Criterion.Statement] {
        var names = UsedNames()
        return reader.children("statement").compactMap { element in
            let statement = ElementReader(
                element, Shape(attributes: ["id", "level"], holdsText: true), in: reading)
            let text = statement.ownText()
            guard let id: Criterion.Statement.ID = statement.ownID() else { return nil }
            names.claim(id, "statement", at: element.offset, in: reading)
            return Criterion.Statement(id: id, level: statement.identifier("level"), text: text)
        }
    }
}

extension ElementReader {
    /// Exactly one of two attributes: a level of a scale, or points.
    func threshold(level: String, points: String) -> Gate.Threshold? {
        switch (attribute(level), attribute(points)) {
        case (.some, nil): return identifier(level).map { .level($0) }
        case (nil, .some): return number(points).map { .points($0) }
        case (nil, nil):
            reading.error(
                .missingAttribute, "<\(name)> says neither '\(level)' nor '\(points)'", at: offset,
                advice: "add one of them")
        case (.some, .some):
            reading.error(
                .badValue, "<\(name)> says both '\(level)' and '\(points)'", at: offset(of: points),
                advice: "keep one of them")
        }
        return nil
    }
}
