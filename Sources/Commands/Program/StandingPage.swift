import Assessment
import Grading
import Terminal

/// Where somebody stands in a program, in the program's own words.
enum StandingPage {
    static func page(of line: StatusCommand.Line) -> Page {
        let (program, standing) = (line.program, line.standing)
        var page = Page()
        page.heading("\(program.title): \(line.learner.shownName)")
        page.paragraph(summary(of: line))
        page.heading("Components")
        for component in program.components {
            guard let part = standing.parts.first(where: { $0.component == component.id }) else {
                continue
            }
            let state =
                component.asksNothing ? "nothing to hand in" : part.isComplete ? "done" : "open"
            let optional = component.isRequired ? "" : ", not required"
            page.item("•", "\(component.title): \(state)\(optional)")
            for need in part.needs { page.item("-", words(for: need, in: component), indent: 4) }
        }
        guard !standing.levels.isEmpty else { return page }
        page.heading("Competencies")
        for level in standing.levels { page.item("•", words(for: level, in: program)) }
        return page
    }

    /// `Complete.`, or how much of what is required is done.
    static func summary(of line: StatusCommand.Line) -> String {
        if line.standing.verdict == .passed { return "Complete." }
        let (done, all) = progress(of: line)
        return "\(done) of \(all) required components done."
    }

    private static func progress(of line: StatusCommand.Line) -> (done: Int, all: Int) {
        let required = Set(line.program.components.filter(\.isRequired).map(\.id))
        let parts = line.standing.parts.filter { required.contains($0.component) }
        return (parts.count(where: \.isComplete), parts.count)
    }

    // MARK: Words

    /// What is missing, with the words that the program has for it.
    static func words(for need: Standing.Need, in component: Component) -> String {
        func text(_ id: Component.Validation.ID) -> String {
            component.validations.first { $0.id == id }?.text ?? id.text
        }
        switch need {
        case .evidence(let id, let has, let needs):
            let text = component.evidence.first { $0.id == id }?.text ?? id.text
            let count = needs == 1 ? "" : " (\(has) of \(needs))"
            return "To hand in\(count): \(text)"
        case .validation(let id): return "Not there yet: \(text(id))"
        case .reviewers(let id, let has, let needs):
            return "\(has) of \(needs) reviewers so far: \(text(id))"
        case .verdict(let id): return "Not passed: \(text(id))"
        case .score(let id, let has, let needs):
            let score = has.map { "\(percent($0)) where" } ?? "No score, and"
            return "\(score) \(needs.shareText) is needed: \(text(id))"
        case .quiz: return "Not passed yet: the quiz \(component.quiz?.description ?? "")"
        }
    }

    private static func percent(_ share: Rational) -> String {
        let percent = (try? share * .hundred) ?? share
        return percent.rounded(toDecimals: 1, neverAcross: nil) + "%"
    }

    private static func words(for level: Standing.Level, in program: Program) -> String {
        let competency = program.competencies.first { $0.id == level.competency }
        let scale = program.scales.first { $0.id == competency?.scale }
        func label(_ id: Scale.Level.ID) -> String {
            scale?.levels.first { $0.id == id }?.label ?? id.text
        }
        let reached = level.reached.map(label) ?? "no level yet"
        let title = competency?.title ?? level.competency.text
        guard let target = level.target else { return "\(title): \(reached)" }
        if level.isMet == true { return "\(title): \(reached), the target is met" }
        let gap = counted(level.ahead.count, "level")
        return "\(title): \(reached); the target is \(label(target)), \(gap) further"
    }

    // MARK: Tables and data

    static func table(of lines: [StatusCommand.Line]) -> TextTable {
        var table = TextTable([
            .init("LEARNER"), .init("PROGRAM"), .init("DONE"), .init("STATE"), .init("NEXT"),
        ])
        for line in lines {
            let (done, all) = progress(of: line)
            let next = line.program.components.first { component in
                component.isRequired
                    && line.standing.parts.contains {
                        $0.component == component.id && !$0.isComplete
                    }
            }
            let isComplete = line.standing.verdict == .passed
            table.add([
                line.learner.shownName, line.program.id.text, "\(done) of \(all)",
                isComplete ? "complete" : "open", isComplete ? "" : next?.title ?? "",
            ])
        }
        return table
    }

    static func json(_ line: StatusCommand.Line) -> JSON {
        let standing = line.standing
        return .object([
            ("learner", .string(line.learner.handle)), ("program", .string(line.program.id.text)),
            ("complete", .bool(standing.verdict == .passed)),
            (
                "components",
                .array(
                    line.program.components.compactMap { component in
                        guard
                            let part = standing.parts.first(where: {
                                $0.component == component.id
                            })
                        else { return nil }
                        return [
                            "component": .string(component.id.text),
                            "complete": .bool(part.isComplete),
                            "required": .bool(component.isRequired),
                            "missing": .array(
                                part.needs.map { .string(words(for: $0, in: component)) }),
                        ]
                    })
            ),
            (
                "competencies",
                .array(
                    standing.levels.map {
                        [
                            "competency": .string($0.competency.text),
                            "reached": .optional($0.reached?.text),
                            "target": .optional($0.target?.text),
                            "gap": $0.gap.map { .integer($0) } ?? .null,
                        ]
                    })
            ),
        ])
    }
}

extension Component {
    /// Whether there is nothing to hand in and nothing to pass.
    var asksNothing: Bool { evidence.isEmpty && validations.isEmpty && quiz == nil }
}
