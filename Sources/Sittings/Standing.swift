package import Assessment
internal import Grading

/// How far a sitting has come: what became of each question, and what still wants something.
///
/// Places are counted from 0.
package struct Standing: Sendable, Hashable {
    package enum State: Sendable, Hashable, CaseIterable {
        case unseen, seen
        /// Something was typed where a number is asked for, and nobody can read it as one.
        case unreadable
        case answered
    }

    package let states: [State]
    package let flagged: [Int]

    package init(_ items: [Item], _ answers: Answers) {
        states = items.map { item in
            guard let answer = answers.current[item.id] else {
                return answers.seen.contains(item.id) ? .seen : .unseen
            }
            return item.isReadable(answer) ? .answered : .unreadable
        }
        flagged = items.indices.filter { answers.flagged.contains(items[$0].id) }
    }

    package var unanswered: [Int] {
        states.indices.filter { states[$0] == .seen || states[$0] == .unseen }
    }

    package var unreadable: [Int] { states.indices.filter { states[$0] == .unreadable } }

    /// Those that cannot earn anything as they are.
    package var open: [Int] { states.indices.filter { states[$0] != .answered } }
}

extension Item {
    /// Whether everything typed where a number is asked for can be read as one.
    fileprivate func isReadable(_ answer: Answer) -> Bool {
        zip(interactions, answer.responses).allSatisfy { interaction, response in
            guard case .number(let number) = interaction.kind, case .typed(let text) = response
            else { return true }
            return (try? number.read(text)) != nil
        }
    }
}
