import Assessment
import Content
import Testing

@Suite struct `A frozen rubric` {
    @Test(arguments: wholeEdits + criterionEdits + groupEdits + .verdict + .panel)
    func `changes its structure hash only with what changes marks`(_ edit: Edit<Rubric>) throws {
        try edit.expect(in: FreezingSample.rubric()) { try Freezing.rubric($0) }
    }

    @Test func `has a row here for every field of a rubric`() throws {
        let edits =
            Self.wholeEdits + Self.criterionEdits + Self.groupEdits + .verdict + .panel
        let fields = FieldWalk.fields(of: try FreezingSample.rubric())
        #expect(fields.subtracting(edits.map(\.field)).sorted() == [], "fields without a row")
        #expect(Set(edits.map(\.field)).subtracting(fields).sorted() == [], "rows without a field")
    }

    private static let wholeEdits: [Edit<Rubric>] = [
        Edit("Rubric.id", .structure) { $0.id = id("other") },
        Edit("Rubric.version", .words) { $0.version = "9" },
        Edit("Rubric.status", .words) { $0.status = .active },
        Edit("Rubric.supersedes", .words) { $0.supersedes = nil },
        Edit("Rubric.language", .words) { $0.language = nil },
        Edit("Rubric.subjects", .rules([.scoring])) { $0.subjects = .one },
        Edit("Rubric.title", .words) { $0.title += "!" },
        Edit("Rubric.description", .words) { $0.description = nil },
        Edit("Rubric.notes", .words) { $0.notes.removeLast() },
        Edit("Rubric.scales", .rules([.other])) {
            $0.scales.append(Scale(id: id("z"), levels: []))
        },
        Edit("Rubric.sources", .rules([.sources])) { $0.sources.removeLast() },
        Edit("Rubric.combination", .rules([.combination])) { $0.combination = .min },
        Edit("Rubric.criteria", .rules([.other])) { $0.criteria.reverse() },
        Edit("Rubric.criteria", .structure) { $0.criteria.removeLast() },
        Edit("Rubric.scoring", .rules([.scoring])) { $0.scoring = Scoring() },
        Edit("Rubric.panel", .rules([.panel])) { $0.panel = nil },
        Edit("Rubric.profiles", .rules([.profiles])) { $0.profiles = [] },
        Edit("Rubric.gaps", .rules([.gaps])) { $0.gaps = nil },
        Edit("Rubric.bands", .rules([.bands])) { $0.bands.removeLast() },
        Edit("Scale.id", .structure) { $0.scales[0].id = id("z") },
        Edit("Scale.levels", .rescores([.levels])) { $0.scales[0].levels.removeLast() },
        Edit("Scale.Level.id", .rescores([.levels])) { $0.scales[0].levels[0].id = id("z") },
        Edit("Scale.Level.points", .rescores([.levels])) {
            $0.scales[0].levels[2].points = Rational(5)
        },
        Edit("Scale.Level.label", .words) { $0.scales[0].levels[0].label = "Absent" },
        Edit("Scale.Level.descriptor", .words) { $0.scales[0].levels[0].descriptor = nil },
        Edit("RatingSource.id", .rules([.sources])) { $0.sources[0].id = id("z") },
        Edit("RatingSource.weight", .rules([.sources])) { $0.sources[0].weight = .one },
        Edit("RatingSource.minimumRespondents", .rules([.sources])) {
            $0.sources[1].minimumRespondents = 4
        },
        Edit("RatingSource.isSelf", .rules([.sources])) { $0.sources[0].isSelf = false },
        Edit("RatingSource.isIdentified", .rules([.sources])) {
            $0.sources[0].isIdentified = false
        },
        Edit("RatingSource.title", .words) { $0.sources[0].title = "You" },
    ]

