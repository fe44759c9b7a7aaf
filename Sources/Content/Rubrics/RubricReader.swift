package import Assessment
package import MarkupReading

/// Reads a rubric, and everything that would make its verdicts hard to defend.
package struct RubricReader {
    private static let shape = Shape(
        attributes: ["id", "version", "status", "supersedes", "subjects", "xml:lang"],
        children: [
            "title", "description", "note", "scale", "source", "criteria", "scoring", "panel",
            "profile", "gaps", "verdict",
        ])

    private let reader: ElementReader
    private var places = RubricPlaces()

    private var reading: Reading { reader.reading }

    /// The rubric as far as it could be read; nil where the file is no rubric.
    package static func rubric(
        from source: SourceText, limits: MarkupLimits = MarkupLimits(),
        into diagnostics: inout Diagnostics
    ) -> Rubric? {
        Reading.value(of: .rubric, from: source, limits, into: &diagnostics) { root, reading in
            var reader = RubricReader(root, reading)
            return reader.read()
        }
    }

    private init(_ root: Markup.Element, _ reading: Reading) {
        reader = ElementReader(root, Self.shape, in: reading)
    }

    private mutating func read() -> Rubric? {
        let version = reader.requiredVersion()
        let title = reader.requiredText("title")
        let scales = readScales()
        let sources = readSources()
        let (combination, criteria) = readCriteria()
        guard let id: Rubric.ID = reader.ownID() else { return nil }
        var rubric = Rubric(
            id: id, version: version, status: reader.choice("status", default: .active),
            supersedes: reader.words("supersedes"), language: reader.language(),
            subjects: reader.choice("subjects", default: .one), title: title,
            description: reader.text("description"), notes: reader.texts("note"), scales: scales,
            sources: sources, combination: combination, criteria: criteria)
        if let scoring = reader.child("scoring") {
            rubric.scoring = ScoringReader(reading).scoring(scoring)
        }
        rubric.panel = reader.child("panel").map { PanelReader($0, in: reading).read() }
        rubric.profiles = readProfiles()
        rubric.gaps = reader.child("gaps").flatMap { ScoringReader(reading).gaps($0) }
        rubric.bands = readBands()
        RubricConsistency(rubric, places, root: reader.element, in: reading).check()
        return rubric
    }

    private mutating func readScales() -> [Scale] {
        var names = UsedNames()
        var scales: [Scale] = []
        for element in reader.children("scale") {
            guard let scale = ScaleReader(element, in: reading).read() else { continue }
            names.claim(scale.id, "scale", at: element.offset, in: reading)
            places.scales[scale.id] = element.offset
            scales.append(scale)
        }
        return scales
    }

    private func readSources() -> [RatingSource] {
        var names = UsedNames()
        return reader.children("source").compactMap { element in
            let source = ElementReader(
                element,
                Shape(
                    attributes: ["id", "weight", "min-respondents", "self", "identified"],
                    children: ["title"]), in: reading)
            let title = source.requiredText("title")
            guard let id: RatingSource.ID = source.ownID() else { return nil }
            names.claim(id, "source", at: element.offset, in: reading)
            return RatingSource(
                id: id, weight: source.number("weight", .zero...Rational(1_000_000)) ?? .one,
                minimumRespondents: source.count("min-respondents", in: 1...1_000) ?? 1,
                isSelf: source.flag("self", default: false),
                isIdentified: source.flag("identified", default: false), title: title)
        }
    }

    // MARK: Criteria

    private mutating func readCriteria() -> (Combination, [CriterionNode]) {
        guard let element = reader.requiredChild("criteria") else { return (.weightedMean, []) }
        let criteria = ElementReader(
            element, Shape(attributes: ["combine"], children: ["group", "criterion"]), in: reading)
        let combination = criteria.choice("combine", default: Combination.weightedMean)
        let nodes = readMembers(of: criteria)
        places.parents.append(
            .init(
                offset: element.offset, name: "<criteria>", combination: combination, members: nodes
            ))
        return (combination, nodes)
    }

    private mutating func readMembers(of parent: ElementReader) -> [CriterionNode] {
        var nodes: [CriterionNode] = []
        for element in parent.element.elements {
            switch element.name {
            case "criterion":
                guard let criterion = CriterionReader(element, in: reading).read() else { continue }
                places.note(criterion.id, element, in: reading)
                nodes.append(.criterion(criterion))
            case "group": readGroup(element).map { nodes.append(.group($0)) }
            default: continue
            }
        }
        if nodes.isEmpty, parent.children("criterion").isEmpty, parent.children("group").isEmpty {
            reading.error(
                .missingElement, "<\(parent.name)> holds no criteria", at: parent.offset,
                advice: "add a <criterion>")
        }
        return nodes
    }

    private mutating func readGroup(_ element: Markup.Element) -> CriterionGroup? {
        let group = ElementReader(
            element,
            Shape(
                attributes: ["id", "weight", "combine"],
                children: ["title", "description", "group", "criterion"]), in: reading)
        let title = group.requiredText("title")
        let description = group.text("description")
        let combination = group.choice("combine", default: Combination.weightedMean)
        let weight = group.number("weight", .zero...Rational(1_000_000), excluding: .zero)
        let members = readMembers(of: group)
        guard let id: CriterionGroup.ID = group.ownID() else { return nil }
        places.note(id, element, in: reading)
        places.parents.append(
            .init(
                offset: element.offset, name: "group '\(id)'", combination: combination,
                members: members))
        return CriterionGroup(
            id: id, weight: weight, combination: combination, title: title,
            description: description, members: members)
    }

    // MARK: Profiles and verdicts

    private mutating func readProfiles() -> [Profile] {
        var names = UsedNames()
        var profiles: [Profile] = []
        for element in reader.children("profile") {
            let profile = ElementReader(
                element, Shape(attributes: ["id"], children: ["title", "target"]), in: reading)
            let title = profile.requiredText("title")
            let targets = profile.children("target").compactMap { element in
                readTarget(element).map { target in (target, element) }
            }
            if profile.children("target").isEmpty { profile.reportMissing("target") }
            guard let id: Profile.ID = profile.ownID() else { continue }
            names.claim(id, "profile", at: element.offset, in: reading)
            places.targets += targets.map { ($0.0, $0.1.offset) }
            profiles.append(Profile(id: id, title: title, targets: targets.map(\.0)))
        }
        return profiles
    }

    private func readTarget(_ element: Markup.Element) -> Profile.Target? {
        let target = ElementReader(
            element,
            Shape(attributes: ["criterion", "level", "points", "priority", "timeline"]), in: reading
        )
        guard let threshold = target.threshold(level: "level", points: "points"),
            let criterion: Criterion.ID = target.requiredIdentifier("criterion")
        else { return nil }
        return Profile.Target(
            criterion: criterion, threshold: threshold,
            priority: target.choice("priority", default: .supporting),
            timeline: target.words("timeline"))
    }

    private mutating func readBands() -> [VerdictBand] {
        guard let element = reader.child("verdict") else { return [] }
        let verdict = ElementReader(element, Shape(children: ["band"]), in: reading)
        if verdict.children("band").isEmpty { verdict.reportMissing("band") }
        var names = UsedNames()
        var bands: [VerdictBand] = []
        for element in verdict.children("band") {
            guard let band = ScoringReader(reading).band(element) else { continue }
            names.claim(band.id, "band", at: element.offset, in: reading)
            places.bands[band.id] = element.offset
            bands.append(band)
        }
        return bands
    }
}
