import Assessment
import Content
import Testing

@Suite struct `A frozen program` {
    @Test(arguments: wholeEdits + componentEdits)
    func `changes its structure hash only with what changes completion`(
        _ edit: Edit<Program>
    ) throws {
        try edit.expect(in: FreezingSample.program()) { try Freezing.program($0) }
    }

    @Test func `has a row here for every field of a program`() throws {
        let edits = Self.wholeEdits + Self.componentEdits
        let fields = FieldWalk.fields(of: try FreezingSample.program())
        #expect(fields.subtracting(edits.map(\.field)).sorted() == [], "fields without a row")
        #expect(Set(edits.map(\.field)).subtracting(fields).sorted() == [], "rows without a field")
    }

    private static let wholeEdits: [Edit<Program>] = [
        Edit("Program.id", .structure) { $0.id = id("z") },
        Edit("Program.version", .words) { $0.version = "9" },
        Edit("Program.language", .words) { $0.language = nil },
        Edit("Program.title", .words) { $0.title += "!" },
        Edit("Program.description", .words) { $0.description = nil },
        Edit("Program.notes", .words) { $0.notes = [] },
        Edit("Program.scales", .structure) { $0.scales.append(Scale(id: id("z"), levels: [])) },
        Edit("Scale.id", .structure) { $0.scales[0].id = id("z") },
        Edit("Scale.levels", .structure) { $0.scales[0].levels.removeLast() },
        Edit("Scale.Level.id", .structure) { $0.scales[0].levels[0].id = id("z") },
        Edit("Scale.Level.points", .structure) { $0.scales[0].levels[1].points = Rational(3) },
        Edit("Scale.Level.label", .words) { $0.scales[0].levels[0].label = "New" },
        Edit("Scale.Level.descriptor", .words) { $0.scales[0].levels[1].descriptor = nil },
        Edit("Program.competencies", .structure) {
            $0.competencies.append(Competency(id: id("z"), scale: id("competency"), title: "Z"))
        },
        Edit("Competency.id", .structure) { $0.competencies[0].id = id("z") },
        Edit("Competency.scale", .structure) { $0.competencies[0].scale = id("z") },
        Edit("Competency.title", .words) { $0.competencies[0].title += "!" },
        Edit("Competency.description", .words) { $0.competencies[0].description = nil },
        Edit("Program.targets", .structure) { $0.targets = [] },
        Edit("Program.Target.competency", .structure) { $0.targets[0].competency = id("z") },
        Edit("Program.Target.level", .structure) { $0.targets[0].level = id("developing") },
        Edit("Program.phases", .words) { $0.phases.removeLast() },
        Edit("Program.Phase.id", .words) { $0.phases[0].id = id("z") },
        Edit("Program.Phase.firstWeek", .words) { $0.phases[0].firstWeek = 2 },
        Edit("Program.Phase.lastWeek", .words) { $0.phases[0].lastWeek = 3 },
        Edit("Program.Phase.title", .words) { $0.phases[0].title += "!" },
        Edit("Program.components", .structure) { $0.components.removeLast() },
        Edit("Program.completion", .structure) { $0.completion.removeLast() },
        Edit("Program.Requirement.count", .structure) { $0.completion[1].count = 1 },
        Edit("Program.Requirement.components", .structure) {
            $0.completion[0].components.removeLast()
        },
    ]

    private static let componentEdits: [Edit<Program>] = [
        .component("Component.id", .structure) { $0.id = id("z") },
        .component("Component.kind", .structure) { $0.kind = .project },
        .component("Component.hours", .words) { $0.hours = nil },
        .component("Component.phase", .words) { $0.phase = nil },
        .component("Component.quiz", .structure, at: 0) { $0.quiz = nil },
        .component("Component.QuizReference.bank", .structure, at: 0) { $0.quiz?.bank = id("z") },
        .component("Component.QuizReference.quiz", .structure, at: 0) { $0.quiz?.quiz = id("z") },
        .component("Component.rubric", .structure) { $0.rubric = nil },
        .component("Component.isGroupWork", .structure) { $0.isGroupWork.toggle() },
        .component("Component.isRequired", .structure) { $0.isRequired.toggle() },
        .component("Component.title", .words) { $0.title += "!" },
        .component("Component.description", .words, at: 0) { $0.description = nil },
        .component("Component.evidence", .structure) { $0.evidence.removeLast() },
        .component("Component.Evidence.id", .structure) { $0.evidence[0].id = id("z") },
        .component("Component.Evidence.kind", .structure) { $0.evidence[0].kind = .link },
        .component("Component.Evidence.minimum", .structure) { $0.evidence[0].minimum = 3 },
        .component("Component.Evidence.text", .words) { $0.evidence[0].text += "!" },
        .component("Component.validations", .structure) { $0.validations.removeLast() },
        .component("Component.Validation.id", .structure) { $0.validations[0].id = id("z") },
        .component("Component.Validation.kind", .structure) { $0.validations[0].kind = .panel },
        .component("Component.Validation.rubric", .structure) { $0.validations[0].rubric = nil },
        .component("Component.Validation.passMark", .structure) {
            $0.validations[0].passMark = nil
        },
        .component("Component.Validation.minimumReviewers", .structure) {
            $0.validations[0].minimumReviewers = 1
        },
        .component("Component.Validation.text", .words) { $0.validations[0].text += "!" },
        .component("Component.develops", .structure) { $0.develops = [] },
    ]
}

extension Edit where Content == Program {
    /// A change to one component: the lab, unless the row says another.
    fileprivate static func component(
        _ field: String, _ effect: Effect, at index: Int = 1,
        _ apply: @escaping @Sendable (inout Component) -> Void
    ) -> Edit {
        Edit(field, effect) { apply(&$0.components[index]) }
    }
}
