import Assessment
import MarkupReading

extension RubricConsistency {
    /// What a criterion says of scales, levels, sources and comments.
    func check(_ criterion: Criterion) {
        guard let element = places.criteria[criterion.id] else { return }
        let scale = criterion.kind.scale.flatMap { id in
            if scales[id] == nil {
                reading.reportDangling(
                    "scale", id.text, among: rubric.scales.map(\.id.text),
                    at: place("scale", element))
            }
            return scales[id]
        }
        if let scale {
            checkLevels(of: criterion, on: scale, element)
        } else if criterion.kind.scale == nil {
            for (_, offset) in namedLevels(of: element) {
                reading.error(
                    .danglingID, "criterion '\(criterion.id)' has no scale, and so no levels",
                    at: offset, advice: "remove the level, or choose kind=\"levels\"")
            }
        }
        checkGate(of: criterion, element)
        let sources = Set(rubric.sources.map(\.id))
        for source in criterion.sources where !sources.contains(source) {
            reading.reportDangling(
                "source", source.text, among: sources.map(\.text).sorted(),
                at: place("sources", element))
        }
        checkCommentRule(of: criterion, element)
        if criterion.kind == .text, criterion.weight != nil {
            reading.error(
                .weights, "criterion '\(criterion.id)' is not scored, and has a weight",
                at: place("weight", element), advice: "remove the weight")
        }
    }

    private func checkCommentRule(of criterion: Criterion, _ element: Markup.Element) {
        switch (criterion.commentRule, criterion.commentBelow) {
        case (.below, nil) where element.attribute("comment-below") == nil:
            reading.error(
                .missingAttribute,
                "criterion '\(criterion.id)' does not say below what it wants a comment",
                at: place("comment", element), advice: "add comment-below=\"level\"")
        case (.optional, .some), (.always, .some), (.extremes, .some):
            reading.warning(
                .unused, "'comment-below' is not read where comment=\"below\" is not said",
                at: place("comment-below", element),
                advice: "write comment=\"below\", or remove it")
        default: break
        }
    }

    // MARK: Levels

    /// Every level that the criterion and its parts name, and where.
    private func namedLevels(of element: Markup.Element) -> [(level: String, offset: Int)] {
        let attributes = ["level": "ref", "statement": "level", "gate": "min-level"]
        let parts = element.elements.compactMap { child in
            attributes[child.name].flatMap { child.attribute($0) }
        }
        return ([element.attribute("comment-below")].compactMap { $0 } + parts)
            .map { ($0.value, $0.offset) }
    }

    private func checkLevels(of criterion: Criterion, on scale: Scale, _ element: Markup.Element) {
        let levels = scale.levels.map(\.id.text)
        for (level, offset) in namedLevels(of: element) where !levels.contains(level) {
            reading.reportDangling("level of scale '\(scale.id)'", level, among: levels, at: offset)
        }
        let described = criterion.descriptors.map(\.level)
        for (index, level) in described.enumerated() where described[..<index].contains(level) {
            reading.error(
                .duplicateID, "criterion '\(criterion.id)' describes level '\(level)' twice",
                at: element.offset, advice: "keep one description")
        }
        guard !described.isEmpty else { return }
        for level in scale.levels where level.points != nil && !described.contains(level.id) {
            reading.warning(
                .missingElement,
                "criterion '\(criterion.id)' describes some levels, and not '\(level.id)'",
                at: element.offset,
                advice: "add <level ref=\"\(level.id)\">, so that reviewers agree on it")
        }
    }

    // MARK: Gates

    /// A gate that nobody can fail, or nobody pass, is a slip of the pen.
    private func checkGate(of criterion: Criterion, _ element: Markup.Element) {
        guard let gate = criterion.gate,
            let part = element.elements.first(where: { $0.name == "gate" })
        else { return }
        switch gate.threshold {
        case .level(let level):
            let levels = criterion.kind.scale.flatMap { scales[$0] }?.levels ?? []
            guard let found = levels.first(where: { $0.id == level }), found.points == nil
            else { return }
            reading.error(
                .unreachable, "level '\(level)' is not scored, and cannot be reached",
                at: place("min-level", part), advice: "name a level with points")
        case .points(let points):
            guard criterion.kind != .text else {
                return reading.error(
                    .unreachable, "criterion '\(criterion.id)' is not scored, and has a gate",
                    at: part.offset, advice: "remove the gate, or choose another kind")
            }
            guard let best = mostPoints(on: criterion), points > best else { return }
            reading.error(
                .unreachable, "\(points) points on '\(criterion.id)' can never be given",
                at: place("min-points", part), advice: "choose \(best) at most")
        }
    }

    /// The most a mark can be worth, where that is known.
    func mostPoints(on criterion: Criterion) -> Rational? {
        switch criterion.kind {
        case .points(_, let maximum, _): maximum
        case .levels(let scale), .check(let scale):
            scales[scale]?.levels.compactMap { level in
                level.points.map { points in
                    criterion.descriptors.first { $0.level == level.id }?.points ?? points
                }
            }.max()
        case .measure, .share, .text: nil
        }
    }
}
