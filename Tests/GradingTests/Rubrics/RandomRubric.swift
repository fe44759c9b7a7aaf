import Assessment
import Grading
import Testing

/// A rubric of any shape, and sheets by which reviewers mark anything they may.
struct RandomRubric {
    private(set) var rubric: Rubric
    private(set) var sheets: [ScoreSheet] = []
    private var generator: SeededGenerator

    init(seed: UInt64) throws {
        generator = SeededGenerator(seed: seed)
        rubric = Rubric(
            id: try #require(Rubric.ID("random")), version: "1", title: "R", criteria: [])
        rubric.combination = Combination.allCases[generator.index(below: 5)]
        rubric.scoring.base = flip ? .zero : .minimumToMaximum
        rubric.criteria = try members(of: rubric.combination, depth: 0)
        rubric.bands = [
            VerdictBand(
                id: try #require(VerdictBand.ID("pass")), condition: .score(atLeast: try half()),
                isPass: true, label: "P"),
            VerdictBand(
                id: try #require(VerdictBand.ID("fail")), condition: .otherwise, label: "F"),
        ]
        let count = generator.index(below: 4) + 1
        var panel = Panel(quorum: count)
        panel.rule = Panel.Rule.allCases[generator.index(below: Panel.Rule.allCases.count)]
        panel.level = flip ? .total : .criterion
        panel.seats = [
            Panel.Seat(id: try #require(Panel.Seat.ID("a")), role: "a", weight: Rational(3)),
            Panel.Seat(id: try #require(Panel.Seat.ID("b")), role: "b", minimum: 0),
        ]
        rubric.panel = panel
        for index in 0..<count { sheets.append(try sheet(by: index)) }
    }

    private var flip: Bool {
        mutating get { generator.index(below: 2) == 0 }
    }

    private func half() throws -> Rational { try Rational(1, over: 2) }

    private mutating func members(
        of combination: Combination, depth: Int
    ) throws -> [CriterionNode] {
        var members: [CriterionNode] = []
        for _ in 0...generator.index(below: 3) {
            let weight =
                combination == .weightedMean ? Rational(generator.index(below: 9) + 1) : nil
            let id = try #require(Criterion.ID("n\(depth)-\(generator.next())"))
            if depth < 2, flip {
                let inner = Combination.allCases[generator.index(below: 5)]
                members.append(
                    .group(
                        CriterionGroup(
                            id: id, weight: weight, combination: inner, title: "G",
                            members: try self.members(of: inner, depth: depth + 1))))
            } else {
                let least = generator.index(below: 4)
                var criterion = Criterion(
                    id: id,
                    kind: .points(
                        minimum: Rational(least),
                        maximum: Rational(least + generator.index(below: 9) + 1),
                        step: try half()), title: "C")
                criterion.weight = weight
                criterion.polarity = flip ? .higher : .lower
                criterion.allowsNotApplicable = true
                members.append(.criterion(criterion))
            }
        }
        return members
    }

    private mutating func sheet(by index: Int) throws -> ScoreSheet {
        let marks = try rubric.allCriteria.map { criterion in
            guard case .points(let least, let most, let step) = criterion.kind,
                generator.index(below: 8) > 0
            else { return (criterion.id.text, "-") }
            let steps = try (most - least).divided(by: step)?.truncated ?? 0
            let points = try least + step * Rational(generator.index(below: Int(steps) + 1))
            return (criterion.id.text, points.description)
        }
        return try rubric.sheet(marks, by: "r\(index)", role: index == 0 ? "a" : "b")
    }

    /// The same rubric with its members, at every depth, in another order.
    mutating func shuffled() -> Rubric {
        var other = rubric
        other.criteria = shuffled(rubric.criteria)
        return other
    }

    private mutating func shuffled(_ nodes: [CriterionNode]) -> [CriterionNode] {
        var nodes = nodes
        for index in nodes.indices {
            guard case .group(var group) = nodes[index] else { continue }
            group.members = shuffled(group.members)
            nodes[index] = .group(group)
        }
        generator.shuffle(&nodes)
        return nodes
    }

    mutating func shuffledSheets() -> [ScoreSheet] {
        var other = sheets
        for index in other.indices { generator.shuffle(&other[index].marks) }
        generator.shuffle(&other)
        return other
    }

    /// The sheets with one mark better than it was by half a point; nil where none can be.
    mutating func raised() throws -> [ScoreSheet]? {
        var other = sheets
        let sheet = generator.index(below: other.count)
        let mark = generator.index(below: other[sheet].marks.count)
        let criterion = rubric.allCriteria[mark]
        guard case .points(let points) = other[sheet].marks[mark].value,
            case .points(let least, let most, let step) = criterion.kind
        else { return nil }
        let better = try criterion.polarity == .higher ? points + step : points - step
        guard (least...most).contains(better) else { return nil }
        other[sheet].marks[mark].value = .points(better)
        return other
    }
}

/// The parts of a random rubric as another program reads them.
struct PlainRubric: Encodable {
    struct Node: Encodable {
        var id = ""
        var weight = "1"
        var combine = ""
        var members: [Node] = []
        var range: [String] = []
        var isLower = false
    }

    let whole: Node
    let fromLowest: Bool
    let rule: String
    let byCriterion: Bool
    /// By reviewer, a mark or nothing for each criterion.
    let marks: [[String: String]]
    let weights: [String]

    init(_ random: RandomRubric) throws {
        let rubric = random.rubric
        let panel = try #require(rubric.panel)
        whole = Node(
            combine: rubric.combination.rawValue, members: rubric.criteria.map(Self.node))
        fromLowest = rubric.scoring.base == .minimumToMaximum
        rule = panel.rule.rawValue
        byCriterion = panel.level == .criterion
        marks = random.sheets.map { sheet in
            Dictionary(
                uniqueKeysWithValues: sheet.marks.compactMap { mark in
                    guard case .points(let points) = mark.value else { return nil }
                    return (mark.criterion.text, Self.text(points))
                })
        }
        weights = random.sheets.map { $0.role == "a" ? "3" : "1" }
    }

    private static func node(_ node: CriterionNode) -> Node {
        let weight = node.weight.map(text) ?? "1"
        switch node {
        case .group(let group):
            return Node(
                id: group.id.text, weight: weight, combine: group.combination.rawValue,
                members: group.members.map(Self.node))
        case .criterion(let criterion):
            guard case .points(let least, let most, _) = criterion.kind else {
                preconditionFailure("a random criterion takes points")
            }
            return Node(
                id: criterion.id.text, weight: weight, range: [text(least), text(most)],
                isLower: criterion.polarity == .lower)
        }
    }

    static func text(_ value: Rational) -> String { "\(value.numerator)/\(value.denominator)" }
}
