import Assessment
import Content
import Results

/// The quizzes that sittings count by, each read once however many of them do.
package final class QuizShelf {
    /// A frozen quiz, with the part of its bank that it can ask.
    struct Asked {
        let content: FrozenContent
        let quiz: Quiz
        let bank: Bank
    }

    private var known: [Digest: Asked] = [:]

    package init() {}

    func quiz(
        of hash: Digest, in store: any ResultsStore
    ) throws(SittingFault) -> Asked {
        if let asked = known[hash] { return asked }
        let contents = try keeping { () throws(StoreFault) in
            try store.records(ContentRecord.self, .under([.bytes(hash.bytes)]))
        }
        guard let content = contents.first?.content else {
            throw .store(
                StoreFault(
                    .damaged, "the store lacks the quiz that was asked",
                    advice: "run: assay store verify"))
        }
        let thawed: Freezing.Thawed
        do { thawed = try Freezing.thaw(content) } catch { throw .content(error) }
        guard case .quiz(let quiz, let bank) = thawed else { throw .lacksItems(content.id) }
        let asked = Asked(content: content, quiz: quiz, bank: bank)
        known[hash] = asked
        return asked
    }
}
