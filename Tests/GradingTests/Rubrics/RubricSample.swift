import Assessment
import Content
import Grading
import MarkupReading
import TestSupport
import Testing

/// Rubrics as their files say them, and sheets that a careful reviewer fills in.
enum RubricSample {
    static let shipped = Project.files(in: "Rubrics")

    static func shipped(_ name: String) throws -> Rubric {
        try read(SourceText(name: name, bytes: try Project.bytes("Rubrics/\(name).xml")))
    }

    /// A rubric of the parts given, read as a file is.
    static func rubric(
        _ criteria: String, combine: String = "mean", attributes: String = "", scales: String = "",
        scoring: String = "", after: String = ""
    ) throws -> Rubric {
        let text = """
            <rubric xmlns="urn:assay:rubric:1" id="r" version="1" \(attributes)><title>R</title>
            \(scales)<criteria combine="\(combine)">\(criteria)</criteria><scoring \(scoring)/>
            \(after)</rubric>
            """
        return try read(SourceText(name: "rubric.xml", bytes: Array(text.utf8)))
    }

    /// Criteria c1, c2 and so on of 0 to `maximum` points, weighing what is given.
    static func weighted(
        _ weights: [Rational], maximum: Int, gate: [Int: Int] = [:], scoring: String = "",
        after: String = verdict
    ) throws -> Rubric {
        let criteria = weights.enumerated().map { index, weight in
            let least = gate[index + 1].map { "<gate min-points=\"\($0)\">It has to be.</gate>" }
            return """
                <criterion id="c\(index + 1)" kind="points" min="0" max="\(maximum)" \
                weight="\(weight)" not-applicable="allowed"><title>C\(index + 1)</title>\
                \(least ?? "")</criterion>
                """
        }
        return try rubric(
            criteria.joined(), combine: "weighted-mean", scoring: scoring, after: after)
    }

    static let verdict = """
        <verdict><band id="pass" min="80%" passes="yes"><label>Passed</label></band>
        <band id="fail" otherwise="yes"><label>Not passed</label></band></verdict>
        """

    private static func read(_ source: SourceText) throws -> Rubric {
        var diagnostics = Diagnostics()
        let rubric = RubricReader.rubric(from: source, into: &diagnostics)
        try #require(!diagnostics.hasErrors, "\(diagnostics.found.map(\.message))")
        return try #require(rubric)
    }
}

extension Rubric {
    /// A submitted sheet with the marks given as text, with words and evidence beside each of them.
    ///
    /// A mark is a level, points, a ratio such as 18/20, or `-` where it does not apply.
    func sheet(
        _ marks: KeyValuePairs<String, String>, by reviewer: String = "r1", role: String? = nil,
        on subject: String? = nil
    ) throws -> ScoreSheet {
        try sheet(Array(marks).map { ($0.key, $0.value) }, by: reviewer, role: role, on: subject)
    }

    func sheet(
        _ marks: [(String, String)], by reviewer: String = "r1", role: String? = nil,
        on subject: String? = nil
    ) throws -> ScoreSheet {
        ScoreSheet(
            id: try #require(ScoreSheet.ID("sheet-\(reviewer)")), rubric: id,
            rubricVersion: version, submission: "work", reviewer: reviewer, role: role,
            status: .submitted, time: "2026-05-01T10:00:00Z", conflict: ScoreSheet.noConflict,
            marks: try marks.map { id, text in try mark(id, text, on: subject) })
    }

    /// As many marks as there are scored criteria, in their order, and words where those are asked.
    func sheet(
        inOrder marks: [String], by reviewer: String = "r1", role: String? = nil,
        on subject: String? = nil
    ) throws -> ScoreSheet {
        let ids = allCriteria.filter { $0.kind != .text }.map(\.id.text)
        try #require(ids.count == marks.count)
        let words = allCriteria.filter { $0.kind == .text }.map { ($0.id.text, "") }
        return try sheet(Array(zip(ids, marks)) + words, by: reviewer, role: role, on: subject)
    }

    /// The same marks from everybody the panel asks for, one sheet at least.
    func panelSheets(inOrder marks: [String], on subject: String? = nil) throws -> [ScoreSheet] {
        let roles = panel?.seats.flatMap { seat in
            Array(repeating: Optional(seat.role), count: max(seat.minimum, 1))
        }
        return try (roles ?? [nil]).enumerated().map { index, role in
            try sheet(inOrder: marks, by: "r\(index)", role: role, on: subject)
        }
    }

    func mark(
        _ id: String, _ text: String, on subject: String? = nil
    ) throws -> ScoreSheet.Mark {
        let criterion = try #require(allCriteria.first { $0.id.text == id }, "\(id)")
        let value: ScoreSheet.Value
        switch criterion.kind {
        case _ where text == "-": value = .notApplicable
        case .levels, .check: value = .level(try #require(Scale.Level.ID(text)))
        case .points, .share: value = .points(try Rational(exactly: text))
        case .measure:
            let parts = text.split(separator: "/")
            value = .ratio(
                numerator: try Rational(exactly: String(parts[0])),
                denominator: try Rational(exactly: String(parts[1])))
        case .text: value = .none
        }
        return ScoreSheet.Mark(
            criterion: criterion.id, subject: subject, value: value, reason: "Because.",
            comment: "Seen.", evidence: [ScoreSheet.Evidence(link: "notes.md")])
    }

    /// The id of the level with so many points on the criterion's scale.
    func level(_ points: Int, of criterion: String) throws -> String {
        let criterion = try #require(allCriteria.first { $0.id.text == criterion })
        let scale = try #require(scales.first { $0.id == criterion.kind.scale })
        return try #require(scale.levels.first { $0.points == Rational(points) }).id.text
    }
}

extension Evaluation {
    /// The gates that keep the work from passing.
    var openGates: [String] {
        gates.filter { $0.state == .notMet }.map(\.criterion.text)
    }

    func percent(of id: String) throws -> Rational? {
        try Criterion.ID(id).flatMap { whole[$0] }?.share().map { try $0 * .hundred }
    }

    func percent() throws -> Rational? { try score.map { try $0 * .hundred } }
}
