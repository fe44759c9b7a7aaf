import Assessment
import CReference
import Glibc
import Results
import SQLiteResults

/// What a learner waits for: the program, the first question, and each answer that is saved.
extension Benchmark {
    static func start(_ place: Workplace) throws -> [Benchmark] {
        let desk = QuizDesk(place)
        return [
            Benchmark(
                "quiz take, to the first frame", against: "an empty Swift program", pairs: 41,
                limit: .time(.milliseconds(20))
            ) {
                try desk.prepare()
                var guest: Guest?
                return try timed(.wall) {
                    guest = try desk.guest()
                    try guest?.waitForFrame()
                }
            } reference: {
                try timed(.wall) { try Guest(place.program("empty-program")).waitForEnd() }
            },
            Benchmark(
                "Enter, to the first question", against: "4 KiB appended to a file", pairs: 21
            ) {
                try desk.prepare()
                let guest = try desk.guest()
                try guest.waitForFrame()
                return try timed(.wall) {
                    guest.type("\r")
                    try guest.waitForFrame()
                }
            } reference: {
                try desk.append()
            },
            try desk.answering(),
        ]
    }
}

/// A learner whom a store knows, and the quiz to take.
private final class QuizDesk {
    private let place: Workplace
    private let file: Int32
    private var store = ""

    init(_ place: Workplace) {
        self.place = place
        file = open(place.free("append"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    }

    deinit { close(file) }

    /// Makes a store in which nothing has begun.
    func prepare() throws {
        store = place.free("start.sqlite")
        let made = try SQLiteStore.create(at: store)
        let time = Timestamp(microseconds: 0)
        let person = Person(id: UniqueID(bits: 1), name: "Ana")
        try made.add(
            [PersonRecord(id: UniqueID(bits: 1), time: time, author: "bench", person: person)],
            at: time)
        try made.close()
    }

    func guest() throws -> Guest {
        try Guest(
            place.program("assay"),
            [
                "quiz", "take", "QuestionBanks/module-210.xml", "--store", store, "--learner",
                "Ana",
            ])
    }

    /// A key that changes an answer, until the answer is on the disk and on the screen.
    func answering() throws -> Benchmark {
        try prepare()
        let guest = try guest()
        try guest.waitForFrame()
        guest.type("\r")
        try guest.waitForFrame()
        var isSecond = false
        return Benchmark(
            "a key, to its answer kept and shown", against: "4 KiB appended to a file", pairs: 201,
            limit: .time(.milliseconds(5))
        ) {
            isSecond.toggle()
            let key = isSecond ? "2" : "1"
            return try timed(.wall) {
                guest.type(key)
                try guest.waitForFrame()
            }
        } reference: {
            try self.append()
        }
    }

    func append() throws -> Duration {
        try timed(.wall) {
            guard assay_reference_append(file) == 0 else { throw Failure("the disk is full") }
        }
    }
}
