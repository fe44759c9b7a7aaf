import Assessment
import Sittings
import Testing

@Suite struct `What became of a question` {
    struct Case: Sendable, CustomTestStringConvertible {
        let item: Item
        let answer: String
        let state: Standing.State
        var testDescription: String { "\(item.id.text): \(answer)" }
    }

    private static let twofold = Questions.item(
        "twofold", "Two things.", Questions.statement.interactions[0].kind,
        Questions.words.interactions[0].kind)

    @Test(arguments: [
        Case(item: Questions.choose, answer: "chosen a", state: .answered),
        Case(item: Questions.match, answer: "paired m=m", state: .partly),
        Case(item: Questions.match, answer: "paired m=m c=x", state: .answered),
        Case(item: Questions.match, answer: "paired m=m other=x", state: .partly),
        Case(item: Questions.sort, answer: "sorted e2=g1", state: .partly),
        Case(item: Questions.sort, answer: "sorted e1=g1 e2=g1", state: .answered),
        Case(item: Questions.blanks, answer: "filled record=ADR", state: .partly),
        Case(item: Questions.blanks, answer: "filled record=ADR why=a", state: .answered),
        Case(item: Questions.order, answer: "ordered o2 o1 o3", state: .answered),
        Case(item: Questions.number, answer: "typed 12 days", state: .answered),
        Case(item: Questions.number, answer: "typed many", state: .unreadable),
        Case(item: twofold, answer: "chosen true\n-", state: .partly),
        Case(item: twofold, answer: "chosen true\ntyped we", state: .answered),
    ]) func `depends on every part that it asks for`(row: Case) throws {
        let answer = try #require(Answer(row.answer))
        let step = Step(
            .answered, item: row.item.id, answer: answer, time: Timestamp(microseconds: 0),
            uptime: 0)
        let standing = Standing([row.item], Answers.replay([step]))
        #expect(standing.states == [row.state])
        #expect(standing.open == (row.state == .answered ? [] : [0]))
    }
}
