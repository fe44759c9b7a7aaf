package import Assessment
package import Grading

/// A sitting that was handed in, with what it came to, as far as another system may be told.
package struct GradedSitting: Sendable, Hashable {
    package typealias ID = UniqueID<GradedSitting>

    /// The quiz as it was asked.
    package struct AskedQuiz: Sendable, Hashable {
        package let bank: Bank.ID
        package let id: Quiz.ID
        package let title: String
        package let version: String
        package let language: String?
        package let passMark: Rational
        /// The hash under which it was frozen.
        package let content: Digest

        package init(
            bank: Bank.ID, id: Quiz.ID, title: String, version: String, language: String?,
            passMark: Rational, content: Digest
        ) {
            self.bank = bank
            self.id = id
            self.title = title
            self.version = version
            self.language = language
            self.passMark = passMark
            self.content = content
        }

        /// What sittings of it are kept under: `module-210/knowledge-check`.
        package var name: String { "\(bank)/\(id)" }
    }

    /// An item with what was answered to it.
    package struct AskedItem: Sendable, Hashable {
        package let item: Item
        package let answer: Answer?
        package let marks: Marks
        package let outcome: Outcome

        package init(_ item: Item, _ answer: Answer?, marks: Marks, outcome: Outcome) {
            self.item = item
            self.answer = answer
            self.marks = marks
            self.outcome = outcome
        }
    }

    /// What the items about one objective came to.
    package struct Part: Sendable, Hashable {
        package let objective: Objective.ID
        package let marks: Marks

        package init(_ objective: Objective.ID, _ marks: Marks) {
            self.objective = objective
            self.marks = marks
        }
    }

    package let id: ID
    package let learner: Person
    package let quiz: AskedQuiz
    /// 1 for a learner's first sitting of the quiz.
    package let attempt: Int
    package let begun: Timestamp
    package let ended: Timestamp
    package let graded: Timestamp
    package let marks: Marks
    package let verdict: Verdict
    /// In the order asked; none where they are not to be told.
    package let items: [AskedItem]
    package let objectives: [Part]

    package init(
        id: ID, learner: Person, quiz: AskedQuiz, attempt: Int, begun: Timestamp,
        ended: Timestamp, graded: Timestamp, marks: Marks, verdict: Verdict, items: [AskedItem],
        objectives: [Part]
    ) {
        self.id = id
        self.learner = learner
        self.quiz = quiz
        self.attempt = attempt
        self.begun = begun
        self.ended = ended
        self.graded = graded
        self.marks = marks
        self.verdict = verdict
        self.items = items
        self.objectives = objectives
    }

    /// The marks that pass.
    var cut: Rational { get throws(Rational.Overflow) { try quiz.passMark * marks.possible } }

    /// The share of the marks; nil where nothing could be earned.
    var share: Rational? { get throws(Rational.Overflow) { try marks.share() } }
}

extension Person {
    /// What another system knows them by: its own id where we have it.
    package var knownAs: String { externalID ?? id.description }
}
