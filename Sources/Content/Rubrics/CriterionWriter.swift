import Assessment

/// Writes groups and criteria.
enum CriterionWriter {
    static func write(_ nodes: [CriterionNode], _ writer: inout MarkupWriter) {
        for node in nodes {
            switch node {
            case .group(let group): write(group, &writer)
            case .criterion(let criterion): write(criterion, &writer)
            }
        }
    }

    private static func write(_ group: CriterionGroup, _ writer: inout MarkupWriter) {
        writer.element(
            "group",
            [
                "id": group.id.text, "weight": group.weight?.description,
                "combine": group.combination.word(unless: .weightedMean),
            ]
        ) { writer in
            writer.text("title", group.title)
            writer.text("description", ifAny: group.description)
            write(group.members, &writer)
        }
    }

    private static func write(_ criterion: Criterion, _ writer: inout MarkupWriter) {
        writer.element("criterion", attributes(of: criterion)) { writer in
            writer.text("title", criterion.title)
            writer.text("prompt", ifAny: criterion.prompt)
            if let guidance = criterion.guidance {
                writer.text(
                    "guidance", ["audience": criterion.guidanceAudience.word(unless: .reviewer)],
                    guidance)
            }
            if let gate = criterion.gate {
                writer.text(
                    "gate",
                    [
                        "min-level": gate.threshold.level, "min-points": gate.threshold.points,
                        "judged-on": gate.judge.word(unless: .panel),
                        "waivable-by": gate.waivableBy,
                    ], gate.reason)
            }
            for level in criterion.descriptors {
                writer.element(
                    "level", ["ref": level.level.text, "points": level.points?.description]
                ) { writer in
                    writer.text("descriptor", level.descriptor)
                    writer.text("feedback", ifAny: level.feedback)
                }
            }
            for statement in criterion.statements {
                writer.text(
                    "statement", ["id": statement.id.text, "level": statement.level?.text],
                    statement.text)
            }
        }
    }

    private static func attributes(of criterion: Criterion) -> MarkupWriter.Attributes {
        var range: (minimum: String?, maximum: String?, step: String?)
        var target: String?
        var tolerance: String?
        switch criterion.kind {
        case .levels, .check, .text: break
        case .points(let minimum, let maximum, let step):
            range = (
                minimum.description, maximum.description, step == .one ? nil : step.description
            )
        case .measure(let share): target = share.shareText
        case .share(let share, let slack):
            target = share.shareText
            tolerance = slack == .zero ? nil : slack.shareText
        }
        return [
            "id": criterion.id.text, "kind": criterion.kind.name,
            "scale": criterion.kind.scale?.text, "min": range.minimum, "max": range.maximum,
            "step": range.step, "target": target, "tolerance": tolerance,
            "weight": criterion.weight?.description,
            "polarity": criterion.polarity.word(unless: .higher),
            "comment": criterion.commentRule.word(unless: .optional),
            "comment-below": criterion.commentBelow?.text,
            "evidence": criterion.evidenceRule.word(unless: .none),
            "not-applicable": criterion.allowsNotApplicable ? "allowed" : nil,
            "audience": criterion.audience.word(unless: .all),
            "competency": criterion.competency?.text,
            "sources": criterion.sources.isEmpty
                ? nil : criterion.sources.map(\.text).joined(separator: " "),
        ]
    }
}
