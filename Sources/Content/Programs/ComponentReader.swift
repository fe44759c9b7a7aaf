import Assessment
import MarkupReading

/// Reads one part of a program with what it asks for and who says yes.
struct ComponentReader {
    private static let shape = Shape(
        attributes: ["id", "kind", "hours", "phase", "quiz", "rubric", "group", "required"],
        children: ["title", "description", "evidence", "validation", "develops"])

    private let reader: ElementReader
    /// What it develops, with the elements that say so.
    let targets: [(Program.Target, Markup.Element)]

    init(_ element: Markup.Element, in reading: Reading) {
        reader = ElementReader(element, Self.shape, in: reading)
        targets = reader.children("develops").compactMap { element in
            ElementReader.target(element, in: reading).map { ($0, element) }
        }
    }

    private var reading: Reading { reader.reading }

    func read() -> Component? {
        let title = reader.requiredText("title")
        let description = reader.text("description")
        let evidence = readEvidence()
        let validations = readValidations()
        let develops = targets.map(\.0)
        let kind: Component.Kind? = reader.requiredChoice("kind")
        guard let kind, let id: Component.ID = reader.ownID() else { return nil }
        let quiz = readQuiz()
        if kind == .quiz, reader.attribute("quiz") == nil {
            reading.error(
                .missingAttribute, "component '\(id)' does not say which quiz it is",
                at: reader.offset,
                advice: "add quiz=\"bank/quiz\"")
        }
        if kind != .reading, kind != .quiz, validations.isEmpty {
            reading.error(
                .missingElement, "nobody says when component '\(id)' is complete",
                at: reader.offset,
                advice: "add a <validation>")
        }
        return Component(
            id: id, kind: kind,
            hours: reader.number("hours", .zero...Rational(10_000), excluding: .zero),
            phase: reader.identifier("phase"), quiz: quiz, rubric: reader.identifier("rubric"),
            isGroupWork: reader.flag("group", default: false),
            isRequired: reader.flag("required", default: true), title: title,
            description: description, evidence: evidence, validations: validations,
            develops: develops)
    }

    private func readQuiz() -> Component.QuizReference? {
        guard let text = reader.attribute("quiz") else { return nil }
        if let quiz = Component.QuizReference(text: text) { return quiz }
        reading.error(
            .badValue, "'\(text.shortened)' names no quiz", at: reader.offset(of: "quiz"),
            advice:
                "write the bank's id, a slash and the quiz's id, such as module-210/knowledge-check"
        )
        return nil
    }

    private func readEvidence() -> [Component.Evidence] {
        var names = UsedNames()
        return reader.children("evidence").compactMap { element in
            let evidence = ElementReader(
                element, Shape(attributes: ["id", "kind", "min"], holdsText: true), in: reading)
            let text = evidence.ownText()
            guard let kind: Component.Evidence.Kind = evidence.requiredChoice("kind"),
                let id: Component.Evidence.ID = evidence.ownID()
            else { return nil }
            names.claim(id, "piece of evidence", at: element.offset, in: reading)
            return Component.Evidence(
                id: id, kind: kind, minimum: evidence.count("min", in: 0...1_000) ?? 1, text: text)
        }
    }

    private func readValidations() -> [Component.Validation] {
        var names = UsedNames()
        return reader.children("validation").compactMap { element in
            let validation = ElementReader(
                element,
                Shape(
                    attributes: ["id", "kind", "rubric", "pass", "min-reviewers"], holdsText: true),
                in: reading)
            let text = validation.ownText()
            guard let kind: Component.Validation.Kind = validation.requiredChoice("kind"),
                let id: Component.Validation.ID = validation.ownID()
            else { return nil }
            names.claim(id, "validation", at: element.offset, in: reading)
            return Component.Validation(
                id: id, kind: kind, rubric: validation.identifier("rubric"),
                passMark: validation.share("pass", .zero...Rational.one),
                minimumReviewers: validation.count("min-reviewers", in: 1...100) ?? 1, text: text)
        }
    }
}

extension ElementReader {
    /// A level of a competency, as `<target>` and `<develops>` name it.
    static func target(_ element: Markup.Element, in reading: Reading) -> Program.Target? {
        let target = ElementReader(
            element, Shape(attributes: ["competency", "level"]), in: reading)
        guard let competency: Competency.ID = target.requiredIdentifier("competency"),
            let level: Scale.Level.ID = target.requiredIdentifier("level")
        else { return nil }
        return Program.Target(competency: competency, level: level)
    }
}
