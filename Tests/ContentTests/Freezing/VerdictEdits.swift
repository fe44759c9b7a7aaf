import Assessment
import Content

/// One change to each field that makes a verdict of marks.
extension [Edit<Rubric>] {
    static let verdict: Self = [
        Edit("Scoring.base", .rules([.scoring])) { $0.scoring.base = .zero },
        Edit("Scoring.missing", .rules([.scoring])) { $0.scoring.missing = .incomplete },
        Edit("Scoring.minimumAssessedWeight", .rules([.scoring])) {
            $0.scoring.minimumAssessedWeight = .one
        },
        Edit("Scoring.displayDecimals", .words) { $0.scoring.displayDecimals = 0 },
        Edit("Profile.id", .rules([.profiles])) { $0.profiles[0].id = id("z") },
        Edit("Profile.title", .words) { $0.profiles[0].title = "Staff" },
        Edit("Profile.targets", .rules([.profiles])) { $0.profiles[0].targets.removeLast() },
        Edit("Profile.Target.criterion", .rules([.profiles])) {
            $0.profiles[0].targets[0].criterion = id("style")
        },
        Edit("Profile.Target.threshold", .rules([.profiles])) {
            $0.profiles[0].targets[0].threshold = .points(.one)
        },
        Edit("Profile.Target.priority", .rules([.profiles])) {
            $0.profiles[0].targets[0].priority = .supporting
        },
        Edit("Profile.Target.timeline", .words) { $0.profiles[0].targets[0].timeline = nil },
        Edit("GapClasses.priorityOver", .rules([.gaps])) { $0.gaps?.priorityOver = nil },
        Edit("GapClasses.classes", .rules([.gaps])) { $0.gaps?.classes.removeFirst() },
        Edit("GapClasses.Class.id", .rules([.gaps])) { $0.gaps?.classes[0].id = id("z") },
        Edit("GapClasses.Class.maximum", .rules([.gaps])) { $0.gaps?.classes[0].maximum = .one },
        Edit("GapClasses.Class.label", .words) { $0.gaps?.classes[0].label = "Now" },
        Edit("VerdictBand.id", .rules([.bands])) { $0.bands[0].id = id("z") },
        Edit("VerdictBand.condition", .rules([.bands])) {
            $0.bands[0].condition = .everyMark(id("missing"))
        },
        Edit("VerdictBand.Condition.score.atLeast", .rules([.bands])) {
            $0.bands[2].condition = .score(atLeast: share("81%"))
        },
        Edit("VerdictBand.Condition.anyMark", .rules([.bands])) {
            $0.bands[0].condition = .anyMark(id("partial"))
        },
        Edit("VerdictBand.Condition.everyMark", .rules([.bands])) {
            $0.bands[1].condition = .everyMark(id("partial"))
        },
        Edit("VerdictBand.isPass", .rules([.bands])) { $0.bands[0].isPass = true },
        Edit("VerdictBand.label", .words) { $0.bands[0].label = "Halted" },
        Edit("VerdictBand.description", .words) { $0.bands[0].description = nil },
    ]

    static let panel: Self = [
        .panel("Panel.quorum", .rules([.panel])) { $0.quorum = 2 },
        .panel("Panel.rule", .rules([.panel])) { $0.rule = .median },
        .panel("Panel.level", .rules([.panel])) { $0.level = .total },
        .panel("Panel.isSealed", .rules([.panel])) { $0.isSealed = true },
        .panel("Panel.blindness", .rules([.panel])) { $0.blindness = .none },
        .panel("Panel.toleranceTotal", .rules([.panel])) { $0.toleranceTotal = nil },
        .panel("Panel.toleranceLevels", .rules([.panel])) { $0.toleranceLevels = 2 },
        .panel("Panel.disagreement", .rules([.panel])) { $0.disagreement = .discuss },
        .panel("Panel.adjudication", .rules([.panel])) { $0.adjudication = .meanOfAll },
        .panel("Panel.severity", .rules([.panel])) { $0.severity = .off },
        .panel("Panel.seats", .rules([.panel])) { $0.seats.removeLast() },
        .panel("Panel.conflicts", .rules([.panel])) { $0.conflicts.removeLast() },
        .panel("Panel.calibration", .rules([.panel])) { $0.calibration = nil },
        .panel("Panel.Seat.id", .rules([.panel])) { $0.seats[0].id = id("z") },
        .panel("Panel.Seat.role", .rules([.panel])) { $0.seats[0].role = "lead" },
        .panel("Panel.Seat.minimum", .rules([.panel])) { $0.seats[0].minimum = 2 },
        .panel("Panel.Seat.weight", .rules([.panel])) { $0.seats[0].weight = .one },
        .panel("Panel.Seat.title", .words) { $0.seats[0].title = nil },
        .panel("Panel.Conflict.id", .rules([.panel])) { $0.conflicts[0].id = id("z") },
        .panel("Panel.Conflict.action", .rules([.panel])) { $0.conflicts[0].action = .declare },
        .panel("Panel.Conflict.description", .words) { $0.conflicts[0].description = "Boss." },
        .panel("Panel.Calibration.anchors", .rules([.panel])) { $0.calibration?.anchors = 4 },
        .panel("Panel.Calibration.exact", .rules([.panel])) {
            $0.calibration?.exact = share("61%")
        },
        .panel("Panel.Calibration.adjacent", .rules([.panel])) {
            $0.calibration?.adjacent = share("91%")
        },
        .panel("Panel.Calibration.maximumNonAdjacent", .rules([.panel])) {
            $0.calibration?.maximumNonAdjacent = 1
        },
    ]
}

extension Edit where Content == Rubric {
    fileprivate static func panel(
        _ field: String, _ effect: Effect, _ apply: @escaping @Sendable (inout Panel) -> Void
    ) -> Edit {
        Edit(field, effect) { rubric in
            guard var panel = rubric.panel else { return }
            apply(&panel)
            rubric.panel = panel
        }
    }
}
