import Assessment

extension Rubric {
    /// Each criterion with the scale it is marked on and the groups it counts through.
    var comparedCriteria: [ComparedPart] {
        let scales = Dictionary(scales.map { ($0.id, $0) }) { first, _ in first }
        return Self.placed(criteria, in: []).map { criterion, groups in
            ComparedPart(
                criterion, on: criterion.kind.scale.flatMap { scales[$0] }, in: groups)
        }
    }

    private static func placed(
        _ nodes: [CriterionNode], in groups: [CriterionGroup]
    ) -> [(Criterion, [CriterionGroup])] {
        nodes.flatMap { node in
            switch node {
            case .criterion(let criterion): [(criterion, groups)]
            case .group(let group): placed(group.members, in: groups + [group])
            }
        }
    }
}

extension ComparedPart {
    init(_ criterion: Criterion, on scale: Scale?, in groups: [CriterionGroup]) {
        self.init(
            id: criterion.id.text, content: Self.bytes(of: criterion, scale, groups),
            structure: Self.bytes(
                of: criterion.structure, scale?.structure, groups.map(\.structure)))
        note(.weight, criterion.weight.map { "\($0)" } ?? "")
        for group in groups {
            note(
                .weight, group.id.text, group.weight.map { "\($0)" } ?? "",
                group.combination.rawValue)
        }
        noteLevels(of: criterion, on: scale)
        var gated = Self.plain(like: criterion)
        gated.gate = criterion.structure.gate
        note(.gate, Self.bytes(of: gated))
        var conditions = Self.plain(like: criterion)
        conditions.commentRule = criterion.commentRule
        conditions.commentBelow = criterion.commentBelow
        conditions.evidenceRule = criterion.evidenceRule
        conditions.competency = criterion.competency
        conditions.sources = criterion.sources
        note(.conditions, Self.bytes(of: conditions))
    }

    private mutating func noteLevels(of criterion: Criterion, on scale: Scale?) {
        var marked = criterion.structure
        marked.weight = nil
        marked.gate = nil
        marked.commentRule = .optional
        marked.commentBelow = nil
        marked.evidenceRule = .none
        marked.competency = nil
        marked.sources = []
        note(.levels, Self.bytes(of: marked, scale?.structure))
    }

    /// A criterion of the same id with nothing to it.
    private static func plain(like criterion: Criterion) -> Criterion {
        Criterion(id: criterion.id, kind: .text, title: "")
    }

    /// The groups are written without their members, which are parts of their own.
    private static func bytes(
        of criterion: Criterion, _ scale: Scale? = nil, _ groups: [CriterionGroup] = []
    ) -> [UInt8] {
        var writer = MarkupWriter()
        let bare = groups.map { group in
            var group = group
            group.members = []
            return CriterionNode.group(group)
        }
        CriterionWriter.write(bare + [.criterion(criterion)], &writer)
        if let scale { RubricWriter.write(scale, &writer) }
        return writer.bytes
    }
}
