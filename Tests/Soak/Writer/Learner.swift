import Assessment
import Results

/// A learner who takes a quiz again and again; what they do follows from their number.
///
/// Each step has a place in all that they ever do, from 0, and an id that holds the learner, the
/// place and chance. So a driver knows from a store's steps alone which of its own they are.
struct Learner {
    static let stepsPerSitting = 100
    static let quiz = "soak/endless"

    let number: Int

    var person: Person.ID { UniqueID(bits: 1 << 120 | UInt128(number)) }

    func sitting(_ attempt: Int) -> UniqueID<SittingRecord> {
        UniqueID(bits: 2 << 120 | UInt128(number) << 64 | UInt128(attempt))
    }

    static let content: FrozenContent = {
        let bytes = Array("a quiz without an end".utf8)
        let hash = Digest.sha256(bytes)
        return FrozenContent(
            kind: .quiz, id: quiz, version: "1.0.0", contentHash: hash, structureHash: hash,
            bytes: bytes)
    }()

    /// What has to be in a store before the first step, the same from whoever adds it.
    var beginnings: [any Record] {
        let known = Person(id: person, name: "Learner \(number)")
        return [
            ContentRecord(Self.content),
            PersonRecord(
                id: UniqueID(bits: person.bits), time: Timestamp(microseconds: 0), author: "soak",
                person: known),
        ]
    }

    /// The step at a place, with the sitting where it is the first of one.
    func records(at place: Int, chance: UInt64, time: Timestamp) -> [any Record] {
        let attempt = place / Self.stepsPerSitting + 1
        let number = place % Self.stepsPerSitting + 1
        let record = StepRecord(
            learner: person, sitting: sitting(attempt), number: number,
            id: StepID(worker: self.number, place: place, chance: chance).id, boot: nil,
            step: step(number, time))
        guard number == 1 else { return [record] }
        return [
            SittingRecord(
                learner: person, id: sitting(attempt), time: time, quiz: Self.quiz,
                content: Self.content.contentHash, seed: 1, attempt: attempt, attemptsAllowed: nil,
                items: []), record,
        ]
    }

    private func step(_ number: Int, _ time: Timestamp) -> Step {
        switch number {
        case 1: Step(.begun, time: time, uptime: 0)
        case Self.stepsPerSitting: Step(.submitted, time: time, uptime: 0)
        default:
            Step(
                .answered, item: Item.ID("item-\(number)"),
                answer: Answer([.typed("what learner \(self.number) thought of at \(time)")]),
                time: time, uptime: 0)
        }
    }

    /// The place after the last step that the store has.
    func nextPlace(in store: some ResultsStore) throws(StoreFault) -> Int {
        try store.reading { () throws(StoreFault) in
            let sittings = try store.records(SittingRecord.self, .learner(person)).count
            guard sittings > 0 else { return 0 }
            let last = try store.lastRow(
                StepRecord.table, .sitting(person, sitting(sittings))
            ).map { row throws(StoreFault) in try StepRecord(RowReader(row)).number }
            return (sittings - 1) * Self.stepsPerSitting + (last ?? 0)
        }
    }
}

/// A step as its id tells it, and as drivers know it.
struct StepID: CustomStringConvertible {
    let worker: Int
    let place: Int
    let chance: UInt64

    init(worker: Int, place: Int, chance: UInt64) {
        self.worker = worker
        self.place = place
        self.chance = chance
    }

    init(_ id: UniqueID<StepRecord>) {
        worker = Int(truncatingIfNeeded: id.bits >> 96)
        place = Int(truncatingIfNeeded: id.bits >> 64 & 0xFFFF_FFFF)
        chance = UInt64(truncatingIfNeeded: id.bits)
    }

    var id: UniqueID<StepRecord> {
        UniqueID(bits: UInt128(worker) << 96 | UInt128(place) << 64 | UInt128(chance))
    }

    var description: String { "\(worker) \(place) \(String(chance, radix: 16))" }
}
