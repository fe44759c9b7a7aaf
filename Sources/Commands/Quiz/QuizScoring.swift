import Assessment
import Grading
import Results
import Screens
import Sittings
import Terminal

/// `assay quiz score`: marks for texts that learners wrote, which no program can give.
///
/// It shows no names, so that the marks are for the text.
struct QuizScoring: Speaker {
    private let call: Invocation
    let environment: Environment
    private let invigilator: Invigilator
    private let learners: [Person.ID]

    static func run(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let learners = try CommandStore(call, environment).register().named.map(\.id)
        return try SittingDesk.opening(call, environment) { invigilator in
            let scoring = QuizScoring(
                call: call, environment: environment, invigilator: invigilator,
                learners: learners)
            guard let word = call.argument("sitting") else { return try scoring.list() }
            guard !call.flag("json") else {
                throw CommandFault(
                    .usage, "--json is for the list of what waits", advice: "leave it out")
            }
            let sitting = try scoring.sitting(word)
            guard let item = call.argument("item") else { return try scoring.show(sitting) }
            return try scoring.score(item, of: sitting)
        }
    }

    // MARK: What waits

    private func list() throws -> ExitCode {
        let waiting = try invigilator.waiting(by: learners)
        var table = TextTable([
            .init("SITTING"), .init("HANDED IN"), .init("QUIZ"), .init("QUESTIONS"),
        ])
        var rows: [JSON] = []
        for sitting in waiting {
            let items = try sitting.waiting().map(\.id.text)
            table.add([
                name(sitting), sitting.ended.day, sitting.record.quiz,
                items.joined(separator: ", "),
            ])
            rows.append([
                "sitting": .string(sitting.record.id.description),
                "handedIn": .string(sitting.ended.description),
                "quiz": .string(sitting.record.quiz),
                "items": .array(items.map { .string($0) }),
            ])
        }
        if call.flag("json") {
            environment.console.write(
                json: ["schema": "assay/quiz-score/1", "waiting": .array(rows)])
        } else {
            environment.console.write(table)
            environment.console.remark(
                waiting.isEmpty
                    ? "no text waits to be scored"
                    : "'assay quiz score SITTING' shows the texts of one")
        }
        return .done
    }

    /// So much of the id as people need to type.
    private func name(_ sitting: KeptSitting) -> String {
        String(sitting.record.id.description.suffix(12))
    }

    private func sitting(_ word: String) throws -> KeptSitting {
        let all = try learners.flatMap { try invigilator.sittings(of: $0) }
        let word = word.lowercased()
        let found = all.filter { sitting in
            let id = sitting.record.id.description
            return id.hasSuffix(word) || id.hasPrefix(word)
        }
        guard let sitting = found.first else {
            throw CommandFault(
                .noInput, "there is no sitting \(CommandFault.quoted(word))",
                advice: "'assay quiz score' lists those that wait")
        }
        guard found.count == 1 else {
            throw CommandFault(
                .usage, "\(CommandFault.quoted(word)) may be any of \(found.count) sittings",
                advice: "write more of its id")
        }
        return sitting
    }

    private func show(_ sitting: KeptSitting) throws -> ExitCode {
        let waiting = try sitting.waiting()
        var page = Page()
        for item in waiting { add(item, of: sitting, to: &page) }
        if waiting.isEmpty { page.paragraph("No text of this sitting waits to be scored.") }
        say(page)
        return .done
    }

    private func add(_ item: Item, of sitting: KeptSitting, to page: inout Page) {
        page.heading("\(item.id), up to \(item.points.description) points")
        page.paragraph(item.prompt)
        let responses = sitting.attempt.answers.current[item.id]?.responses ?? []
        for (index, interaction) in item.interactions.enumerated() {
            guard case .written(let written) = interaction.kind else { continue }
            if responses.indices.contains(index), case .written(let text)? = responses[index] {
                page.item("Answer:", text, verbatim: true)
            } else {
                page.item("Answer:", "none")
            }
            if let guidance = written.guidance { page.item("Guidance:", guidance) }
            if let model = written.modelAnswer { page.item("Model answer:", model) }
            page.item("Rubric:", "\(written.rubric); 'assay rubric show' has it")
        }
        page.paragraph("To score it: assay quiz score \(name(sitting)) \(item.id) POINTS")
        page.space()
    }

    // MARK: Scoring

    private func score(_ word: String, of sitting: KeptSitting) throws -> ExitCode {
        guard let item = sitting.items.first(where: { $0.id.text == word }), item.needsReviewer
        else {
            throw CommandFault(
                .noInput,
                "the sitting has no question \(CommandFault.quoted(word)) that a reviewer scores",
                suggestions: Suggestions.near(
                    word, among: sitting.items.filter(\.needsReviewer).map(\.id.text)))
        }
        guard sitting.grade != nil else {
            throw CommandFault(.no, "the sitting is still open", advice: "wait for the learner")
        }
        let points = try points(for: item)
        guard sitting.given[item.id] != points else {
            throw CommandFault(.usage, "\(item.id) has these marks already")
        }
        let comment = call.value("comment")
        let isBlank = comment?.contains { !$0.isWhitespace } != true
        guard sitting.given[item.id] == nil || !isBlank else {
            throw CommandFault(
                .usage, "\(item.id) was scored before", advice: "say with --comment what is new")
        }
        let grade = try invigilator.score(
            item.id, of: sitting, as: points, comment: isBlank ? nil : comment)
        let rest = try KeptSitting(sitting.record, in: invigilator.store).waiting()
        environment.console.writeLine(
            SittingText.verdict(grade.verdict, grade.marks, sitting.quiz.passMark))
        if !rest.isEmpty {
            environment.console.remark("\(counted(rest.count, "text")) of the sitting still waits")
        }
        return .done
    }

    /// As many as are written, or a share of all.
    private func points(for item: Item) throws(CommandFault) -> Rational {
        let word = call.argument("points") ?? ""
        let isShare = word.hasSuffix("%")
        let least = item.allowsNegativeMarks ? -item.points : .zero
        let number = try? Rational(exactly: isShare ? String(word.dropLast()) : word)
        let whole = isShare ? try? item.points.divided(by: .hundred) : .one
        let points = number.flatMap { number in whole.flatMap { try? number * $0 } }
        guard let points, points >= least, points <= item.points else {
            throw CommandFault(
                .usage, "\(CommandFault.quoted(word)) is no number of points for \(item.id)",
                advice: "write one from \(least) to \(item.points), or a share such as 75%")
        }
        return points
    }
}
