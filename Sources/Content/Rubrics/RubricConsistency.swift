import Assessment
import MarkupReading

/// Where the parts of a rubric stand in its file.
struct RubricPlaces {
    /// What adds its members up.
    struct Parent {
        let offset: Int
        let name: String
        let combination: Combination
        let members: [CriterionNode]
    }

    var scales: [Scale.ID: Int] = [:]
    var criteria: [Criterion.ID: Markup.Element] = [:]
    var parents: [Parent] = []
    var targets: [(target: Profile.Target, offset: Int)] = []
    var bands: [VerdictBand.ID: Int] = [:]
    private var names = UsedNames()

    mutating func note(_ id: Criterion.ID, _ element: Markup.Element, in reading: Reading) {
        names.claim(id, "criterion or group", at: element.offset, in: reading)
        criteria[id] = element
    }
}

/// What must hold between the parts of a rubric.
struct RubricConsistency {
    let rubric: Rubric
    let places: RubricPlaces
    private let root: Markup.Element
    let reading: Reading
    let scales: [Scale.ID: Scale]
    private let criteria: [Criterion.ID: Criterion]

    init(_ rubric: Rubric, _ places: RubricPlaces, root: Markup.Element, in reading: Reading) {
        self.rubric = rubric
        self.places = places
        self.root = root
        self.reading = reading
        scales = Dictionary(rubric.scales.map { ($0.id, $0) }) { first, _ in first }
        criteria = Dictionary(rubric.allCriteria.map { ($0.id, $0) }) { first, _ in first }
    }

    func check() {
        for parent in places.parents { checkWeights(of: parent) }
        for criterion in rubric.allCriteria { check(criterion) }
        checkScalesAreUsed()
        for (target, offset) in places.targets { check(target, at: offset) }
        checkBands()
        checkGatesMatter()
        if rubric.subjects == .many, rubric.panel?.rule == .vote {
            reading.warning(
                .unused, "a vote gives no order of the subjects", at: root.offset,
                advice: "combine by mean or median")
        }
    }

    // MARK: Weights

    private func checkWeights(of parent: RubricPlaces.Parent) {
        let scored = parent.members.filter { node in
            if case .criterion(let criterion) = node, criterion.kind == .text {
                false
            } else {
                true
            }
        }
        let weights = scored.compactMap(\.weight)
        guard parent.combination == .weightedMean else {
            if !weights.isEmpty {
                reading.error(
                    .weights,
                    "\(parent.name) combines by '\(parent.combination.rawValue)', which reads no weights",
                    at: parent.offset,
                    advice: "remove the weights, or write combine=\"weighted-mean\"")
            }
            return
        }
        guard !scored.isEmpty else { return }
        guard weights.count == scored.count else {
            return reading.error(
                .weights,
                "\(weights.count) of the \(scored.count) members of \(parent.name) have a weight",
                at: parent.offset, advice: "give each a weight, or write combine=\"mean\"")
        }
        guard let sum = try? weights.total(), sum == .hundred else {
            let sum = (try? weights.total())?.description ?? "more than can be counted"
            return reading.error(
                .weights, "the weights in \(parent.name) add up to \(sum)", at: parent.offset,
                advice: "make them add up to 100, so that each is a percentage")
        }
    }

    // MARK: Scales

    private func checkScalesAreUsed() {
        let used = Set(rubric.allCriteria.compactMap(\.kind.scale))
        for scale in rubric.scales where !used.contains(scale.id) {
            reading.warning(
                .unused, "no criterion uses scale '\(scale.id)'",
                at: places.scales[scale.id] ?? root.offset, advice: "remove it, or use it")
        }
    }

    // MARK: Targets

    private func check(_ target: Profile.Target, at offset: Int) {
        guard let criterion = criteria[target.criterion] else {
            return reading.reportDangling(
                "criterion", target.criterion.text, among: rubric.allCriteria.map(\.id.text),
                at: offset)
        }
        switch (target.threshold, criterion.kind) {
        case (.level(let level), let kind):
            guard let id = kind.scale else {
                return reading.error(
                    .badValue, "criterion '\(criterion.id)' has no levels to target", at: offset,
                    advice: "write points=\"…\"")
            }
            // A scale that is not there has been reported where it was asked for.
            if let scale = scales[id], !scale.levels.contains(where: { $0.id == level }) {
                reading.reportDangling(
                    "level of scale '\(scale.id)'", level.text, among: scale.levels.map(\.id.text),
                    at: offset)
            }
        case (.points(let points), .points(let minimum, let maximum, _)):
            if points < minimum || points > maximum {
                reading.error(
                    .unreachable, "\(points) points on '\(criterion.id)' can never be given",
                    at: offset,
                    advice: "choose from \(minimum) to \(maximum)")
            }
        case (.points(let points), _):
            if let best = mostPoints(on: criterion), points > best {
                reading.error(
                    .unreachable, "\(points) points on '\(criterion.id)' can never be given",
                    at: offset,
                    advice: "choose \(best) at most")
            }
        }
    }

    // MARK: Verdict

    /// A gate keeps work from passing, which takes a band that passes.
    private func checkGatesMatter() {
        guard let gated = rubric.allCriteria.first(where: { $0.gate != nil }),
            let first = rubric.bands.first, !rubric.bands.contains(where: \.isPass)
        else { return }
        reading.warning(
            .unused, "the gate on '\(gated.id)' changes nothing: no band passes",
            at: places.bands[first.id] ?? root.offset,
            advice: "add passes=\"yes\" to each band that says the work is good enough")
    }

    private func checkBands() {
        var lowest: Rational?
        var isOver = false
        let levels = Set(rubric.scales.flatMap(\.levels).map(\.id))
        for band in rubric.bands {
            let offset = places.bands[band.id] ?? root.offset
            if isOver {
                reading.error(
                    .unreachable,
                    "band '\(band.id)' can never be the verdict: an earlier one always holds",
                    at: offset, advice: "move it up, or remove it")
            }
            switch band.condition {
            case .score(let minimum):
                if !isOver, let lowest, minimum >= lowest {
                    reading.error(
                        .unreachable,
                        "band '\(band.id)' can never be the verdict: an earlier one needs no more",
                        at: offset, advice: "order bands from the highest 'min' to the lowest")
                }
                lowest = Swift.min(lowest ?? minimum, minimum)
                if minimum == .zero, !band.isPass { isOver = true }
            case .anyMark(let level), .everyMark(let level):
                if !levels.contains(level) {
                    reading.reportDangling(
                        "level", level.text, among: levels.map(\.text).sorted(), at: offset)
                }
            case .otherwise: isOver = true
            }
        }
        if !rubric.bands.isEmpty, !isOver {
            reading.error(
                .unreachable, "some work gets no verdict: no band holds for the lowest scores",
                at: rubric.bands.last.flatMap { places.bands[$0.id] } ?? root.offset,
                advice: "end with a band of min=\"0%\" or otherwise=\"yes\"")
        }
    }

    func place(_ attribute: String, _ element: Markup.Element) -> Int {
        element.attribute(attribute)?.offset ?? element.offset
    }
}
