import Assessment
import Grading
import Results
import Reviews
import Terminal

/// A submission as a reviewer may see it, for people and for programs.
struct SubmissionPage {
    let submission: KeptSubmission
    let desk: ReviewDesk

    init(_ submission: KeptSubmission, _ desk: ReviewDesk) {
        self.submission = submission
        self.desk = desk
    }

    private var rubric: Rubric { submission.rubric }

    /// What the work is and what it is made of.
    var head: Page {
        var page = Page()
        page.heading(rubric.title)
        page.paragraph(
            "\(submission.id), handed in \(submission.record.time.day), by rubric \(rubric.id) "
                + rubric.version)
        if let component = submission.record.component { page.paragraph("For \(component)") }
        guard let exhibits = submission.record.exhibits else {
            page.paragraph("What was handed in was erased.")
            return page
        }
        page.heading("Evidence")
        for (index, exhibit) in exhibits.enumerated() {
            page.item(
                "\(index + 1).",
                EvidenceFiles.line(on: exhibit, now: EvidenceFiles.now(exhibit)), indent: 2)
        }
        if exhibits.isEmpty { page.paragraph("None was handed in.", indent: 2) }
        return page
    }

    /// What a sheet says, criterion by criterion.
    func sheet(_ review: KeptReview, called name: String, own: Bool) -> Page {
        let shown = own ? review.review.marks : review.counting?.marks ?? []
        let overall = own ? review.review.overall : review.counting?.overall
        var page = Page()
        page.heading(own ? "Your sheet, \(Self.state(of: review))" : "The sheet of \(name)")
        for mark in shown {
            guard let criterion = rubric.criterion(mark.criterion) else { continue }
            let judgment = Judgment(mark)
            let subject = mark.subject.map { " of \($0)" } ?? ""
            let text = SubmissionWords.mark(judgment, on: criterion, in: rubric)
            page.item("•", "\(criterion.title)\(subject): \(text)")
            for words in SubmissionWords.words(judgment, on: criterion) {
                page.paragraph(words, indent: 4)
            }
        }
        if shown.isEmpty { page.paragraph("Nothing is marked.") }
        if let overall { page.item("•", "On the whole: \(overall)") }
        return page
    }

    static func state(of review: KeptReview) -> String {
        switch review.review.state {
        case .notBegun: "not begun"
        case .open:
            "open, \(review.progress.done) of \(review.progress.all) done"
                + (review.counting == nil ? "" : "; what was submitted before counts until then")
        case .submitted: "submitted, version \(review.review.revision)"
        case .withdrawn: "withdrawn"
        }
    }

    // MARK: JSON

    var json: JSON {
        .object([
            ("schema", "assay/submission/1"), ("submission", .string(submission.id)),
            ("rubric", .string(rubric.id.text)), ("rubricVersion", .string(rubric.version)),
            ("handedIn", .string(submission.record.time.description)),
            ("component", .optional(submission.record.component)),
            ("subjects", .array(submission.record.subjects.map { .string($0) })),
            ("evidence", .array((submission.record.exhibits ?? []).map(Self.json))),
        ])
    }

    /// The same with the sheets that somebody may see.
    func json(_ sheets: [(KeptReview, name: String, own: Bool)]) -> JSON {
        guard case .object(let members) = json else { return json }
        return .object(members + [("sheets", .array(sheets.map(sheetJSON)))])
    }

    private static func json(_ exhibit: Exhibit) -> JSON {
        [
            "evidence": .optional(exhibit.evidence?.text), "link": .string(exhibit.link),
            "sha256": .optional(exhibit.contents?.hash.hex),
            "bytes": exhibit.contents.map { .integer($0.size) } ?? .null,
            "sha256Now": .optional(EvidenceFiles.now(exhibit).contents?.hash.hex),
        ]
    }

    private func sheetJSON(_ review: KeptReview, name: String, own: Bool) -> JSON {
        let marks = own ? review.review.marks : review.counting?.marks ?? []
        return .object([
            ("reviewer", .string(name)), ("own", .bool(own)),
            ("role", .optional(review.assignment.role)),
            ("state", .string("\(review.review.state)")),
            ("version", .integer(review.review.revision)),
            (
                "overall",
                .optional(own ? review.review.overall : review.counting?.overall)
            ),
            ("marks", .array(marks.map(Self.json))),
        ])
    }

    static func json(_ mark: ScoreSheet.Mark) -> JSON {
        let judgment = Judgment(mark)
        return .object([
            ("criterion", .string(mark.criterion.text)), ("subject", .optional(mark.subject)),
            ("mark", .string(SheetTable.text(of: judgment.value))),
            ("reason", .optional(mark.reason)), ("comment", .optional(mark.comment)),
            ("statements", .array(mark.statements.map { .string($0.text) })),
            ("evidence", .array(mark.evidence.map { .string($0.link) })),
        ])
    }
}
