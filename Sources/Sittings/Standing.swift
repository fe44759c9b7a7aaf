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
        /// Something is given, and not all that is asked for.
        case partly
        case answered
    }

    package let states: [State]
    package let flagged: [Int]

    package init(_ items: [Item], _ answers: Answers) {
        states = items.map { item in
            guard let answer = answers.current[item.id] else {
                return answers.seen.contains(item.id) ? .seen : .unseen
            }
            if !item.isReadable(answer) { return .unreadable }
            return item.isWhole(answer) ? .answered : .partly
        }
        flagged = items.indices.filter { answers.flagged.contains(items[$0].id) }
    }

    package var unanswered: [Int] {
        states.indices.filter { states[$0] == .seen || states[$0] == .unseen }
    }

    package var unreadable: [Int] { states.indices.filter { states[$0] == .unreadable } }

    package var partly: [Int] { states.indices.filter { states[$0] == .partly } }

    /// Those that cannot earn all they are worth as they are.
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
    /// Whether every part of what is asked for was given something.
    fileprivate func isWhole(_ answer: Answer) -> Bool {
        zip(interactions, answer.responses).allSatisfy { interaction, response in
            guard let response else { return false }
            return switch (interaction.kind, response) {
            case (.match(let match), .paired(let pairs)):
                match.pairs.allSatisfy { pairs[$0.id] != nil }
            case (.sort(let sort), .sorted(let groups)):
                sort.members.allSatisfy { groups[$0.entry.id] != nil }
            case (.blanks(let blanks), .filled(let words)):
                blanks.blanks.allSatisfy { words[$0.id, default: ""].isEmpty == false }
            default: true
            }
        }
    }
}