    private static let criterionEdits: [Edit<Rubric>] = [
        .criterion("Criterion.id", .structure) { $0.id = id("z") },
        .criterion("Criterion.kind", .rescores([.levels])) {
            $0.kind = .check(scale: id("mastery"))
        },
        .criterion("Criterion.Kind.levels.scale", .rescores([.levels])) {
            $0.kind = .levels(scale: id("met"))
        },
        .criterion("Criterion.Kind.check.scale", .rescores([.levels]), in: "style") {
            $0.kind = .check(scale: id("mastery"))
        },
        .criterion("Criterion.Kind.points.minimum", .rescores([.levels]), in: "names") {
            $0.kind = .points(minimum: .zero, maximum: Rational(10), step: share("0.5"))
        },
        .criterion("Criterion.Kind.points.maximum", .rescores([.levels]), in: "names") {
            $0.kind = .points(minimum: Rational(-2), maximum: Rational(11), step: share("0.5"))
        },
        .criterion("Criterion.Kind.points.step", .rescores([.levels]), in: "names") {
            $0.kind = .points(minimum: Rational(-2), maximum: Rational(10), step: .one)
        },
        .criterion("Criterion.Kind.measure.target", .rescores([.levels]), in: "on-time") {
            $0.kind = .measure(target: share("91%"))
        },
        .criterion("Criterion.Kind.share.target", .rescores([.levels]), in: "time-spent") {
            $0.kind = .share(target: share("71%"), tolerance: share("5%"))
        },
        .criterion("Criterion.Kind.share.tolerance", .rescores([.levels]), in: "time-spent") {
            $0.kind = .share(target: share("70%"), tolerance: .zero)
        },
        .criterion("Criterion.weight", .rescores([.weight])) { $0.weight = Rational(34) },
        .criterion("Criterion.polarity", .rescores([.levels])) { $0.polarity = .lower },
        .criterion("Criterion.commentRule", .rescores([.conditions])) { $0.commentRule = .always },
        .criterion("Criterion.commentBelow", .rescores([.conditions])) {
            $0.commentBelow = id("partial")
        },
        .criterion("Criterion.evidenceRule", .rescores([.conditions])) { $0.evidenceRule = .none },
        .criterion("Criterion.allowsNotApplicable", .rescores([.levels])) {
            $0.allowsNotApplicable = true
        },
        .criterion("Criterion.audience", .words) { $0.audience = .reviewer },
        .criterion("Criterion.competency", .rescores([.conditions])) { $0.competency = id("z") },
        .criterion("Criterion.sources", .rescores([.conditions])) { $0.sources = [id("self")] },
        .criterion("Criterion.title", .words) { $0.title += "!" },
        .criterion("Criterion.prompt", .words) { $0.prompt = nil },
        .criterion("Criterion.guidance", .words) { $0.guidance = nil },
        .criterion("Criterion.guidanceAudience", .words) { $0.guidanceAudience = .all },
        .criterion("Criterion.gate", .rescores([.gate])) { $0.gate = nil },
        .criterion("Criterion.descriptors", .words) { $0.descriptors.removeLast() },
        .criterion("Criterion.descriptors", .rescores([.levels])) { $0.descriptors.removeFirst() },
        .criterion("Criterion.statements", .words) { $0.statements = [] },
        .criterion("Gate.threshold", .rescores([.gate])) { $0.gate?.threshold = .points(.one) },
        .criterion("Gate.Threshold.level", .rescores([.gate])) {
            $0.gate?.threshold = .level(id("full"))
        },
        .criterion("Gate.Threshold.points", .rescores([.gate]), in: "names") {
            $0.gate?.threshold = .points(.zero)
        },
        .criterion("Gate.judge", .rescores([.gate])) { $0.gate?.judge = .panel },
        .criterion("Gate.waivableBy", .rescores([.gate])) { $0.gate?.waivableBy = nil },
        .criterion("Gate.reason", .words) { $0.gate?.reason = "So." },
        .criterion("Criterion.LevelDescriptor.level", .rescores([.levels])) {
            $0.descriptors[0].level = id("z")
        },
        .criterion("Criterion.LevelDescriptor.level", .words) { $0.descriptors[1].level = id("z") },
        .criterion("Criterion.LevelDescriptor.points", .rescores([.levels])) {
            $0.descriptors[0].points = nil
        },
        .criterion("Criterion.LevelDescriptor.descriptor", .words) {
            $0.descriptors[0].descriptor = "None."
        },
        .criterion("Criterion.LevelDescriptor.feedback", .words) {
            $0.descriptors[1].feedback = nil
        },
        .criterion("Criterion.Statement.id", .words) { $0.statements[0].id = id("z") },
        .criterion("Criterion.Statement.level", .words) { $0.statements[0].level = nil },
        .criterion("Criterion.Statement.text", .words) { $0.statements[0].text = "More." },
    ]

    private static let groupEdits: [Edit<Rubric>] = [
        .group("CriterionGroup.id", .structure) { $0.id = id("z") },
        .group("CriterionGroup.weight", .structure) { $0.weight = Rational(62) },
        .group("CriterionGroup.combination", .structure) { $0.combination = .all },
        .group("CriterionGroup.title", .words) { $0.title += "!" },
        .group("CriterionGroup.description", .words) { $0.description = nil },
        .group("CriterionGroup.members", .structure) { $0.members.removeLast() },
    ]
}

extension Edit where Content == Rubric {
    fileprivate static func criterion(
        _ field: String, _ effect: Effect, in name: String = "depth",
        _ apply: @escaping @Sendable (inout Criterion) -> Void
    ) -> Edit {
        Edit(field, effect) { $0.criteria.change(name, apply) }
    }

    fileprivate static func group(
        _ field: String, _ effect: Effect,
        _ apply: @escaping @Sendable (inout CriterionGroup) -> Void
    ) -> Edit {
        Edit(field, effect) { rubric in
            guard case .group(var group) = rubric.criteria[0] else { return }
            apply(&group)
            rubric.criteria[0] = .group(group)
        }
    }
}

extension [CriterionNode] {
    /// Changes a criterion wherever it stands.
    fileprivate mutating func change(_ name: String, _ apply: (inout Criterion) -> Void) {
        for index in indices {
            switch self[index] {
            case .criterion(var criterion) where criterion.id.text == name:
                apply(&criterion)
                self[index] = .criterion(criterion)
            case .group(var group):
                group.members.change(name, apply)
                self[index] = .group(group)
            case .criterion: continue
            }
        }
    }
}
