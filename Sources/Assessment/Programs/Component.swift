/// One part of a program: complete once its evidence is in and each validation says yes.
package struct Component: Sendable, Hashable {
    package typealias ID = Identifier<Component>

    /// What a learner does in it.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case quiz, lab, portfolio, project, checklist, reading
    }

    /// Something to hand in.
    package struct Evidence: Sendable, Hashable {
        package typealias ID = Identifier<Evidence>

        /// What it is.
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case document, link, recording, survey, deck
        }

        package var id: ID
        package var kind: Kind
        package var minimum: Int
        package var text: String

        package init(id: ID, kind: Kind, minimum: Int = 1, text: String) {
            self.id = id
            self.kind = kind
            self.minimum = minimum
            self.text = text
        }
    }

    /// Somebody's yes.
    package struct Validation: Sendable, Hashable {
        package typealias ID = Identifier<Validation>

        /// Whose yes it is, and how it is given.
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case quiz
            case peerReview = "peer-review"
            case peerFeedback = "peer-feedback"
            case stakeholderSurvey = "stakeholder-survey"
            case portfolioReview = "portfolio-review"
            case panel
        }

        package var id: ID
        package var kind: Kind
        package var rubric: Rubric.ID?
        package var passMark: Rational?
        package var minimumReviewers: Int
        package var text: String

        package init(
            id: ID, kind: Kind, rubric: Rubric.ID? = nil, passMark: Rational? = nil,
            minimumReviewers: Int = 1, text: String
        ) {
            self.id = id
            self.kind = kind
            self.rubric = rubric
            self.passMark = passMark
            self.minimumReviewers = minimumReviewers
            self.text = text
        }
    }

    /// A quiz by the bank it is in.
    package struct QuizReference: Sendable, Hashable, CustomStringConvertible {
        package var bank: Bank.ID
        package var quiz: Quiz.ID

        package init(bank: Bank.ID, quiz: Quiz.ID) {
            self.bank = bank
            self.quiz = quiz
        }

        /// Nil where the text is not a bank's id, a slash and a quiz's id.
        package init?(text: String) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let bank = Bank.ID(String(parts[0])),
                let quiz = Quiz.ID(String(parts[1]))
            else { return nil }
            self.init(bank: bank, quiz: quiz)
        }

        package var description: String { "\(bank)/\(quiz)" }
    }

    package var id: ID
    package var kind: Kind
    package var hours: Rational?
    package var phase: Program.Phase.ID?
    package var quiz: QuizReference?
    package var rubric: Rubric.ID?
    package var isGroupWork: Bool
    package var isRequired: Bool
    package var title: String
    package var description: String?
    package var evidence: [Evidence]
    package var validations: [Validation]
    package var develops: [Program.Target]

    package init(
        id: ID, kind: Kind, hours: Rational? = nil, phase: Program.Phase.ID? = nil,
        quiz: QuizReference? = nil, rubric: Rubric.ID? = nil, isGroupWork: Bool = false,
        isRequired: Bool = true, title: String, description: String? = nil,
        evidence: [Evidence] = [], validations: [Validation] = [], develops: [Program.Target] = []
    ) {
        self.id = id
        self.kind = kind
        self.hours = hours
        self.phase = phase
        self.quiz = quiz
        self.rubric = rubric
        self.isGroupWork = isGroupWork
        self.isRequired = isRequired
        self.title = title
        self.description = description
        self.evidence = evidence
        self.validations = validations
        self.develops = develops
    }
}
