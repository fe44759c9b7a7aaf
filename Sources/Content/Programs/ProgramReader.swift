package import Assessment
package import MarkupReading

/// Reads a program, and checks that it can be completed.
package struct ProgramReader {
    private static let shape = Shape(
        attributes: ["id", "version", "xml:lang"],
        children: [
            "title", "description", "note", "scale", "competency", "target", "phase", "component",
            "completion",
        ])

    private let reader: ElementReader
    private var references = ProgramReferences()

    private var reading: Reading { reader.reading }

    /// The program as far as it could be read; nil where the file is no program.
    package static func program(
        from source: SourceText, limits: MarkupLimits = MarkupLimits(),
        into diagnostics: inout Diagnostics
    ) -> Program? {
        Reading.value(of: .program, from: source, limits, into: &diagnostics) { root, reading in
            var reader = ProgramReader(reader: ElementReader(root, shape, in: reading))
            return reader.read()
        }
    }

    private init(reader: ElementReader) {
        self.reader = reader
    }

    private mutating func read() -> Program? {
        let version = reader.requiredVersion()
        let title = reader.requiredText("title")
        let scales = readScales()
        let competencies = readCompetencies()
        let targets = readTargets()
        let phases = readPhases()
        let components = readComponents()
        let completion = readCompletion()
        references.check(
            scales: scales, competencies: competencies, phases: phases, components: components,
            in: reading)
        guard let id: Program.ID = reader.ownID() else { return nil }
        return Program(
            id: id, version: version, language: reader.language(), title: title,
            description: reader.text("description"), notes: reader.texts("note"), scales: scales,
            competencies: competencies, targets: targets, phases: phases, components: components,
            completion: completion)
    }

    private func readScales() -> [Scale] {
        var names = UsedNames()
        return reader.children("scale").compactMap { element in
            guard let scale = ScaleReader(element, in: reading).read() else { return nil }
            names.claim(scale.id, "scale", at: element.offset, in: reading)
            return scale
        }
    }

    private mutating func readCompetencies() -> [Competency] {
        var names = UsedNames()
        var competencies: [Competency] = []
        for element in reader.children("competency") {
            let competency = ElementReader(
                element, Shape(attributes: ["id", "scale"], children: ["title", "description"]),
                in: reading)
            let title = competency.requiredText("title")
            let description = competency.text("description")
            guard let scale: Scale.ID = competency.requiredIdentifier("scale"),
                let id: Competency.ID = competency.ownID()
            else { continue }
            names.claim(id, "competency", at: element.offset, in: reading)
            references.scales.append((scale, competency.offset(of: "scale")))
            competencies.append(
                Competency(id: id, scale: scale, title: title, description: description))
        }
        return competencies
    }

    private mutating func readTargets() -> [Program.Target] {
        let found = reader.children("target").compactMap { element in
            ElementReader.target(element, in: reading).map { ($0, element) }
        }
        references.targets += found
        return found.map(\.0)
    }

    private func readPhases() -> [Program.Phase] {
        var names = UsedNames()
        return reader.children("phase").compactMap { element in
            let phase = ElementReader(
                element, Shape(attributes: ["id", "weeks"], children: ["title"]), in: reading)
            let title = phase.requiredText("title")
            guard let text = phase.requiredAttribute("weeks") else { return nil }
            let weeks = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
                part.utf8.count <= 3 && part.utf8.allSatisfy { (48...57).contains($0) }
                    ? Int(part) : nil
            }
            guard weeks.count <= 2, let first = weeks.first ?? nil, let last = weeks.last ?? nil,
                first >= 1, first <= last
            else {
                reading.error(
                    .badValue, "'\(text.shortened)' is not a stretch of weeks",
                    at: phase.offset(of: "weeks"), advice: "write a week or two, such as 3 or 1-2")
                return nil
            }
            guard let id: Program.Phase.ID = phase.ownID() else { return nil }
            names.claim(id, "phase", at: element.offset, in: reading)
            return Program.Phase(id: id, firstWeek: first, lastWeek: last, title: title)
        }
    }

    private mutating func readComponents() -> [Component] {
        var names = UsedNames()
        var components: [Component] = []
        for element in reader.children("component") {
            let component = ComponentReader(element, in: reading)
            guard let value = component.read() else { continue }
            names.claim(value.id, "component", at: element.offset, in: reading)
            references.targets += component.targets
            if let phase = value.phase {
                references.phases.append(
                    (phase, element.attribute("phase")?.offset ?? element.offset))
            }
            components.append(value)
        }
        if reader.children("component").isEmpty { reader.reportMissing("component") }
        return components
    }

    // MARK: Completion

    private mutating func readCompletion() -> [Program.Requirement] {
        guard let element = reader.child("completion") else { return [] }
        let completion = ElementReader(
            element, Shape(children: ["all-of", "any-of"]), in: reading)
        var requirements: [Program.Requirement] = []
        for child in element.elements where child.name == "all-of" || child.name == "any-of" {
            let isAny = child.name == "any-of"
            let rule = ElementReader(
                child, Shape(attributes: isAny ? ["count"] : [], children: ["require"]), in: reading
            )
            var components: [Component.ID] = []
            for element in rule.children("require") {
                let require = ElementReader(element, Shape(attributes: ["component"]), in: reading)
                guard let id: Component.ID = require.requiredIdentifier("component") else {
                    continue
                }
                references.components.append((id, require.offset(of: "component")))
                components.append(id)
            }
            if components.isEmpty { rule.reportMissing("require") }
            let count = isAny ? readCount(of: rule, among: components.count) : nil
            requirements.append(Program.Requirement(count: count, components: components))
        }
        if requirements.isEmpty { completion.reportMissing("all-of") }
        return requirements
    }

    private func readCount(of rule: ElementReader, among components: Int) -> Int? {
        guard rule.requiredAttribute("count") != nil, let count = rule.count("count", in: 1...1_000)
        else { return nil }
        if count > components {
            reading.error(
                .unreachable, "\(count) of \(components) components can never be complete",
                at: rule.offset(of: "count"), advice: "lower the count, or require more components")
        }
        return count
    }
}

/// What the parts of a program point at, and from where.
struct ProgramReferences {
    var scales: [(Scale.ID, Int)] = []
    var targets: [(Program.Target, Markup.Element)] = []
    var phases: [(Program.Phase.ID, Int)] = []
    var components: [(Component.ID, Int)] = []

    func check(
        scales known: [Scale], competencies: [Competency], phases declared: [Program.Phase],
        components parts: [Component], in reading: Reading
    ) {
        for (id, offset) in scales where !known.contains(where: { $0.id == id }) {
            reading.reportDangling("scale", id, among: known.map(\.id), at: offset)
        }
        for (id, offset) in phases where !declared.contains(where: { $0.id == id }) {
            reading.reportDangling("phase", id, among: declared.map(\.id), at: offset)
        }
        for (id, offset) in components where !parts.contains(where: { $0.id == id }) {
            reading.reportDangling("component", id, among: parts.map(\.id), at: offset)
        }
        for (target, element) in targets {
            guard let competency = competencies.first(where: { $0.id == target.competency }) else {
                reading.reportDangling(
                    "competency", target.competency, among: competencies.map(\.id),
                    at: element.attribute("competency")?.offset ?? element.offset)
                continue
            }
            guard let scale = known.first(where: { $0.id == competency.scale }),
                !scale.levels.contains(where: { $0.id == target.level })
            else { continue }
            reading.reportDangling(
                "level of scale '\(scale.id)'", target.level, among: scale.levels.map(\.id),
                at: element.attribute("level")?.offset ?? element.offset)
        }
    }
}
