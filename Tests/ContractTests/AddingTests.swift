import Assessment
import Results
import TestSupport
import Testing

@Suite struct `Adding records` {
    @Test(arguments: StoreKind.allCases)
    func `keeps what it is given, which reads back`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        for store in [room.store, room.place.open()] {
            #expect(try store.records(PersonRecord.self, .all) == [room.ana, room.ben, room.rita])
            #expect(try store.records(StepRecord.self, .all) == room.steps + [room.begun])
            let sitting = Query.sitting(room.ana.person.id, room.sitting.id)
            #expect(try store.records(StepRecord.self, sitting) == room.steps)
            #expect(
                Set(try store.records(GradeRecord.self, sitting)) == [room.grade, room.regraded])
            #expect(
                try store.records(SheetRecord.self, .submission(room.ana.person.id, "lab 1"))
                    == Array(room.sheets.prefix(2)))
            #expect(
                try store.records(SittingRecord.self, .learner(room.ben.person.id)) == [room.open])
            #expect(try store.everything().count == room.records.count)
            #expect(try store.findings().isEmpty && store.conflicts().isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `again changes nothing`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let before = (try room.store.everything(), try room.store.allEntries())
        for record in room.records { try room.store.add([record], at: room.make.tick()) }
        try room.store.add(room.records + room.records, at: room.make.tick())
        try room.store.add([], at: room.make.tick())
        #expect(try room.store.everything() == before.0)
        #expect(try room.store.allEntries() == before.1)
    }

    @Test(arguments: StoreKind.allCases)
    func `twice at once adds once`(_ kind: StoreKind) throws {
        let store = kind.place().open()
        let person = Maker().person("Cy")
        try store.add([person, person], at: person.time)
        #expect(try store.allEntries().count == 1)
    }

    /// Each table with each of its columns that is no key, and a value it does not have.
    @Test(arguments: StoreKind.allCases, Table.all.dropLast(2).map(\.name))
    func `under an id that has other contents is refused`(_ kind: StoreKind, _ name: String) throws
    {
        let room = try Classroom(kind)
        let table = try #require(Table.named(name))
        let before = (try room.store.everything(), try room.store.allEntries())
        let records = room.records.filter { type(of: $0).table == table }
        let record = try #require(records.first)
        for (index, column) in table.columns.enumerated() where column.part != .key {
            let twin = Altered(record, at: index)
            let found = fault {
                try room.store.add(
                    [room.make.person("Cy"), try twin.record()], at: room.make.tick())
            }
            #expect(found?.kind == .conflict && found?.outcome == .notSaved, "\(column.name)")
        }
        #expect(try room.store.everything() == before.0)
        #expect(try room.store.allEntries() == before.1)
    }

    @Test(arguments: StoreKind.allCases)
    func `tells apart what differs only in how an accent is written`(_ kind: StoreKind) throws {
        let store = kind.place().open()
        let make = Maker()
        let composed = make.person("Zo\u{EB}")
        try store.add([composed], at: make.tick())
        let twin = PersonRecord(
            id: composed.id, time: composed.time, author: composed.author,
            person: Person(id: composed.person.id, name: "Zoe\u{308}"))
        #expect(fault { try store.add([twin], at: make.tick()) }?.kind == .conflict)
        let name = try #require(try store.person(composed.person.id)?.name)
        #expect(Array(name.utf8) == Array("Zo\u{EB}".utf8))
    }

    @Test(arguments: StoreKind.allCases)
    func `keeps none where one is refused, and those after one they need`(_ kind: StoreKind) throws
    {
        let room = try Classroom(kind)
        let before = (try room.store.everything(), try room.store.allEntries())
        let (cy, stranger) = (room.make.person("Cy"), room.make.person("Di"))
        let membership = room.make.membership(room.cohort.cohort.id, cy.person.id)
        let standing = try room.make.standing(stranger.person.id, room.program)
        let found = fault {
            try room.store.add([cy, membership, standing], at: room.make.tick())
        }
        #expect(found?.kind == .refused && found?.outcome == .notSaved)
        #expect(try room.store.everything() == before.0)
        #expect(try room.store.allEntries() == before.1)
        try room.store.add([cy, membership, stranger, standing], at: room.make.tick())
        #expect(try room.store.allEntries().count == before.1.count + 4)
    }

    @Test(arguments: StoreKind.allCases)
    func `keeps texts byte by byte, whatever is in them`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let make = room.make
        var number = room.begun.number
        // Some are in the corpus twice.
        for bytes in Set(HostileTexts.all.map { Array($0.utf8) }) {
            let text = String(decoding: bytes, as: UTF8.self)
            let person = make.person(text, externalID: text + "\(number)", email: text)
            var response = Response.typed(text)
            if number.isMultiple(of: 2) { response = .written(text) }
            number += 1
            let step = make.step(room.open, number, .answered, response)
            let sheet = try make.sheet(
                room.ana.person.id, room.rita.person.id, room.rubric, submission: "é" + text,
                words: text)
            try room.store.add([person, step, sheet], at: make.tick())
            // Fields compare byte by byte.
            #expect(
                try room.store.records(PersonRecord.self, .learner(person.person.id)).map(\.fields)
                    == [person.fields])
            #expect(
                try room.store.records(StepRecord.self, .under(Array(step.fields.prefix(4))))
                    .map(\.fields) == [step.fields])
            let submission = Query.submission(room.ana.person.id, "é" + text)
            #expect(
                try room.store.records(SheetRecord.self, submission).map(\.fields) == [sheet.fields]
            )
        }
        #expect(try room.place.open().findings().isEmpty)
    }
}

