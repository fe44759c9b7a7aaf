import Assessment
import Terminal

/// A rubric as a reviewer reads it.
struct RubricPage {
    private let rubric: Rubric
    private var page = Page()

    static func page(of rubric: Rubric) -> Page {
        var builder = RubricPage(rubric: rubric)
        builder.build()
        return builder.page
    }

    private init(rubric: Rubric) {
        self.rubric = rubric
    }

    private mutating func build() {
        page.heading(rubric.title)
        page.paragraph("\(rubric.id), version \(rubric.version), \(rubric.status.rawValue)")
        if let description = rubric.description {
            page.space()
            page.paragraph(description)
        }
        for note in rubric.notes {
            page.space()
            page.item("Note:", note)
        }
        show(rubric.criteria, depth: 0)
        if let panel = rubric.panel { show(panel) }
        for profile in rubric.profiles { show(profile) }
        guard !rubric.bands.isEmpty else { return }
        page.heading("Verdict")
        let hasGates = rubric.allCriteria.contains { $0.gate != nil }
        for band in rubric.bands {
            let gates = band.isPass && hasGates ? ", and every gate met" : ""
            page.item("•", "\(band.label): \(sentence(band.condition))\(gates)")
            page.paragraph(band.description, indent: 2)
        }
    }

    private mutating func show(_ nodes: [CriterionNode], depth: Int) {
        for node in nodes {
            switch node {
            case .group(let group):
                let weight = group.weight.map { " (\($0)%)" } ?? ""
                page.heading(group.title + weight)
                page.paragraph(group.description)
                show(group.members, depth: depth + 1)
            case .criterion(let criterion): show(criterion)
            }
        }
    }

    private mutating func show(_ criterion: Criterion) {
        page.space()
        let weight = criterion.weight.map { ", weight \($0)" } ?? ""
        page.paragraph("\(criterion.title) [\(criterion.id)\(weight)]")
        page.paragraph(criterion.prompt, indent: 2)
        page.paragraph(measure(criterion.kind), indent: 2)
        let levels = levels(of: criterion)
        let widest = levels.map(\.marker.count).max() ?? 0
        for level in levels {
            let margin = String(repeating: " ", count: widest - level.marker.count)
            page.item(margin + level.marker, level.text, indent: 4)
        }
        if criterion.polarity == .lower { page.paragraph("Less is better.", indent: 2) }
        if let guidance = criterion.guidance { page.item("Where to look:", guidance, indent: 2) }
        guard let gate = criterion.gate else { return }
        page.item(
            "Gate:", "at least \(words(gate.threshold, on: criterion)). \(gate.reason)", indent: 2)
    }

    private func levels(of criterion: Criterion) -> [(marker: String, text: String)] {
        guard let id = criterion.kind.scale, let scale = rubric.scales.first(where: { $0.id == id })
        else { return [] }
        return scale.levels.map { level in
            let own = criterion.descriptors.first { $0.level == level.id }
            let points = (own?.points ?? level.points).map { "\($0)" } ?? "–"
            let text = own?.descriptor ?? level.descriptor
            return (points, text.map { "\(level.label). \($0)" } ?? level.label)
        }
    }

    private func words(_ threshold: Gate.Threshold, on criterion: Criterion?) -> String {
        switch threshold {
        case .points(let points): points == .one ? "1 point" : "\(points) points"
        case .level(let id):
            rubric.scales.first { $0.id == criterion?.kind.scale }?.levels
                .first { $0.id == id }?.label ?? id.text
        }
    }

    private func measure(_ kind: Criterion.Kind) -> String? {
        switch kind {
        case .levels, .check: nil
        case .points(let minimum, let maximum, let step):
            "\(minimum) to \(maximum) points" + (step == .one ? "" : " in steps of \(step)")
        case .measure(let target): "Counted; the target is \(target.shareText)."
        case .share(let target, let tolerance):
            "Should be \(target.shareText) of the whole, give or take \(tolerance.shareText)."
        case .text: "Words only, not scored."
        }
    }

    private mutating func show(_ panel: Panel) {
        page.heading("Panel")
        page.item(
            "•",
            "\(counted(panel.quorum, "reviewer")) or more; the verdict rests on the "
                + "\(words(panel.rule)) of their "
                + (panel.level == .total ? "totals" : "marks on each criterion"))
        if panel.isSealed { page.item("•", "marks stay sealed until all are in") }
        if let tolerance = panel.toleranceTotal {
            page.item(
                "•",
                "totals further apart than \(tolerance.shareText): \(words(panel.disagreement))")
        }
        for seat in panel.seats {
            page.item("•", "\(seat.title ?? seat.role): \(seat.minimum) or more")
        }
        for conflict in panel.conflicts {
            let action = conflict.action == .bar ? "may not score" : "has to be declared"
            page.item("•", "\(conflict.description.withoutFullStop): \(action)")
        }
    }

    private mutating func show(_ profile: Profile) {
        page.heading("Profile: \(profile.title)")
        for target in profile.targets {
            let criterion = rubric.allCriteria.first { $0.id == target.criterion }
            let least = words(target.threshold, on: criterion)
            let timeline = target.timeline.map { ", in \($0)" } ?? ""
            let mark = target.priority == .critical ? " (critical)" : ""
            page.item(
                "•", "\(criterion?.title ?? target.criterion.text): \(least)\(timeline)\(mark)")
        }
    }

    private func words(_ rule: Panel.Rule) -> String {
        switch rule {
        case .mean: "mean"
        case .median: "median"
        case .trimmedMean: "trimmed mean"
        case .weightedMean: "weighted mean"
        case .min: "lowest"
        case .max: "highest"
        case .vote: "majority"
        }
    }

    private func words(_ disagreement: Panel.Disagreement) -> String {
        switch disagreement {
        case .flag: "the difference is pointed out"
        case .discuss: "the reviewers talk it over"
        case .adjudicate: "one more reviewer settles it"
        }
    }

    private func sentence(_ condition: VerdictBand.Condition) -> String {
        switch condition {
        case .score(let minimum): "a score of \(minimum.shareText) or more"
        case .anyMark(let level): "some criterion is marked '\(label(level))'"
        case .everyMark(let level): "every assessed criterion is marked '\(label(level))'"
        case .otherwise: "in all other cases"
        }
    }

    /// The level's name on any scale that has it.
    private func label(_ level: Scale.Level.ID) -> String {
        rubric.scales.flatMap(\.levels).first { $0.id == level }?.label ?? level.text
    }
}

extension String {
    /// The same words, ready to be gone on with.
    fileprivate var withoutFullStop: Substring { hasSuffix(".") ? dropLast() : self[...] }
}
