import Assessment
import Grading
import Results
import Sittings
import Statistics

/// The marks of a quiz as a store has them, with what was left out of them.
struct StoredQuizMarks {
    let marks: QuizMarks
    private(set) var notes: [Remark] = []

    /// One sitting of each learner, who is called what the naming says.
    init(
        _ chosen: [QuizResults.Graded], by selection: SittingSelection, of results: QuizResults,
        naming name: (Person.ID) -> String
    ) throws {
        guard !chosen.isEmpty else {
            let time = selection.since.map { "from \($0.day) on" } ?? "yet"
            throw CommandFault(
                .noInput,
                "nobody has a result of \(CommandFault.quoted(results.quiz.title)) \(time)")
        }
        let items = try Self.items(asked: chosen, of: results.bank)
        let places = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.id, $0) })
        var marks = QuizMarks(
            try items.map { (item) throws(Rational.Overflow) in try item.marked() })
        var outdated = 0
        for sitting in chosen {
            var row = [Rational?](repeating: nil, count: items.count)
            var options: [Int: Set<Int>] = [:]
            var times: [Int: Rational] = [:]
            for grade in sitting.grade.items {
                guard let place = places[grade.item] else { continue }
                guard grade.marks.possible == items[place].points else {
                    outdated += 1
                    continue
                }
                row[place] = grade.marks.earned
                options[place] = items[place].chosen(sitting.answers[grade.item])
                times[place] = try sitting.times[grade.item]?.inSeconds()
            }
            try marks.add(name(sitting.record.learner), row, chosen: options, times: times)
        }
        self.marks = marks
        note(chosen.count, by: selection, of: results, outdated: outdated)
    }

    /// The items that anybody was asked, in the order of the bank.
    private static func items(
        asked sittings: [QuizResults.Graded], of bank: Bank
    ) throws(Rational.Overflow) -> [Item] {
        let asked = Set(sittings.flatMap { $0.grade.items.map(\.item) })
        return bank.items.filter { asked.contains($0.id) }
    }

    private mutating func note(
        _ chosen: Int, by selection: SittingSelection, of results: QuizResults, outdated: Int
    ) {
        let learners = Set(results.sittings.map(\.record.learner)).count
        let others = results.sittings.count - learners
        if others > 0, let counting = selection.counting {
            notes.append(
                Remark(
                    "attempts",
                    "The \(counting.rawValue) attempt of each learner counts here. Left out: "
                        + "\(counted(others, "other"))."))
        }
        if let since = selection.since, chosen < learners {
            notes.append(
                Remark(
                    "since",
                    "Left out: \(counted(learners - chosen, "attempt")) that ended before "
                        + "\(since.day)."))
        }
        if results.undecided > 0 {
            notes.append(
                Remark(
                    "undecided",
                    "Left out: \(counted(results.undecided, "sitting")) without a verdict yet."))
        }
        guard results.versions > 1 else { return }
        let marks = "Left out: \(counted(outdated, "mark")) on items that gave other points."
        notes.append(
            Remark(
                "versions",
                "\(results.versions) versions of the quiz were asked; keys and options are those "
                    + "of the last one." + (outdated == 0 ? "" : " " + marks)))
    }
}

extension Duration {
    /// To the millisecond, which is finer than anybody reads.
    fileprivate func inSeconds() throws(Rational.Overflow) -> Rational {
        let (seconds, attoseconds) = components
        let thousandths = Int128(attoseconds / 1_000_000_000_000_000)
        return try Rational(Int128(seconds) * 1_000 + thousandths, over: 1_000)
    }
}

extension Item {
    /// The item as its marks see it.
    fileprivate func marked() throws(Rational.Overflow) -> QuizMarks.Item {
        QuizMarks.Item(
            id: id.text, possible: points, guessing: try guessShare(),
            options: choices.map { QuizMarks.Option(name: $0.id.text, isKey: $0.isKey) })
    }

    /// What there is to choose from, where the item asks for nothing else.
    private var choices: [(id: Entry.ID, isKey: Bool)] {
        guard interactions.count == 1 else { return [] }
        switch interactions[0].kind {
        case .choose(let choice): return choice.options.map { ($0.entry.id, $0.isKey) }
        case .chooseMany(let choice): return choice.options.map { ($0.entry.id, $0.isKey) }
        case .trueFalse(let statement):
            return [true, false].compactMap { holds in
                Entry.ID("\(holds)").map { ($0, holds == statement.isTrue) }
            }
        case .match, .order, .sort, .number, .shortText, .blanks, .written: return []
        }
    }

    /// The places of the options chosen.
    fileprivate func chosen(_ answer: Answer?) -> Set<Int> {
        guard case .chosen(let ids)?? = answer?.responses.first else { return [] }
        return Set(ids.compactMap { id in choices.firstIndex { $0.id == id } })
    }
}
