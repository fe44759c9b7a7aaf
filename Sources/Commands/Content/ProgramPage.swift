import Assessment
import Terminal

/// A program as a learner reads it.
struct ProgramPage {
    private let program: Program
    private var page = Page()

    static func page(of program: Program) -> Page {
        var builder = ProgramPage(program: program)
        builder.build()
        return builder.page
    }

    private init(program: Program) {
        self.program = program
    }

    private mutating func build() {
        page.heading(program.title)
        page.paragraph("\(program.id), version \(program.version)")
        if let description = program.description {
            page.space()
            page.paragraph(description)
        }
        for note in program.notes {
            page.space()
            page.item("Note:", note)
        }
        if !program.targets.isEmpty {
            page.heading("What you can do at the end")
            for target in program.targets { page.item("•", sentence(target)) }
        }
        if !program.phases.isEmpty {
            page.heading("Weeks")
            for phase in program.phases {
                let weeks =
                    phase.firstWeek == phase.lastWeek
                    ? "\(phase.firstWeek)" : "\(phase.firstWeek)–\(phase.lastWeek)"
                page.item("\(weeks):", phase.title)
            }
        }
        page.heading("Parts")
        for component in program.components { show(component) }
        showCompletion()
    }

    private mutating func show(_ component: Component) {
        page.space()
        let hours = component.hours.map { $0 == .one ? ", 1 hour" : ", \($0) hours" } ?? ""
        let optional = component.isRequired ? "" : ", optional"
        let group = component.isGroupWork ? ", in a team" : ""
        page.paragraph("\(component.title) (\(component.kind.rawValue)\(hours)\(group)\(optional))")
        page.paragraph(component.description, indent: 2)
        for evidence in component.evidence {
            page.item("Hand in:", evidence.text, indent: 2)
        }
        for validation in component.validations {
            page.item("Complete when:", validation.text, indent: 2)
        }
        for target in component.develops { page.item("Builds:", sentence(target), indent: 2) }
    }

    private func sentence(_ target: Program.Target) -> String {
        let competency = program.competencies.first { $0.id == target.competency }
        let level = program.scales.first { $0.id == competency?.scale }?.levels
            .first { $0.id == target.level }
        return
            "\(competency?.title ?? target.competency.text), \(level?.label ?? target.level.text)"
    }

    private mutating func showCompletion() {
        guard !program.completion.isEmpty else { return }
        page.heading("Complete with")
        for requirement in program.completion {
            let titles = requirement.components.map { id in
                program.components.first { $0.id == id }?.title ?? id.text
            }
            let count = requirement.count.map { "\($0) of: " } ?? "all of: "
            page.item("•", count + titles.joined(separator: "; "))
        }
    }
}
