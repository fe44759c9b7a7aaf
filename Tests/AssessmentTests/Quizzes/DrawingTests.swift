import Assessment
import Testing

@Suite struct `A draw` {
    private static let names = ["a-1", "a-2", "a-3", "a-4", "b-1", "b-2", "b-3", "b-4", "c-1"]

    /// Four items of ethics, four of mentoring, one of neither.
    private func pool(_ seen: [String: Int] = [:]) throws -> [Drawing.Candidate] {
        try Self.names.map { name in
            let objective = ["a": "ethics", "b": "mentoring"][name.prefix(1)]
            return Drawing.Candidate(
                id: try #require(Identifier(name)),
                objective: try objective.map { try #require(Identifier($0)) },
                timesSeen: seen[name] ?? 0)
        }
    }

    private func quiz(
        _ draws: [Draw], fixed: [String] = [], _ arrangement: QuizPolicy.Arrangement = .shuffled
    ) throws -> Quiz {
        var policy = QuizPolicy()
        policy.arrangement = arrangement
        return Quiz(
            id: try #require(Identifier("check")), title: "Check",
            passMark: try Rational(4, over: 5), policy: policy,
            draws: try draws.map { draw in
                Quiz.Draw(
                    objective: try draw.objective.map { try #require(Identifier($0)) },
                    count: draw.count)
            }, fixedItems: try fixed.map { try #require(Identifier($0)) })
    }

    struct Draw: Sendable {
        let count: Int
        let objective: String?

        init(_ count: Int, _ objective: String? = nil) {
            (self.count, self.objective) = (count, objective)
        }
    }

    struct Vector: Sendable, CustomTestStringConvertible {
        let seed: UInt64
        let draws: [Draw]
        var fixed: [String] = []
        var seen: [String: Int] = [:]
        let listed: [String]
        let shuffled: [String]

        var testDescription: String { "\(seed): \(shuffled.joined(separator: " "))" }
    }

    private static let stratified = [Draw(2, "ethics"), Draw(2, "mentoring")]
    private static let anyFirst = [Draw(2), Draw(2, "ethics"), Draw(1, "mentoring")]
    private static let three = [Draw(3, "ethics"), Draw(3, "mentoring")]
    private static let seen = ["a-1": 2, "a-2": 1, "b-4": 3]

    /// Computed by a model in Python: an old sitting must be drawn again as it was.
    @Test(arguments: [
        Vector(
            seed: 0, draws: stratified, listed: ["a-3", "a-1", "b-2", "b-3"],
            shuffled: ["a-1", "b-3", "b-2", "a-3"]),
        Vector(
            seed: 42, draws: stratified, listed: ["a-2", "a-4", "b-3", "b-4"],
            shuffled: ["a-4", "b-4", "b-3", "a-2"]),
        Vector(
            seed: 1_234_567, draws: stratified, listed: ["a-3", "a-4", "b-2", "b-4"],
            shuffled: ["a-4", "b-4", "a-3", "b-2"]),
        Vector(
            seed: 0, draws: anyFirst, fixed: ["b-2"],
            listed: ["b-2", "a-3", "a-1", "b-3", "c-1", "b-4"],
            shuffled: ["b-2", "a-1", "c-1", "b-3", "a-3", "b-4"]),
        Vector(
            seed: 42, draws: anyFirst, fixed: ["b-2"],
            listed: ["b-2", "a-2", "a-4", "b-4", "a-3", "b-3"],
            shuffled: ["b-2", "a-4", "b-3", "a-3", "a-2", "b-4"]),
        Vector(
            seed: 0, draws: three, seen: seen, listed: ["a-3", "a-4", "a-2", "b-2", "b-3", "b-1"],
            shuffled: ["b-1", "b-3", "a-2", "a-3", "b-2", "a-4"]),
        Vector(
            seed: 42, draws: three, seen: seen, listed: ["a-4", "a-3", "a-2", "b-3", "b-1", "b-2"],
            shuffled: ["a-2", "a-4", "b-3", "b-2", "b-1", "a-3"]),
    ]) func `is the same for a seed, for good`(_ row: Vector) throws {
        let pool = try pool(row.seen)
        for (arrangement, items) in [
            (QuizPolicy.Arrangement.listed, row.listed), (.shuffled, row.shuffled),
        ] {
            let quiz = try quiz(row.draws, fixed: row.fixed, arrangement)
            for order in [pool, pool.reversed(), pool.sorted { $0.timesSeen > $1.timesSeen }] {
                let drawn = try Drawing.items(of: quiz, from: order, seed: row.seed)
                #expect(drawn.map(\.text) == items)
            }
        }
    }

    @Test func `takes what the blueprint says, whatever the seed`() throws {
        let seen = ["a-1": 5, "a-2": 1, "b-1": 2, "b-3": 1, "b-4": 1, "c-1": 9]
        let pool = try pool(seen)
        // Any before the named ones, with just enough left for both.
        let quiz = try quiz([Draw(2), Draw(3, "ethics"), Draw(2, "mentoring")], fixed: ["b-2"])
        var orders: Set<[String]> = []
        for seed: UInt64 in 0..<500 {
            let drawn = try Drawing.items(of: quiz, from: pool, seed: seed).map(\.text)
            orders.insert(drawn)
            #expect(drawn.count == quiz.length && Set(drawn).count == drawn.count)
            // Fixed: b-2. Seen least: a-3 and a-4, then a-2; b-3 and b-4. Left: a-1, b-1 and c-1.
            #expect(Set(drawn).isSuperset(of: ["b-2", "a-2", "a-3", "a-4", "b-3", "b-4"]))
            #expect(!drawn.contains("c-1") && drawn.contains("a-1") && drawn.contains("b-1"))
            #expect(try Drawing.items(of: quiz, from: pool, seed: seed).map(\.text) == drawn)
        }
        #expect(orders.count > 490)
    }

    @Test func `leaves the unseen to chance, each as likely as the next`() throws {
        let pool = try pool(["b-4": 1])
        let quiz = try quiz([Draw(2, "mentoring"), Draw(1, "ethics")])
        var drawn: [String: Int] = [:]
        var first: [String: Int] = [:]
        for seed: UInt64 in 0..<3_000 {
            let items = try Drawing.items(of: quiz, from: pool, seed: seed).map(\.text)
            for item in items { drawn[item, default: 0] += 1 }
            first[String(items[0].prefix(1)), default: 0] += 1
        }
        // Two of three, 2000 times each, and one of four, 750: five deviations are 130.
        for item in ["b-1", "b-2", "b-3"] {
            #expect((1_870...2_130).contains(drawn[item] ?? 0), "\(drawn)")
        }
        for item in ["a-1", "a-2", "a-3", "a-4"] {
            #expect((620...880).contains(drawn[item] ?? 0), "\(drawn)")
        }
        #expect(drawn["b-4"] == nil && drawn["c-1"] == nil)
        #expect((870...1_130).contains(first["a"] ?? 0), "\(first)")
    }

    @Test func `keeps the order of fixed items in a listed quiz, even of those not in the pool`()
        throws
    {
        let fixed = ["z-9", "b-4", "a-1"]
        let quiz = try quiz([Draw(1, "ethics")], fixed: fixed, .listed)
        for seed: UInt64 in 0..<50 {
            let drawn = try Drawing.items(of: quiz, from: try pool(), seed: seed).map(\.text)
            #expect(Array(drawn.prefix(3)) == fixed)
            #expect(["a-2", "a-3", "a-4"].contains(drawn[3]))
        }
        let empty = try self.quiz([])
        #expect(try Drawing.items(of: empty, from: try pool(), seed: 1).isEmpty)
    }

    struct Shortage: Sendable, CustomTestStringConvertible {
        let draws: [Draw]
        var fixed: [String] = []
        let says: String

        var testDescription: String { says }
    }

    @Test(arguments: [
        Shortage(
            draws: [Draw(5, "ethics")],
            says: "the quiz draws 5 items of objective 'ethics', and the pool has 4 left"),
        Shortage(
            draws: [Draw(4, "ethics")], fixed: ["a-2"],
            says: "the quiz draws 4 items of objective 'ethics', and the pool has 3 left"),
        Shortage(
            draws: [Draw(3, "ethics"), Draw(2, "ethics")],
            says: "the quiz draws 2 items of objective 'ethics', and the pool has 1 left"),
        Shortage(
            draws: [Draw(2, "strategy")],
            says: "the quiz draws 2 items of objective 'strategy', and the pool has 0 left"),
        Shortage(draws: [Draw(10)], says: "the quiz draws 10 items, and the pool has 9 left"),
        Shortage(
            draws: [Draw(4), Draw(4, "mentoring"), Draw(2, "ethics")],
            says: "the quiz draws 4 items, and the pool has 3 left"),
    ]) func `from too small a pool is an error that says which`(_ row: Shortage) throws {
        let (quiz, pool) = (try quiz(row.draws, fixed: row.fixed), try pool())
        let fault = try #require(throws: Drawing.PoolTooSmall.self) {
            try Drawing.items(of: quiz, from: pool, seed: 7)
        }
        #expect(fault.description == row.says)
    }
}
