import Assessment
import Content
import Grading
import Reports
import Results
import Sittings

/// `assay quiz regrade`: what sittings come to once a key is set right.
enum QuizRegrading {
    static func run(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let isDryRun = call.flag("dry-run")
        let reason = call.value("reason") ?? ""
        guard isDryRun || reason.contains(where: { !$0.isWhitespace }) else {
            throw CommandFault(
                .usage, "new grades need a reason",
                advice: "look at them with --dry-run, then say why with --reason")
        }
        let found = try QuizFinding(environment).quiz(call.argument("quiz"))
        let awarding = try awarded(call, found.bank)
        let register = try CommandStore(call, environment).register()
        let people = try QuizLeading.learners(call, register)
        let revision = try SittingDesk.opening(call, environment) { invigilator in
            let revision = try invigilator.revision(
                of: found.quiz, of: found.bank, by: people.map(\.id), awarding: awarding,
                isLenient: call.flag("keep-marks"))
            if !isDryRun, !revision.changes.isEmpty {
                try invigilator.keep(revision, because: reason)
            }
            return revision
        }
        let names = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
        let page = RevisionPage(
            revision: revision, quiz: found.name, isDryRun: isDryRun, people: names)
        if call.flag("json") {
            environment.console.write(json: page.json)
        } else {
            for line in page.lines { environment.console.writeLine(line.terminalSafe()) }
        }
        return .done
    }

    private static func awarded(
        _ call: Invocation, _ bank: Bank
    ) throws(CommandFault) -> Set<Item.ID> {
        var items: Set<Item.ID> = []
        for word in call.values("award") {
            guard let item = bank.items.first(where: { $0.id.text == word }) else {
                throw CommandFault(
                    .noInput, "\(bank.id) has no question \(CommandFault.quoted(word))",
                    suggestions: Suggestions.near(word, among: bank.items.map(\.id.text)))
            }
            items.insert(item.id)
        }
        return items
    }
}

/// What a revision changes, in words for a lead.
private struct RevisionPage {
    let revision: Revision
    let quiz: String
    let isDryRun: Bool
    let people: [Person.ID: Person]

    private var others: [Revision.Change] { revision.changes.filter(\.isOther) }

    var lines: [String] {
        var lines = others.map(line)
        let graded = counted(revision.graded, "graded sitting")
        if revision.items.isEmpty {
            lines.append(
                revision.graded == 0
                    ? "\(quiz): nobody of these has a grade"
                    : "\(quiz): \(graded), and nothing to set right in what they were asked")
        } else {
            let items = revision.items.sorted().map(\.text).joined(separator: ", ")
            lines.append("set right: \(items)")
            lines.append(
                "\(others.count) of \(graded) \(others.count == 1 ? "changes" : "change")" + moves)
        }
        lines += revision.unfit.sorted { $0.key < $1.key }.map { item, aspects in
            "\(item) stays as it was asked: \(aspects.map(\.words).sorted().joined(separator: ", ")) "
                + "changed; --award \(item) gives everybody full marks for it"
        }
        if isDryRun { lines.append("nothing was written, as --dry-run asks") }
        return lines
    }

    /// How many verdicts change, and how many lose marks.
    private var moves: String {
        var parts: [String] = []
        for (before, after) in [(Verdict.notPassed, Verdict.passed), (.passed, .notPassed)] {
            let count = others.count { $0.before.verdict == before && $0.after.verdict == after }
            if count > 0 {
                parts.append("\(count) from \(before.words) to \(after.words)")
            }
        }
        let losing = others.count { $0.after.marks.earned < $0.before.marks.earned }
        if losing > 0 { parts.append("\(losing) with fewer marks than before") }
        return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    }

    private func line(_ change: Revision.Change) -> String {
        let (before, after) = (change.before, change.after)
        let verdict =
            before.verdict == after.verdict
            ? before.verdict.words : "\(before.verdict.words), now \(after.verdict.words)"
        return "\(name(change)), attempt \(change.sitting.record.attempt): "
            + "\(before.marks.text()), now \(after.marks.text()); \(verdict)"
    }

    private func name(_ change: Revision.Change) -> String {
        people[change.sitting.record.learner].map { "\($0.shownName) (\($0.handle))" } ?? "?"
    }

    var json: JSON {
        [
            "schema": "assay/quiz-regrade/1", "quiz": .string(quiz),
            "written": .bool(!isDryRun && !revision.changes.isEmpty),
            "graded": .integer(revision.graded),
            "items": .array(revision.items.sorted().map { .string($0.text) }),
            "changes": .array(
                others.map { change in
                    [
                        "learner": .string(change.sitting.record.learner.description),
                        "sitting": .string(change.sitting.record.id.description),
                        "before": result(change.before.marks, change.before.verdict),
                        "after": result(change.after.marks, change.after.verdict),
                    ]
                }),
            "unfit": .array(
                revision.unfit.sorted { $0.key < $1.key }.map { item, aspects in
                    [
                        "item": .string(item.text),
                        "changed": .array(aspects.map(\.rawValue).sorted().map { .string($0) }),
                    ]
                }),
        ]
    }

    private func result(_ marks: Marks, _ verdict: Verdict) -> JSON {
        [
            "earned": .string(marks.earned.description),
            "possible": .string(marks.possible.description),
            "verdict": .string(verdict.rawValue),
        ]
    }
}

extension ContentChange.Aspect {
    /// What changed, to be followed by that word.
    fileprivate var words: String {
        switch self {
        case .points: "how many points it gives"
        case .answers: "what can be answered"
        case .objective: "what it is about"
        case .meaning: "what its options say"
        default: "more than its key"
        }
    }
}
