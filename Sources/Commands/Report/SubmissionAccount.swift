import Assessment
import Grading
import Reports
import Results
import Reviews

/// What a panel made of a piece of work, criterion by criterion.
struct SubmissionAccount {
    private let submission: KeptSubmission
    private let sight: Sight
    private let naming: Naming
    /// How reviewers are called by whoever reads it.
    private let name: (Person.ID) -> String
    private let evaluations: [Evaluation]
    /// Whether the learner was let see it, or whoever reads it leads the panel.
    private let isOpen: Bool

    /// For the learner, or for whoever leads the panel.
    init(
        _ submission: KeptSubmission, for viewer: Sight.Viewer = .learner,
        _ naming: Naming
    ) throws {
        self.submission = submission
        self.naming = naming
        let sight = try submission.sight(of: viewer)
        self.sight = sight
        name = sight.showsReviewersNames ? naming.reviewers(of: submission) : submission.numbered
        evaluations = try submission.evaluations(naming: name)
        isOpen = viewer == .learner ? !submission.released.isEmpty : sight.showsResult
    }

    private var rubric: Rubric { submission.rubric }

    /// What was decided, in a sentence.
    var answer: String {
        if let verdict = submission.released.last, isOpen {
            let label = rubric.bands.first { $0.id.text == verdict.verdict }?.label
            let score = verdict.score.map { ", at \(rubric.percent($0))" } ?? ""
            return "\(rubric.title): \(label ?? verdict.verdict)\(score)."
        }
        guard isOpen, let evaluation = evaluations.first, let verdict = evaluation.verdict else {
            return "\(rubric.title): no verdict yet."
        }
        let score = evaluation.score.map { ", at \(rubric.percent($0))" } ?? ""
        return "\(rubric.title): \(verdict.label)\(score)."
    }

    func section(named name: String) throws -> Report.Section {
        var section = Report.Section(name, "\(rubric.title), \(naming.id(of: submission))")
        section.blocks.append(.paragraph(answer))
        guard isOpen else {
            section.blocks.append(.paragraph("It is with the reviewers."))
            return section
        }
        for evaluation in evaluations {
            if let subject = evaluation.subject {
                section.blocks.append(.heading(naming.subject(subject, of: submission)))
            }
            section.blocks.append(
                .list(
                    try evaluation.explanation(by: rubric, withComments: !naming.hidesWords)))
        }
        if sight.sheets == .all {
            section.blocks.append(.figure(marks(in: name)))
            section.blocks += comments
        }
        return section
    }

    // MARK: Sheets

    private var sheets: [(name: String, sheet: ScoreSheet)] {
        submission.reviews.compactMap { review in
            review.counting.map { sheet in
                (name(review.reviewer), naming.hidesWords ? sheet.withoutWords : sheet)
            }
        }
    }

    private var criteria: [Criterion] {
        rubric.allCriteria.filter { $0.kind != .text && mayBeShown($0) }
    }

    private func mayBeShown(_ criterion: Criterion) -> Bool {
        sight.showsReviewersCriteria || criterion.audience == .all
    }

    /// Each reviewer's marks side by side, drawn where they are levels.
    private func marks(in section: String) -> Reports.Figure {
        let sheets = sheets
        var table = Reports.Table(
            "\(section)-marks", "What each reviewer gave",
            [.init("criterion", "Criterion")]
                + sheets.enumerated().map { .init("reviewer_\($0 + 1)", $1.name) })
        var ranges: [Chart.Range] = []
        var highest = 0
        for criterion in criteria {
            let marks = sheets.map { sheet in
                sheet.sheet.marks.first { $0.criterion == criterion.id }
            }
            table.add(
                [.text(criterion.title)]
                    + marks.map { mark in
                        .text(
                            mark.map {
                                SubmissionWords.mark(Judgment($0), on: criterion, in: rubric)
                            } ?? "not marked")
                    })
            let places = marks.map { rubric.place(of: $0?.value, on: criterion) }
            guard places.contains(where: { $0 != nil }) else { continue }
            highest = max(highest, rubric.levels(of: criterion).count - 1)
            ranges.append(
                Chart.Range(
                    criterion.title, places.map { $0.map { Double($0) } }, settled: nil))
        }
        let apart = ranges.filter { range in
            let given = range.marks.compactMap(\.self)
            return (given.max() ?? 0) - (given.min() ?? 0) > 1
        }
        let finding =
            sheets.count < 2
            ? "One reviewer scored it."
            : apart.isEmpty
                ? "No two reviewers are more than a level apart."
                : "More than a level apart: \(apart.map(\.label).joined(separator: ", "))."
        return Reports.Figure(
            "Marks", finding: finding, .ranges(ranges, on: 0...Double(max(highest, 1))), table)
    }

    private var comments: [Report.Block] {
        var blocks: [Report.Block] = []
        for (name, sheet) in sheets {
            for mark in sheet.marks {
                guard let criterion = rubric.criterion(mark.criterion),
                    mayBeShown(criterion)
                else { continue }
                for words in SubmissionWords.words(Judgment(mark), on: criterion) {
                    blocks.append(.quote("\(criterion.title). \(words)", by: name))
                }
            }
            if let overall = sheet.overall { blocks.append(.quote(overall, by: name)) }
        }
        return blocks.isEmpty ? [] : [.heading("Comments")] + blocks
    }
}
