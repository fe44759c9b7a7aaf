package import Assessment
internal import Content
internal import Grading
package import Results

/// Grades what was answered once more, from nothing but what the store holds.
package enum Regrading {
    /// Compares a grade with what the answers and the frozen quiz make of it today.
    ///
    /// Its words hold marks and ids of items, and no answer.
    package static func recompute(
        _ grade: GradeRecord, _ sitting: SittingRecord, _ steps: [StepRecord],
        _ content: FrozenContent
    ) -> Recomputation {
        guard grade.grader == Grading.version else {
            return .impossible("graded by version \(grade.grader)")
        }
        // What a reviewer gave is no work of the grader's.
        if grade.cause == .scored { return .impossible("scored by a reviewer") }
        do {
            guard case .quiz(let quiz, let bank) = try Freezing.thaw(content) else {
                return .different("its content is no quiz")
            }
            let known = Dictionary(bank.items.map { ($0.id, $0) }) { first, _ in first }
            let asked = sitting.items.compactMap { known[$0] }
            guard asked.count == sitting.items.count else {
                return .different("its quiz lacks an item that was asked")
            }
            return compare(grade, try quiz.grade(asked, answers(of: steps)))
        } catch let fault as FreezingFault {
            return .different(fault.description)
        } catch {
            return .different("its marks are too large to add up")
        }
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
