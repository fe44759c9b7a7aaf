import Assessment
import Results
import Testing

@Suite struct `A contradiction between stores` {
    /// What each of two copies of a classroom goes on with, and what is found after merging.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: @Sendable (Classroom) -> [Conflict]
        let here: @Sendable (Classroom) throws -> [any Record]
        let there: @Sendable (Classroom) throws -> [any Record]

        init(
            _ what: String, _ expected: @escaping @Sendable (Classroom) -> [Conflict],
            here: @escaping @Sendable (Classroom) throws -> [any Record],
            there: @escaping @Sendable (Classroom) throws -> [any Record]
        ) {
            testDescription = what
            self.expected = expected
            self.here = here
            self.there = there
        }
    }

    @Test(
        arguments: StoreKind.allCases,
        [
            Row(
                "nothing in common", { _ in [] }, here: { [$0.make.step($0.open, 2, .moved)] },
                there: { [$0.make.person("Cy", externalID: "s-3")] }),
            Row(
                "a sitting forked for three steps",
                { [.forkedSitting($0.ben.person.id, $0.open.id, atStep: 2)] },
                here: { room in (2...4).map { room.make.step(room.open, $0, .moved) } },
                there: { room in (2...4).map { room.make.step(room.open, $0, .flagged) } }),
            Row(
                "a sitting forked, and only one branch submitted",
                { [.forkedSitting($0.ben.person.id, $0.open.id, atStep: 2)] },
                here: { [$0.make.step($0.open, 2, .submitted), $0.make.grade($0.open)] },
                there: { room in (2...3).map { room.make.step(room.open, $0, .moved) } }),
            Row(
                "a sheet forked for two revisions",
                { room in
                    ScoreSheet.ID("s-1").map {
                        [.forkedSheet(room.ana.person.id, $0, atRevision: 3)]
                    } ?? []
                },
                here: { room in
                    try (3...4).map {
                        try room.make.sheet(
                            room.ana.person.id, room.rita.person.id, room.rubric, revision: $0)
                    }
                },
                there: { room in
                    try (3...4).map {
                        try room.make.sheet(
                            room.ana.person.id, room.rita.person.id, room.rubric, revision: $0)
                    }
                }),
            Row(
                "two submissions of one name",
                { [.sharedSubmission($0.ana.person.id, "lab 2")] },
                here: { [$0.make.submission($0.ana.person.id, $0.rubric, "lab 2")] },
                there: { [$0.make.submission($0.ana.person.id, $0.rubric, "lab 2")] }),
            Row(
                "a review forked for two steps",
                { room in
                    ScoreSheet.ID("s-1").map {
                        [.forkedReview(room.ana.person.id, $0, atStep: 3)]
                    } ?? []
                },
                here: { room in
                    try (3...4).map {
                        try room.make.reviewStep(room.submission, room.rita.person.id, $0)
                    }
                },
                there: { room in
                    try (3...4).map {
                        try room.make.reviewStep(room.submission, room.rita.person.id, $0)
                    }
                }),
            Row(
                "two open sittings that are one attempt",
                {
                    [
                        .twoOpenSittings($0.ana.person.id, quiz: "module-210/check"),
                        .sameAttempt($0.ana.person.id, quiz: "module-210/check", attempt: 2),
                    ]
                }, here: { [$0.make.sitting($0.ana.person.id, $0.quiz, attempt: 2)] },
                there: { [$0.make.sitting($0.ana.person.id, $0.quiz, attempt: 2)] }),
            Row(
                "one attempt made twice, once to its end",
                { [.sameAttempt($0.ana.person.id, quiz: "module-210/check", attempt: 2)] },
                here: {
                    let sitting = $0.make.sitting($0.ana.person.id, $0.quiz, attempt: 2)
                    return [sitting] + $0.make.steps(sitting) as [any Record]
                }, there: { [$0.make.sitting($0.ana.person.id, $0.quiz, attempt: 2)] }),
        ])
    func `is found, once each`(_ kind: StoreKind, _ row: Row) throws {
        let room = try Classroom(kind)
        let copy = room.place.copy().open()
        try room.store.add(try row.here(room), at: room.make.tick())
        try copy.add(try row.there(room), at: room.make.tick())
        #expect(try room.store.conflicts().isEmpty && copy.conflicts().isEmpty)
        _ = try room.store.merge(copy, as: room.make.merging())
        #expect(try room.store.conflicts() == row.expected(room))
        #expect(try room.store.findings().isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `is an external id that two people have, until one is corrected`(_ kind: StoreKind) throws
    {
        let (one, two) = (kind.place().open(), kind.place().open())
        let make = Maker()
        let people = ["x", "x", "y"].map { make.person("P", externalID: $0) }
        try one.add([people[0], people[2]], at: make.tick())
        try two.add([people[1]], at: make.tick())
        _ = try one.merge(two, as: make.merging())
        let ids = people.prefix(2).map(\.person.id).sorted()
        #expect(try one.conflicts() == [.sharedExternalID(ids)])
        #expect(
            try one.conflicts().first?.description
                == "2 people have the same external id: \(ids[0]), \(ids[1])")
        try one.add([make.person("P", externalID: "z", as: ids[1])], at: make.tick())
        #expect(try one.conflicts().isEmpty)
    }
}
