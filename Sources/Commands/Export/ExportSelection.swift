import Assessment
import Exchange
import Grading
import Results
import Sittings

/// The results that a command line means: one of each quiz for each learner.
struct ExportSelection {
    private(set) var sittings: [GradedSitting] = []
    private var open = 0
    private var erased = 0
    private var withheld = 0
    /// Learners who handed in a quiz more than once, where nothing says which counts.
    private var doubts: [String] = []

    init(_ call: Invocation, _ environment: Environment) throws {
        let selection = try SittingSelection(call)
        let register = try CommandStore(call, environment).register()
        var people = try Self.people(call, register)
        erased = people.count(where: \.isErased)
        people.removeAll(where: \.isErased)
        try SittingDesk.opening(call, environment) { invigilator in
            let quizzes =
                try call.value("quiz").map {
                    [try QuizMarksSource.quiz($0, in: invigilator.store, environment)]
                } ?? QuizResults.names(in: invigilator.store)
            try environment.console.showingProgress(through: people) { person in
                let kept = try invigilator.sittings(
                    of: person.id, quiz: quizzes.count == 1 ? quizzes[0] : nil)
                for quiz in quizzes {
                    let sittings = kept.filter { $0.record.quiz == quiz }
                    try add(sittings, of: quiz, by: person, selection, call)
                }
            }
        }
        try selection.refuse(doubts)
    }

    /// What was passed over, in sentences without a full stop.
    var remarks: [String] {
        let open = open == 0 ? nil : "\(counted(open, "sitting")) still open, and left out"
        let withheld =
            withheld == 0
            ? nil : "\(counted(withheld, "result")) that learners may not see yet left out"
        let erased =
            erased == 0 ? nil : "\(counted(erased, "learner")) whose data were erased left out"
        return [open, withheld, erased].compactMap(\.self)
    }

    // MARK: Which sittings

    private mutating func add(
        _ sittings: [KeptSitting], of quiz: String, by person: Person,
        _ selection: SittingSelection, _ call: Invocation
    ) throws {
        open += sittings.count(where: \.isOpen)
        var graded = sittings.filter { $0.grade != nil }
        if call.flag("learner-view") {
            let seen = graded.filter { $0.disclosed.isSuperset(of: [.verdict, .score]) }
            withheld += graded.count - seen.count
            graded = seen
        }
        if let doubt = selection.doubt(about: graded.count, of: quiz, by: person) {
            return doubts.append(doubt)
        }
        let chosen = try selection.choose(
            among: graded, marks: { $0.grade?.marks }, ended: \.ended)
        guard let chosen else { return }
        let disclosed = call.flag("learner-view") ? chosen.disclosed : Set(Disclosure.allCases)
        if let sitting = try GradedSitting(chosen, of: person, disclosing: disclosed) {
            self.sittings.append(sitting)
        }
    }

    private static func people(
        _ call: Invocation, _ register: Register
    ) throws(CommandFault) -> [Person] {
        if let word = call.value("learner") { return [try register.person(word)] }
        if let word = call.value("cohort") {
            return register.members(of: try register.cohort(word).id)
        }
        return register.people
    }
}

extension KeptSitting {
    fileprivate var disclosed: Set<Disclosure> {
        Disclosure.allowed(by: quiz.policy, in: attempt.state, isReleased: isReleased)
    }
}

extension GradedSitting {
    /// Nil where it has no grade. What was right, and what each objective came to, are told where
    /// they are disclosed.
    fileprivate init?(
        _ kept: KeptSitting, of learner: Person, disclosing disclosed: Set<Disclosure>
    ) throws {
        guard let grade = kept.grade else { return nil }
        let computed = try kept.graded().items
        // The kept marks count, which a reviewer may have added to.
        let marks = Dictionary(grade.items.map { ($0.item, $0.marks) }) { first, _ in first }
        let answers = kept.attempt.answers.current
        let items = zip(kept.items, computed).map { item, computed in
            let marks = marks[item.id] ?? computed.marks
            let isScored = computed.needsReviewer && grade.cause == .scored
            return AskedItem(
                item, answers[item.id], marks: marks,
                outcome: isScored ? Outcome(of: marks) : computed.outcome)
        }
        var parts: [Part] = []
        for objective in kept.bank.objectives.map(\.id) {
            let marks = items.filter { $0.item.objective == objective }.map(\.marks)
            guard !marks.isEmpty else { continue }
            parts.append(
                Part(
                    objective,
                    Marks(
                        earned: try marks.map(\.earned).total(),
                        possible: try marks.map(\.possible).total())))
        }
        self.init(
            id: ID(bits: kept.record.id.bits), learner: learner,
            quiz: AskedQuiz(
                bank: kept.bank.id, id: kept.quiz.id, title: kept.quiz.title,
                version: kept.bank.version, language: kept.bank.language,
                passMark: kept.quiz.passMark, content: kept.record.content),
            attempt: kept.record.attempt, begun: kept.record.time, ended: kept.ended,
            graded: grade.time, marks: grade.marks, verdict: grade.verdict,
            items: disclosed.contains(.rightAnswers) ? items : [],
            objectives: disclosed.contains(.objectives) ? parts : [])
    }
}
