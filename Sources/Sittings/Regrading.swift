internal import Assessment
internal import Content
internal import Grading
package import Results

/// Grades what was answered once more, from nothing but what the store holds.
///
/// It reads a quiz once for all its sittings, so that one regrading serves one store.
package final class Regrading {
    private struct Asked {
        let quiz: Quiz
        let items: [Item.ID: Item]
    }

    /// A few at a time, since few serve many.
    private var known: [Digest: Asked] = [:]

    package init() {}

    /// Compares a grade with what the answers and the frozen quiz make of it today.
    ///
    /// Its words hold marks and ids of items, and no answer.
    package func recompute(_ basis: GradeBasis) -> Recomputation {
        let grade = basis.grade
        guard grade.grader == Grading.version else {
            return .impossible("graded by version \(grade.grader)")
        }
        // What a reviewer gave is no work of the grader's.
        if grade.cause == .scored { return .impossible("scored by a reviewer") }
        do {
            guard let asked = try asked(basis.content) else {
                return .different("its content is no quiz")
            }
            let items = basis.sitting.items.compactMap { asked.items[$0] }
            guard items.count == basis.sitting.items.count else {
                return .different("its quiz lacks an item that was asked")
            }
            return Self.compare(
                grade,
                try asked.quiz.grade(
                    items, Self.answers(of: basis.steps), giving: basis.given))
        } catch let fault as FreezingFault {
            return .different(fault.description)
        } catch {
            return .different("its marks are too large to add up")
        }
    }

    private func asked(_ content: FrozenContent) throws(FreezingFault) -> Asked? {
        if let asked = known[content.contentHash] { return asked }
        guard case .quiz(let quiz, let bank) = try Freezing.thaw(content) else { return nil }
        let items = Dictionary(bank.items.map { ($0.id, $0) }) { first, _ in first }
        if known.count == 16 { known.removeAll() }
        let asked = Asked(quiz: quiz, items: items)
        known[content.contentHash] = asked
        return asked
    }
}

extension Regrading {
    private static func answers(of steps: [StepRecord]) -> [Item.ID: Answer] {
        let ordered = steps.sorted { ($0.number, $0.id) < ($1.number, $1.id) }
        return Answers.replay(ordered.map(\.step)).current
    }

    private static func compare(_ grade: GradeRecord, _ again: QuizGrade) -> Recomputation {
        if grade.items.map(\.item) != again.items.map(\.item) {
            return .different("marks for other items than were asked")
        }
        for (kept, item) in zip(grade.items, again.items) where kept.marks != item.marks {
            return .different(
                "\(item.marks.text()) for '\(item.item)' rather than \(kept.marks.text())")
        }
        if grade.marks != again.marks {
            return .different("\(again.marks.text()) rather than \(grade.marks.text())")
        }
        if grade.verdict != again.verdict {
            return .different("\(again.verdict.rawValue) rather than \(grade.verdict.rawValue)")
        }
        return .same
    }
}
