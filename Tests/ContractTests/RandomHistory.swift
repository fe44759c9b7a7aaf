import Assessment
import Results
import Testing

/// What people do with a store, by chance but within its rules.
struct RandomHistory {
    let store: any ResultsStore
    let make: Maker
    /// What every classroom uses.
    let contents: [ContentRecord]

    static func contents() throws -> [ContentRecord] {
        let make = Maker(4_242)
        return [
            try make.content(.quiz, "q"), try make.content(.rubric, "r"),
            try make.content(.program, "p"),
        ]
    }

    func go(_ count: Int) throws {
        try store.add(contents, at: make.tick())
        for _ in 0..<count { try act() }
    }

    private func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[make.index(below: elements.count)]
    }

    /// Somebody whose data are not erased.
    private func somebody() throws -> Person? {
        let erased = Set(try store.records(ErasureRecord.self, .all).map(\.learner))
        return pick(try store.people().filter { !erased.contains($0.id) })
    }

    private func act() throws {
        let chance = make.index(below: 17)
        guard chance > 1, let person = try somebody() else { return try enroll() }
        switch chance {
        case 2: try add([make.person("New name", as: person.id)])
        case 3: try join(person)
        case 4...9: try work(person)
        case 10, 11: try score(person)
        case 12: try add([make.evaluation(person.id, contents[1], of: [])])
        case 13: try add([try make.standing(person.id, contents[2])])
        case 14:
            guard let grade = pick(try store.records(GradeRecord.self, .learner(person.id))) else {
                return
            }
            try add([make.override(grade)])
        case 15:
            guard let grade = pick(try store.records(GradeRecord.self, .learner(person.id))),
                let sitting = try store.records(
                    SittingRecord.self, .sitting(person.id, grade.sitting)
                ).first
            else { return }
            try add([try make.code(sitting.quiz), make.release(sitting)])
        default:
            if make.index(below: 2) == 0 { try store.erase(make.erasure(person.id)) }
        }
    }

    private func add(_ records: [any Record]) throws {
        try store.add(records, at: make.tick())
    }

    private func enroll() throws {
        let number = "n-\(make.index(below: 12))"
        let isTaken = try store.people().contains { $0.externalID == number }
        try add([make.person("Some name", externalID: isTaken ? nil : number)])
    }

    private func join(_ person: Person) throws {
        let id = try #require(Cohort.ID("c-\(make.index(below: 2))"))
        let isJoined = make.index(below: 2) == 0
        try add([
            make.cohort(id, "Cohort"), make.membership(id, person.id, isJoined: isJoined),
        ])
    }

    /// Begins a sitting or goes on with one.
    private func work(_ person: Person) throws {
        let quiz = "quiz-\(make.index(below: 2))"
        let sittings = try store.records(SittingRecord.self, .learner(person.id))
            .filter { $0.quiz == quiz }
        for sitting in sittings {
            let steps = try store.records(StepRecord.self, .sitting(person.id, sitting.id))
            if steps.last?.step.kind.isLast != true {
                return try goOn(sitting, steps.last?.number ?? 0)
            }
        }
        let sitting = make.sitting(
            person.id, contents[0], attempt: sittings.count + 1, allowed: nil, quiz: quiz)
        try add([sitting, make.step(sitting, 1, .begun)])
    }

    private func goOn(_ sitting: SittingRecord, _ last: Int) throws {
        switch make.index(below: 4) {
        case 0:
            try add([make.step(sitting, last + 1, .submitted), make.grade(sitting, reason: "why")])
        case 1: try add([make.step(sitting, last + 1, .moved)])
        default: try add([make.step(sitting, last + 1, .answered, .typed("words \(last)"))])
        }
    }

    private func score(_ person: Person) throws {
        guard let reviewer = try somebody() else { return }
        try review(person, reviewer)
        let last = try store.records(SheetRecord.self, .submission(person.id, "lab 1")).last
        try add([
            try make.sheet(
                person.id, reviewer.id, contents[1], revision: (last?.revision ?? 0) + 1)
        ])
    }

    /// Hands work in, or goes on with the review of it.
    private func review(_ person: Person, _ reviewer: Person) throws {
        let query = Query.submission(person.id, "lab 1")
        guard let submission = try store.records(SubmissionRecord.self, query).first else {
            let submission = make.submission(person.id, contents[1])
            return try add([submission, make.assignment(submission, reviewer.id)])
        }
        let last = try store.records(ReviewStepRecord.self, query).last
        if let last, last.reviewer != reviewer.id { return }
        try add([try make.reviewStep(submission, reviewer.id, (last?.number ?? 0) + 1)])
    }
}
