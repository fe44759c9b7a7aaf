import Assessment
import Testing

@Suite struct `A length of time` {
    @Test(
        arguments: [
            ("0s", 0, "0s"), ("0m", 0, "0s"), ("0d", 0, "0s"), ("1s", 1, "1s"), ("59s", 59, "59s"),
            ("60s", 60, "1m"), ("90s", 90, "90s"), ("45m", 2_700, "45m"), ("60m", 3_600, "1h"),
            ("90m", 5_400, "90m"), ("1h", 3_600, "1h"), ("24h", 86_400, "24h"),
            ("1d", 86_400, "24h"),
            ("86400s", 86_400, "24h"), ("1440m", 86_400, "24h"), ("25h", 90_000, "25h"),
            ("48h", 172_800, "2d"), ("7d", 604_800, "7d"), ("007m", 420, "7m"),
            ("366d", 31_622_400, "366d"), ("8784h", 31_622_400, "366d"),
            ("31622399s", 31_622_399, "31622399s"),
        ] as [(String, Int, String)])
    func `is read, and written in the largest unit that divides it`(
        _ written: String, _ count: Int, _ text: String
    ) throws {
        let time = try #require(Seconds(text: written))
        #expect(time.count == count)
        #expect(time.text == text)
    }

    @Test(arguments: [
        "", "s", "m", "45", "45 m", " 45m", "45m ", "45M", "45min", "1.5h", "1,5h", "-5m", "+5m",
        "5m30s", "1e3s", "0x5s", "1_000s", "٥m", "４m", "5ｍ", "5m\u{301}", "5\u{301}m", "1w", "1y",
        "PT45M", "367d", "8785h", "31622401s", "999999999d", "1000000000s", "0000000001s",
        String(repeating: "9", count: 1_000) + "d",
    ]) func `is not guessed at`(_ text: String) {
        #expect(Seconds(text: text) == nil)
    }

    @Test func `reads back as the same time, up to a year`() {
        let year = 366 * 86_400
        let counts = Array(0...7_300) + Array(stride(from: 0, through: year, by: 7_919))
        let whole = [60, 3_600, 86_400].flatMap { Array(stride(from: 0, through: year, by: $0)) }
        for count in counts + whole.prefix(20_000) + whole.suffix(9_200) {
            let time = Seconds(count)
            if Seconds(text: time.text) != time { Issue.record("\(count) as \(time.text)") }
        }
    }

    @Test func `is ordered by its length, whatever its unit`() throws {
        let ascending = ["90s", "2m", "1h", "90m", "24h", "2d"].compactMap { Seconds(text: $0) }
        #expect(ascending.count == 6)
        #expect(ascending.reversed().sorted() == ascending)
    }
}

@Suite struct `The rules of a quiz` {
    @Test func `are lenient until they are written`() {
        let policy = QuizPolicy()
        #expect(policy.timeLimit == nil && policy.grace == nil && policy.wait == nil)
        #expect(policy.attempts == nil && policy.allowsBacktracking)
        #expect(!policy.asksConfidence && !policy.isProctored)
        #expect(policy.counting == .best && policy.retake == .fresh && policy.clock == .wall)
        #expect(policy.feedback == .afterSubmit && policy.arrangement == .shuffled)
    }

    /// Files hold these words: changing one would change what they say.
    @Test func `have words that never change`() {
        #expect(QuizPolicy.Clock.allCases.map(\.rawValue) == ["wall", "active"])
        #expect(QuizPolicy.Counting.allCases.map(\.rawValue) == ["best", "first", "last"])
        #expect(
            QuizPolicy.Feedback.allCases.map(\.rawValue)
                == ["after-submit", "after-each", "after-release", "never"])
        #expect(QuizPolicy.Arrangement.allCases.map(\.rawValue) == ["shuffled", "listed"])
        #expect(QuizPolicy.Retake.allCases.map(\.rawValue) == ["fresh", "same"])
    }
}
