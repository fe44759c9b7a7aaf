import Assessment
import CReference
import Results
import SQLiteResults

/// Adding sittings of twenty steps, one by one and many at once.
extension Benchmark {
    static func store(_ place: Workplace) throws -> [Benchmark] {
        let classroom = Classroom(place)
        return [(count: 100, batch: 1), (count: 500, batch: 50)].map { count, batch in
            Benchmark(
                "add \(count) sittings, \(batch) at once", against: "SQLite in C, the same rows",
                pairs: 7
            ) {
                try classroom.add(count, batch: batch)
            } reference: {
                try classroom.addInC(count, batch: batch)
            }
        }
    }
}

/// Learners who each take one quiz, once.
private struct Classroom {
    private static let steps = 20
    private static let learners = 1_000
    private let place: Workplace
    private let content: FrozenContent
    private let items = (1...steps).compactMap { Item.ID("item-\($0)") }

    init(_ place: Workplace) {
        self.place = place
        let bytes = Array("a quiz".utf8)
        content = FrozenContent(
            kind: .quiz, id: "bank/quiz", version: "1.0.0", contentHash: .sha256(bytes),
            structureHash: .sha256(bytes), bytes: bytes)
    }

    /// A store that knows the learners and the content, and the path it lies at.
    private func prepare() throws -> String {
        let path = place.free("store.sqlite")
        let people = (0..<Self.learners).map { number in
            PersonRecord(
                id: Self.id(1, number), time: Self.time, author: "bench",
                person: Person(id: Self.id(1, number), name: "Learner \(number)"))
        }
        let store = try SQLiteStore.create(at: path)
        try store.add(people + [ContentRecord(content)] as [any Record], at: Self.time)
        try store.close()
        return path
    }

    func add(_ count: Int, batch: Int) throws -> Duration {
        let store = try SQLiteStore.open(prepare(), .writing)
        let batches = stride(from: 0, to: count, by: batch).map { first in
            (first..<min(first + batch, count)).flatMap { records(ofSitting: $0) }
        }
        let taken = try timed(.processor) {
            for batch in batches { try store.add(batch, at: Self.time) }
        }
        try store.close()
        return taken
    }

    func addInC(_ count: Int, batch: Int) throws -> Duration {
        let path = try prepare()
        return try timed(.processor) {
            let code = assay_reference_add(
                path, content.contentHash.bytes, Int32(count), Int32(Self.steps), Int32(batch))
            guard code == 0 else { throw Failure("SQLite failed with \(code)") }
        }
    }

    private func records(ofSitting number: Int) -> [any Record] {
        let sitting = SittingRecord(
            learner: Self.id(1, number), id: Self.id(2, number), time: Self.time,
            quiz: "bank/quiz", content: content.contentHash, seed: 1, attempt: 1,
            attemptsAllowed: nil, items: items)
        return [sitting]
            + (1...Self.steps).map { step in
                StepRecord(
                    learner: sitting.learner, sitting: sitting.id, number: step,
                    id: Self.id(3, number << 16 | step), step: self.step(step))
            }
    }

    private func step(_ number: Int) -> Step {
        let moment = Moment(
            time: Self.time, uptime: Int64(number) * 1_000_000,
            boot: "032df161-1413-4094-ab34-8c827ae2c1a9")
        switch number {
        case 1: return Step(.begun, at: moment)
        case Self.steps: return Step(.submitted, at: moment)
        default:
            return Step(
                .answered, item: items[number - 1], answer: Answer("chosen a"), at: moment)
        }
    }

    /// Ids that rise as those of a clock do.
    private static func id<Named>(_ kind: UInt128, _ number: Int) -> UniqueID<Named> {
        UniqueID(bits: UInt128(number) << 64 | kind)
    }

    private static let time = Timestamp(microseconds: 1_700_000_000_000_000)
}
