import Assessment
import Grading
import Results
import Reviews
import Statistics

/// The sheets that reviewers submitted by one rubric, as a store has them.
///
/// Panels that are not complete stay out: what they seal is not to be seen in figures either.
struct StoredSheets {
    /// As it was last used.
    let rubric: Rubric
    let notes: [Remark]
    private let works: [(name: String, sheets: [SheetScore], subject: String?)]
    private let reviewers: [(id: String, name: String)]

    /// Those by the rubric that a word means, of the rubrics that were used.
    init(_ word: String?, _ call: Invocation, _ environment: Environment) throws {
        self = try ReviewDesk.open(call, environment) { desk in
            let kept = try desk.secretary.submissions()
            let used = Set(kept.map(\.rubric.id.text)).sorted()
            let id = try Self.pick(word, of: used)
            let meant = kept.filter { $0.rubric.id.text == id }
            return try StoredSheets(meant, desk.register, Naming(desk.register))
        }
    }

    /// Those on work that was handed in to be scored by one rubric.
    init(_ meant: [KeptSubmission], _ register: Register, _ naming: Naming) throws {
        guard let last = meant.last else { preconditionFailure("sheets are on some work") }
        rubric = last.rubric
        var works: [(name: String, sheets: [SheetScore], subject: String?)] = []
        var waiting = 0
        for submission in meant {
            if case .waiting = try submission.state() {
                waiting += 1
                continue
            }
            let sheets = submission.reviews.filter { $0.assignment.role != Panel.adjudicator }
                .compactMap(\.counting)
            let subjects: [String?] =
                submission.record.subjects.isEmpty ? [nil] : submission.record.subjects
            for subject in subjects {
                let id = naming.id(of: submission)
                let name = subject.map { "\(id)/\(naming.subject($0, of: submission))" } ?? id
                let scored = try sheets.map { (sheet) throws(Rational.Overflow) in
                    try submission.rubric.score(sheet, on: subject)
                }
                works.append((name, scored, subject))
            }
        }
        self.works = works
        let seen = Set(works.flatMap { $0.sheets.map(\.sheet.reviewer) })
        let people = naming.ordered(
            register.people.filter { seen.contains($0.id.description) })
        let names = people.map { naming.name(of: $0.id) }
        reviewers = zip(people, names).map { person, name in
            // Two of one name are not to be taken for one.
            let isShared = names.count { $0 == name } > 1
            return (person.id.description, isShared ? "\(name) (\(person.handle))" : name)
        }
        let versions = Set(meant.map(\.rubric.version)).count
        notes =
            (waiting == 0
                ? []
                : [
                    Remark(
                        "waiting",
                        "Left out: \(counted(waiting, "submission")) whose panel is not complete.")
                ])
            + (versions == 1
                ? []
                : [
                    Remark(
                        "versions",
                        "\(versions) versions of the rubric were used; levels are those of the last."
                    )
                ])
    }

    private static func pick(_ word: String?, of used: [String]) throws(CommandFault) -> String {
        if let word, used.contains(word) { return word }
        if word == nil, used.count == 1 { return used[0] }
        guard !used.isEmpty else {
            throw CommandFault(
                .noInput, "no work was handed in yet",
                advice: "name a table of marks with --matrix")
        }
        throw CommandFault(
            word == nil ? .usage : .noInput,
            word.map { "no work was scored by rubric \(CommandFault.quoted($0))" }
                ?? "there are \(used.count) rubrics to choose from",
            details: word == nil ? used : [],
            suggestions: word.map { Suggestions.near($0, among: used) } ?? [])
    }

    /// Whether no panel is complete.
    var isEmpty: Bool { works.isEmpty }

    /// What passes, of 100; nil where the rubric has no band that passes.
    var passMark: Rational? {
        rubric.bands.compactMap { band in
            guard band.isPass, case .score(let least) = band.condition else { return nil }
            return try? least * .hundred
        }.min()
    }

    /// What each sheet comes to, of 100.
    func scores() -> PanelScores {
        PanelScores(
            reviewers: reviewers.map(\.name), works: works.map(\.name),
            scores: works.map { work in
                reviewers.map { reviewer in
                    work.sheets.first { $0.sheet.reviewer == reviewer.id }
                        .flatMap { try? $0.score() }.flatMap { try? $0 * .hundred }
                }
            })
    }

    /// Each criterion that is marked with levels, with the marks on it.
    func criteria() -> [(criterion: Criterion, ratings: CriterionRatings)] {
        rubric.allCriteria.compactMap { criterion in
            (try? ratings(on: criterion)).map { (criterion, $0) }
        }
    }

    func ratings(on criterion: Criterion) throws(CommandFault) -> CriterionRatings {
        let scale = try RatingScale(criterion, of: rubric)
        return CriterionRatings(
            levels: scale.levels, reviewers: reviewers.map(\.name), works: works.map(\.name),
            chosen: works.map { work in
                reviewers.map { reviewer in
                    let sheet = work.sheets.first { $0.sheet.reviewer == reviewer.id }?.sheet
                    let mark = sheet?.marks.first {
                        $0.criterion == criterion.id && $0.subject == work.subject
                    }
                    return scale.place(of: mark?.value)
                }
            })
    }
}
