import Assessment
import Exchange
import Testing

@Suite struct `A pseudonym` {
    private static func masked(_ key: String) throws -> [GradedSitting] {
        try Samples.two().map { sitting in
            sitting.pseudonymized { Digest.sha256(Array(key.utf8) + $0) }
        }
    }

    @Test(arguments: ExchangeFormat.allCases)
    func `leaves nothing of who somebody is`(_ format: ExchangeFormat) throws {
        let before = try Samples.two()
        let words =
            before.flatMap { sitting in
                [sitting.learner.id.description, sitting.id.description]
                    + [sitting.learner.externalID, sitting.learner.email, sitting.learner.name]
                    .compactMap(\.self)
            } + ["What we gave up", "=1+1", "Ana", "Bo-Li", "2026·2F17"]
        let exported = try format.export(try Self.masked("k"), Samples.settings)
        let text = String(decoding: exported.bytes, as: UTF8.self)
        for word in words { #expect(!text.contains(word), "\(word)") }
        #expect(exported.leftOut == [])
    }

    @Test func `is the same by one key and another by another`() throws {
        let first = try Self.masked("k")
        #expect(try Self.masked("k") == first)
        let other = try Self.masked("l")
        let ids = (first + other).map(\.learner.id) + (try Samples.two()).map(\.learner.id)
        #expect(Set(ids).count == 6)
        for (masked, sitting) in zip(first, try Samples.two()) {
            #expect(masked.marks == sitting.marks && masked.verdict == sitting.verdict)
            #expect(masked.items.map(\.marks) == sitting.items.map(\.marks))
            #expect(masked.id.description.dropFirst(14).first == "8")
            #expect(masked.items[0].answer == sitting.items[0].answer)
            #expect(masked.items.last?.answer?.isEmpty == true)
        }
    }
}
