import Assessment
import Results
import StoreTesting
import Testing

@Suite struct `Verifying a store` {
    @Test(arguments: StoreKind.allCases)
    func `counts what it looked at, and tells the end`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let result = try room.store.verify { _ in .same }
        #expect(result.findings.isEmpty && result.unprovable.isEmpty)
        #expect(result.records == room.records.count && result.entries == room.records.count)
        #expect(result.verdicts == 2)
        #expect(result.head?.hash == (try room.store.allEntries().last?.hash))
        let empty = try kind.place().open().verify { _ in .same }
        #expect(empty.findings.isEmpty && empty.records == 0 && empty.head?.sequence == 0)
    }

    @Test(arguments: StoreKind.allCases)
    func `computes each verdict from its sitting, its steps and its content`(
        _ kind: StoreKind
    ) throws {
        let room = try Classroom(kind)
        let corrected = try room.make.content(.quiz, "module-210/check")
        let again = room.make.grade(room.sitting, cause: .regraded)
        let award = try #require(room.sitting.items.first)
        let correction = RegradeRecord(
            again, by: corrected.content.contentHash, giving: [award: .one])
        // A grade that was given anew by nothing.
        let empty = room.make.grade(room.sitting, cause: .regraded)
        try room.store.add([corrected, again, correction, empty], at: room.make.tick())
        var seen: [UniqueID<GradeRecord>: (Digest, Set<Item.ID>)] = [:]
        let result = try room.store.verify { basis in
            #expect(basis.sitting == room.sitting && basis.steps == room.steps)
            seen[basis.grade.id] = (basis.content.contentHash, Set(basis.given.keys))
            return .same
        }
        let asked = room.quiz.content.contentHash
        #expect(seen[room.grade.id] ?? (asked, [award]) == (asked, []))
        #expect(seen[room.regraded.id] ?? (asked, []) == (asked, Set(room.sitting.items)))
        #expect(seen[again.id] ?? (asked, []) == (corrected.content.contentHash, [award]))
        #expect(
            result.findings.map(\.message) == [
                "a verdict computes to another value: its correction is gone"
            ])
        #expect(seen.count == 3 && result.verdicts == 4)
    }

    @Test(arguments: StoreKind.allCases)
    func `tells which verdict comes out otherwise, and which cannot be computed`(
        _ kind: StoreKind
    ) throws {
        let room = try Classroom(kind)
        let different = try room.store.verify { _ in .different("1 of 2, not 2 of 2") }
        #expect(
            different.findings
                == Array(
                    repeating: StoreFinding(
                        .verdict, "a verdict computes to another value: 1 of 2, not 2 of 2"),
                    count: 2))
        let gone = try room.store.verify { _ in .impossible("its grader is gone") }
        #expect(gone.findings.isEmpty && gone.unprovable == ["its grader is gone": 2])

        try room.store.erase(room.make.erasure(room.ana.person.id))
        let erased = try room.store.verify { _ in .different("0 of 2") }
        #expect(erased.findings.isEmpty && erased.unprovable == ["answers were erased": 2])
        let same = try room.store.verify { _ in .same }
        #expect(same.findings.isEmpty && same.unprovable.isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `goes on past a record that cannot be read`(_ kind: StoreKind) throws {
        for (name, column) in [
            ("grade", "cause"), ("sitting", "items"), ("step", "kind"), ("content", "kind"),
        ] {
            let room = try Classroom(kind)
            let row = try #require(
                try room.store.everything().first { row in
                    row.table.name == name
                        && (row.table != ContentRecord.table
                            || row.key == [.bytes(room.quiz.content.contentHash.bytes)])
                })
            room.place.tamper(.put(row.altered(column, .text("/"))))
            let findings = try room.place.open().findings()
            #expect(findings.contains { $0.hasPrefix("record: the \(name) that entry") })
            #expect(
                findings.contains(
                    "verdict: a verdict computes to another value: "
                        + "a record that it rests on cannot be read"), "\(name): \(findings)")
        }
        let (room, other) = (try Classroom(kind, 1), try Classroom(kind, 2))
        _ = try room.store.merge(other.store, as: room.make.merging())
        let mark = try #require(try room.store.everything().last)
        room.place.tamper(.put(mark.altered("head", .bytes([]))))
        let findings = try room.place.open().findings()
        #expect(findings.contains { $0.hasPrefix("record: the merge that entry") })
    }

    /// Verdicts of many quizzes, so that content is looked for more than once.
    @Test(arguments: StoreKind.allCases)
    func `finds the right content for each of many`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let quizzes = try (0..<40).map { try room.make.content(.quiz, "q-\($0)") }
        try room.store.add(quizzes, at: room.make.tick())
        for round in 1...2 {
            for (number, quiz) in quizzes.enumerated() {
                let sitting = room.make.sitting(
                    room.ana.person.id, quiz, attempt: round, quiz: "q-\(number)")
                let records = [sitting, room.make.step(sitting, 1, .submitted)] as [any Record]
                try room.store.add(records + [room.make.grade(sitting)], at: room.make.tick())
            }
        }
        let result = try room.store.verify { basis in
            basis.content.contentHash == basis.sitting.content ? .same : .different("other content")
        }
        #expect(result.verdicts == 82 && result.findings.isEmpty)
    }

    /// In requests, which is what takes time in every kind of store.
    @Test func `asks the store a few times for each record, however many there are`() throws {
        let store = InMemoryStore()
        let make = Maker()
        let quiz = try make.content(.quiz, "q")
        try store.add([quiz], at: make.tick())
        var requests: [Int] = []
        for count in [100, 400] {
            for _ in 0..<count {
                let person = make.person("P")
                let sitting = make.sitting(person.person.id, quiz)
                var records: [any Record] = [person, sitting]
                records += make.steps(sitting) as [any Record]
                try store.add(records + [make.grade(sitting)], at: make.tick())
            }
            let before = store.requests
            let result = try store.verify { _ in .same }
            #expect(result.findings.isEmpty)
            requests.append((store.requests - before) / result.records)
        }
        #expect(requests.allSatisfy { $0 <= 3 }, "\(requests)")
    }
}