/// A record with one of its fields altered.
private struct Altered {
    let table: Table
    let fields: [Field]

    init(_ record: any Record, at index: Int) {
        table = type(of: record).table
        var fields = record.fields
        let name = table.columns[index].name
        fields[index] =
            switch (name, fields[index]) {
            case ("status", _): .text("draft")
            case ("verdict", _) where table == GradeRecord.table: .text("passed")
            case ("state", _): .text("passed")
            case ("cause", _): .text("regraded")
            case ("kind", _) where table == StepRecord.table: .text("moved")
            case ("kind", _) where table == ReviewStepRecord.table: .text("moved")
            case ("mark", _): .text("points 2")
            case ("words", _) where table == ReviewStepRecord.table: .text("comment more")
            case ("exhibits", _): .text("")
            case ("seated", _): .integer(0)
            case ("kind", _) where table == ContentRecord.table: .text("program")
            case ("kind", _): .text("standing")
            case ("roles", _): .text("lead")
            case ("joined", _): .integer(0)
            case ("given", _): .text("i-9 7/3")
            case ("items", _) where table == GradeRecord.table: .text("")
            case ("items", _), ("sheets", _): .text("")
            case ("item", _): .text("i-9")
            case ("answer", _), ("words", .null): .text("-")
            case ("earned", _), ("possible", _), ("score", _): .text("7/3")
            case (_, .null) where ["confidence", "attempts_allowed"].contains(name): .integer(3)
            case (_, .null): .text("more")
            case (_, .integer(let number)): .integer(number + 1)
            case (_, .text(let text)): .text(text + ".")
            case (_, .bytes(let bytes)): .bytes(bytes.dropLast() + [(bytes.last ?? 0) ^ 1])
            }
        self.fields = fields
    }

    func record() throws -> any Record {
        var generator = SystemRandomNumberGenerator()
        let row = RowReader(SealedRow(table, fields, using: &generator))
        let type = try #require(Self.types.first { $0.table == table })
        return try type.init(row)
    }

    static let types: [any Record.Type] = [
        PersonRecord.self, CohortRecord.self, MembershipRecord.self, ContentRecord.self,
        ProctorCodeRecord.self, SittingRecord.self, StepRecord.self, GradeRecord.self,
        RegradeRecord.self, ReleaseRecord.self, SubmissionRecord.self, AssignmentRecord.self,
        ReviewStepRecord.self, SheetRecord.self, EvaluationRecord.self,
        VerdictReleaseRecord.self, OverrideRecord.self,
        StandingRecord.self, ErasureRecord.self, MergeRecord.self,
    ]
}
