package import Assessment
import MarkupReading

/// Freezes content under its hashes, and reads it back years later.
///
/// The canonical form is what our writers write: the same whatever the layout, the order of
/// attributes and the comments of the file it came from. Two texts that differ in a byte are two
/// texts, even where Unicode calls them equal.
///
/// ```swift
/// let frozen = try Freezing.quiz(quiz.id, of: bank)
/// guard case .quiz(let quiz, let bank) = try Freezing.thaw(frozen) else { … }
/// ```
package enum Freezing {
    /// Frozen content as values again.
    package enum Thawed: Sendable, Hashable {
        /// A quiz with the part of its bank that it can ask.
        case quiz(Quiz, of: Bank)
        case rubric(Rubric)
        case program(Program)
    }

    // MARK: Freezing

    /// A quiz with the items it can ask: editing any other item or quiz changes neither hash.
    ///
    /// Reads what it wrote, so that nothing is ever frozen that could not be thawed.
    package static func quiz(
        _ id: Quiz.ID, of bank: Bank
    ) throws(FreezingFault) -> FrozenContent {
        guard let quiz = bank.quizzes.first(where: { $0.id == id }) else {
            throw .noQuiz(id, of: bank.id)
        }
        let cut = bank.cut(to: quiz)
        return try freeze(.quiz(quiz, of: cut))
    }

    package static func rubric(_ rubric: Rubric) throws(FreezingFault) -> FrozenContent {
        try freeze(.rubric(rubric))
    }

    package static func program(_ program: Program) throws(FreezingFault) -> FrozenContent {
        try freeze(.program(program))
    }

    private static func freeze(_ content: Thawed) throws(FreezingFault) -> FrozenContent {
        let bytes = content.bytes
        let frozen = FrozenContent(
            kind: content.kind, id: content.id, version: content.version,
            contentHash: Digest.sha256(bytes),
            structureHash: Digest.sha256(content.structureBytes), bytes: bytes)
        guard try thaw(frozen) == content else { throw .notWritable(frozen.name) }
        return frozen
    }

    // MARK: Thawing

    /// The values that were frozen, and no others: fails where the bytes are not those of the hash,
    /// are not what their label says, or can no longer be read.
    package static func thaw(_ frozen: FrozenContent) throws(FreezingFault) -> Thawed {
        guard frozen.isIntact else { throw .damaged(frozen.name) }
        var diagnostics = Diagnostics()
        let content = read(frozen, into: &diagnostics)
        // What is written as it was read has lost nothing, even if a later release finds fault
        // with it: marks were given by it all the same.
        guard let content, !diagnostics.hasErrors || content.bytes == frozen.bytes else {
            throw .unreadable(
                frozen.name, because: diagnostics.found.first { $0.severity == .error })
        }
        guard content.id == frozen.id, content.version == frozen.version else {
            throw .mislabeled(frozen.name, as: "\(content.kind) '\(content.id)' \(content.version)")
        }
        return content
    }

    private static func read(
        _ frozen: FrozenContent, into diagnostics: inout Diagnostics
    ) -> Thawed? {
        let source = SourceText(name: frozen.name, bytes: frozen.bytes)
        // Limits keep strangers' files in bounds, and may have been raised for this one.
        var limits = MarkupLimits()
        limits.bytes = .max
        limits.tagBytes = max(limits.tagBytes, frozen.bytes.count)
        limits.textBytes = max(limits.textBytes, frozen.bytes.count)
        limits.depth = 256
        switch frozen.kind {
        case .quiz:
            let bank = BankReader.bank(
                from: source, limits: limits, itemLimit: .max, into: &diagnostics)
            guard let bank, let quiz = bank.quizzes.first, bank.quizzes.count == 1 else {
                return nil
            }
            return .quiz(quiz, of: bank)
        case .rubric:
            return RubricReader.rubric(from: source, limits: limits, into: &diagnostics)
                .map { .rubric($0) }
        case .program:
            return ProgramReader.program(from: source, limits: limits, into: &diagnostics)
                .map { .program($0) }
        }
    }
}

extension Freezing.Thawed {
    fileprivate var kind: FrozenContent.Kind {
        switch self {
        case .quiz: .quiz
        case .rubric: .rubric
        case .program: .program
        }
    }

    fileprivate var id: String {
        switch self {
        case .quiz(let quiz, let bank):
            Component.QuizReference(bank: bank.id, quiz: quiz.id).description
        case .rubric(let rubric): rubric.id.text
        case .program(let program): program.id.text
        }
    }

    fileprivate var version: String {
        switch self {
        case .quiz(_, let bank): bank.version
        case .rubric(let rubric): rubric.version
        case .program(let program): program.version
        }
    }

    fileprivate var bytes: [UInt8] {
        switch self {
        case .quiz(_, let bank): BankWriter.bytes(of: bank)
        case .rubric(let rubric): RubricWriter.bytes(of: rubric)
        case .program(let program): ProgramWriter.bytes(of: program)
        }
    }

    fileprivate var structureBytes: [UInt8] {
        switch self {
        case .quiz(_, let bank): BankWriter.bytes(of: bank.structure)
        case .rubric(let rubric): RubricWriter.bytes(of: rubric.structure)
        case .program(let program): ProgramWriter.bytes(of: program.structure)
        }
    }
}
