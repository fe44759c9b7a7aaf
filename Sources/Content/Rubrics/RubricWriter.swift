package import Assessment

/// Writes a rubric in canonical form.
package enum RubricWriter {
    package static func bytes(of rubric: Rubric) -> [UInt8] {
        var writer = MarkupWriter()
        writer.element(
            "rubric",
            [
                "xmlns": RootKind.rubric.namespace, "id": rubric.id.text, "version": rubric.version,
                "status": rubric.status.word(unless: .active), "supersedes": rubric.supersedes,
                "subjects": rubric.subjects.word(unless: .one), "xml:lang": rubric.language,
            ]
        ) { writer in
            writer.text("title", rubric.title)
            writer.text("description", ifAny: rubric.description)
            for note in rubric.notes { writer.text("note", note) }
            for scale in rubric.scales { write(scale, &writer) }
            for source in rubric.sources { write(source, &writer) }
            writer.element(
                "criteria", ["combine": rubric.combination.word(unless: .weightedMean)]
            ) { CriterionWriter.write(rubric.criteria, &$0) }
            write(rubric.scoring, &writer)
            if let panel = rubric.panel { write(panel, &writer) }
            for profile in rubric.profiles { write(profile, &writer) }
            if let gaps = rubric.gaps { write(gaps, &writer) }
            if !rubric.bands.isEmpty {
                writer.element("verdict") { writer in
                    for band in rubric.bands { write(band, &writer) }
                }
            }
        }
        return writer.bytes
    }

    static func write(_ scale: Scale, _ writer: inout MarkupWriter) {
        writer.element("scale", ["id": scale.id.text]) { writer in
            for level in scale.levels {
                writer.element(
                    "level",
                    ["id": level.id.text, "points": level.points?.description ?? "none"]
                ) { writer in
                    writer.text("label", level.label)
                    writer.text("descriptor", ifAny: level.descriptor)
                }
            }
        }
    }

    private static func write(_ source: RatingSource, _ writer: inout MarkupWriter) {
        writer.element(
            "source",
            [
                "id": source.id.text,
                "weight": source.weight == .one ? nil : source.weight.description,
                "min-respondents": source.minimumRespondents == 1
                    ? nil : "\(source.minimumRespondents)",
                "self": source.isSelf.word(unless: false),
                "identified": source.isIdentified.word(unless: false),
            ]
        ) { $0.text("title", source.title) }
    }

    private static func write(_ scoring: Scoring, _ writer: inout MarkupWriter) {
        guard scoring != Scoring() else { return }
        writer.empty(
            "scoring",
            [
                "base": scoring.base.word(unless: .zero),
                "missing": scoring.missing.word(unless: .incomplete),
                "min-assessed-weight": scoring.minimumAssessedWeight == .zero
                    ? nil : scoring.minimumAssessedWeight.shareText,
                "display-decimals": scoring.displayDecimals == 1
                    ? nil : "\(scoring.displayDecimals)",
            ])
    }

    private static func write(_ panel: Panel, _ writer: inout MarkupWriter) {
        writer.element(
            "panel",
            [
                "quorum": "\(panel.quorum)", "combine": panel.rule.word(unless: .mean),
                "level": panel.level.word(unless: .total),
                "sealed": panel.isSealed.word(unless: true),
                "blind": panel.blindness.word(unless: .none),
                "tolerance-total": panel.toleranceTotal?.shareText,
                "tolerance-levels": panel.toleranceLevels.map(String.init),
                "on-disagreement": panel.disagreement.word(unless: .flag),
                "adjudication": panel.adjudication.word(unless: .replace),
                "severity": panel.severity.word(unless: .report),
            ]
        ) { writer in
            for seat in panel.seats {
                writer.element(
                    "seat",
                    [
                        "id": seat.id.text, "role": seat.role,
                        "min": seat.minimum == 1 ? nil : "\(seat.minimum)",
                        "weight": seat.weight == .one ? nil : seat.weight.description,
                    ]
                ) { $0.text("title", ifAny: seat.title) }
            }
            for conflict in panel.conflicts {
                writer.text(
                    "conflict", ["id": conflict.id.text, "action": conflict.action.rawValue],
                    conflict.description)
            }
            if let calibration = panel.calibration {
                writer.empty(
                    "calibration",
                    [
                        "anchors": "\(calibration.anchors)", "exact": calibration.exact.shareText,
                        "adjacent": calibration.adjacent.shareText,
                        "max-non-adjacent": "\(calibration.maximumNonAdjacent)",
                    ])
            }
        }
    }

    private static func write(_ profile: Profile, _ writer: inout MarkupWriter) {
        writer.element("profile", ["id": profile.id.text]) { writer in
            writer.text("title", profile.title)
            for target in profile.targets {
                writer.empty(
                    "target",
                    [
                        "criterion": target.criterion.text, "level": target.threshold.level,
                        "points": target.threshold.points,
                        "priority": target.priority.word(unless: .supporting),
                        "timeline": target.timeline,
                    ])
            }
        }
    }

    private static func write(_ gaps: GapClasses, _ writer: inout MarkupWriter) {
        writer.element("gaps", ["priority-over": gaps.priorityOver?.description]) { writer in
            for gap in gaps.classes {
                writer.text(
                    "class", ["id": gap.id.text, "max": gap.maximum?.description], gap.label)
            }
        }
    }

    private static func write(_ band: VerdictBand, _ writer: inout MarkupWriter) {
        let condition: (name: String, value: String) =
            switch band.condition {
            case .score(let minimum): ("min", minimum.shareText)
            case .anyMark(let level): ("any", level.text)
            case .everyMark(let level): ("all", level.text)
            case .otherwise: ("otherwise", "yes")
            }
        writer.element(
            "band",
            [
                "id": band.id.text, condition.name: condition.value,
                "passes": band.isPass ? "yes" : nil,
            ]
        ) { writer in
            writer.text("label", band.label)
            writer.text("description", ifAny: band.description)
        }
    }
}

extension Gate.Threshold {
    /// The level's id, where it is a level.
    var level: String? { if case .level(let level) = self { level.text } else { nil } }

    /// The points, where it is points.
    var points: String? { if case .points(let points) = self { points.description } else { nil } }
}
