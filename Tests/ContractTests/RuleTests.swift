import Assessment
import Results
import Testing

@Suite struct `What a store refuses` {
    private static let unknown = "the store knows nobody with the id"
    private static let erased = "this person's data were erased"
    private static let noContent = "the store lacks the content it is about"
    private static let over = "the sitting is over"

    private static func stranger(_ room: Classroom) -> Person.ID { room.make.id() }

    private static func lost(_ room: Classroom) throws -> ContentRecord {
        try room.make.content(.quiz, "lost")
    }

    @Test(
        arguments: StoreKind.allCases,
        [
            // Nobody knows them.
            Addition("a stranger's sitting", unknown) { [$0.make.sitting(stranger($0), $0.quiz)] },
            Addition("a stranger's sheet", unknown) {
                [try $0.make.sheet(stranger($0), $0.rita.person.id, $0.rubric)]
            },
            Addition("a strange reviewer's sheet", unknown) {
                [try $0.make.sheet($0.ana.person.id, stranger($0), $0.rubric, submission: "lab 2")]
            },
            Addition("a stranger's evaluation", unknown) {
                [$0.make.evaluation(stranger($0), $0.rubric, of: [])]
            },
            Addition("a stranger's standing", unknown) {
                [try $0.make.standing(stranger($0), $0.program)]
            },
            Addition("a strange member", unknown) {
                [$0.make.membership($0.cohort.cohort.id, stranger($0))]
            },
            Addition("a stranger's override", unknown) {
                [$0.make.override($0.make.grade($0.make.sitting(stranger($0), $0.quiz)))]
            },
            Addition("a member of no cohort", "there is no cohort '2026-b'") {
                [$0.make.membership(try #require(Cohort.ID("2026-b")), $0.ana.person.id)]
            },
            Addition("a member of half a cohort's name", "there is no cohort '2026'") {
                [$0.make.membership(try #require(Cohort.ID("2026")), $0.ana.person.id)]
            },
            // The content is not there.
            Addition("a sitting of unknown content", noContent) {
                [$0.make.sitting($0.ana.person.id, try lost($0), attempt: 2)]
            },
            Addition("a sheet of an unknown rubric", noContent) {
                [try $0.make.sheet($0.ben.person.id, $0.rita.person.id, lost($0), submission: "x")]
            },
            Addition("an evaluation by an unknown rubric", noContent) {
                [$0.make.evaluation($0.ben.person.id, try lost($0), of: [])]
            },
            Addition("a standing in an unknown program", noContent) {
                [try $0.make.standing($0.ana.person.id, lost($0))]
            },
            // Sittings.
            Addition("a second open sitting", "the learner has an open sitting of this quiz") {
                [$0.make.sitting($0.ben.person.id, $0.quiz, attempt: 2)]
            },
            Addition("attempt 1 again", "this is attempt 2, not 1") {
                [$0.make.sitting($0.ana.person.id, $0.quiz)]
            },
            Addition("attempt 3 too soon", "this is attempt 2, not 3") {
                [$0.make.sitting($0.ana.person.id, $0.quiz, attempt: 3)]
            },
            Addition("one attempt too many", "all 1 attempts of this quiz are used") {
                [$0.make.sitting($0.ana.person.id, $0.quiz, attempt: 2, allowed: 1)]
            },
            Addition("a quiz that allows none", "all 0 attempts of this quiz are used") {
                [$0.make.sitting($0.ana.person.id, $0.quiz, allowed: 0, quiz: "other")]
            },
            // Steps.
            Addition("a step of no sitting", "the store has no sitting") {
                [$0.make.step($0.make.sitting($0.ana.person.id, $0.quiz), 1, .begun)]
            },
            Addition("a step of somebody else's sitting", "the store has no sitting") {
                let other = SittingRecord(
                    learner: $0.ana.person.id, id: $0.open.id, time: $0.open.time, quiz: "q",
                    content: $0.open.content, seed: 1, attempt: 1, attemptsAllowed: nil, items: [])
                return [$0.make.step(other, 2, .moved)]
            },
            Addition("a step too many", "step 3 does not follow step 1") {
                [$0.make.step($0.open, 3, .moved)]
            },
            Addition("a step again under another id", "step 1 does not follow step 1") {
                [$0.make.step($0.open, 1, .begun)]
            },
            Addition("step 0", "step 0 does not follow step 1") {
                [$0.make.step($0.open, 0, .begun)]
            },
            Addition("a first step 2", "step 2 does not follow step 0") {
                let sitting = $0.make.sitting($0.ana.person.id, $0.quiz, quiz: "other")
                return [sitting, $0.make.step(sitting, 2, .begun)]
            },
            Addition("a step after submitting", over) { [$0.make.step($0.sitting, 5, .moved)] },
            Addition("a step after submitting just now", over) {
                [$0.make.step($0.open, 2, .submitted), $0.make.step($0.open, 3, .moved)]
            },
            Addition("a step after giving up", over) {
                [$0.make.step($0.open, 2, .abandoned), $0.make.step($0.open, 3, .resumed)]
            },
            Addition("a step after time ran out", over) {
                [$0.make.step($0.open, 2, .timeRanOut), $0.make.step($0.open, 3, .submitted)]
            },
            // Grades and sheets.
            Addition("a grade of an open sitting", "the sitting is still open") {
                [$0.make.grade($0.open)]
            },
            Addition("a grade of no sitting", "the store has no sitting") {
                [$0.make.grade($0.make.sitting($0.ana.person.id, $0.quiz))]
            },
            Addition("a release of no sitting", "the store has no sitting") {
                [$0.make.release($0.make.sitting($0.ana.person.id, $0.quiz))]
            },
            Addition("a release of an open sitting", "the sitting is still open") {
                [$0.make.release($0.open)]
            },
            Addition("a submission by a rubric nobody kept", "the store lacks the content") {
                [$0.make.submission($0.ana.person.id, try $0.make.content(.rubric, "r"), "lab 2")]
            },
            Addition("a submission again", "there is a submission 'lab 1' already") {
                [$0.make.submission($0.ana.person.id, $0.rubric)]
            },
            Addition("a submission of a stranger", "the store knows nobody") {
                [$0.make.submission($0.make.id(), $0.rubric)]
            },
            Addition("a seat at no submission", "there is no submission 'lab 9'") {
                let other = $0.make.submission($0.ana.person.id, $0.rubric, "lab 9")
                return [$0.make.assignment(other, $0.rita.person.id)]
            },
            Addition("a seat of a stranger", "the store knows nobody") {
                [$0.make.assignment($0.submission, $0.make.id())]
            },
            Addition("a step on no submission", "there is no submission 'lab 9'") {
                let other = $0.make.submission($0.ana.person.id, $0.rubric, "lab 9")
                return [try $0.make.reviewStep(other, $0.rita.person.id, 1)]
            },
            Addition("a step of a review too many", "step 4 of the sheet does not follow step 2") {
                [try $0.make.reviewStep($0.submission, $0.rita.person.id, 4)]
            },
            Addition("a step of a review again", "step 2 of the sheet does not follow step 2") {
                [try $0.make.reviewStep($0.submission, $0.rita.person.id, 2)]
            },
            Addition("a step on another reviewer's sheet", "the sheet is another reviewer's") {
                [try $0.make.reviewStep($0.submission, $0.ben.person.id, 3)]
            },
            Addition("a release of no verdict", "there is no such verdict on 'lab 1'") {
                let other = $0.make.evaluation($0.ana.person.id, $0.rubric, of: [])
                return [$0.make.release(other)]
            },
            Addition("a revision too many", "revision 4 of the sheet does not follow revision 2") {
                [try $0.make.sheet($0.ana.person.id, $0.rita.person.id, $0.rubric, revision: 4)]
            },
            Addition("a revision again", "revision 2 of the sheet does not follow revision 2") {
                [try $0.make.sheet($0.ana.person.id, $0.rita.person.id, $0.rubric, revision: 2)]
            },
            Addition("a first revision 2", "revision 2 of the sheet does not follow revision 0") {
                [
                    try $0.make.sheet(
                        $0.ana.person.id, $0.rita.person.id, $0.rubric, revision: 2,
                        submission: "lab")
                ]
            },
            // Reasons.
            Addition("an override without a reason", "an override needs a reason") {
                [$0.make.override($0.grade, reason: nil)]
            },
            Addition("an override with an empty reason", "an override needs a reason") {
                [$0.make.override($0.grade, reason: "")]
            },
            Addition("an override with a blank reason", "an override needs a reason") {
                [$0.make.override($0.grade, reason: " \n\t")]
            },
            // People.
            Addition("an external id that somebody else has", "has this external id") {
                [$0.make.person("Cy", externalID: "s-1")]
            },
            Addition("an external id twice at once", "has this external id") {
                [$0.make.person("Cy", externalID: "x"), $0.make.person("Di", externalID: "x")]
            },
            // What only the verbs may add.
            Addition("a tombstone without erasing", "a tombstone alone erases nothing") {
                [$0.make.erasure($0.ana.person.id)]
            },
            Addition("a merge's mark without merging", "only merging marks the end") {
                [$0.make.merging()(.start(of: $0.store.identity), 0)]
            },
        ])
    func `is refused whole, with the reason`(_ kind: StoreKind, _ row: Addition) throws {
        let room = try Classroom(kind)
        try expectRefusal(of: row, in: room)
    }

    @Test(
        arguments: StoreKind.allCases,
        [
            Addition("their data again", erased) { [$0.make.person("Ana", as: $0.ana.person.id)] },
            Addition("their sitting", erased) {
                [$0.make.sitting($0.ana.person.id, $0.quiz, attempt: 2)]
            },
            Addition("their grade", erased) { [$0.make.grade($0.sitting)] },
            Addition("a release of theirs", erased) { [$0.make.release($0.sitting)] },
            Addition("a step of theirs", erased) { [$0.make.step($0.sitting, 5, .moved)] },
            Addition("a sheet about them", erased) {
                [try $0.make.sheet($0.ana.person.id, $0.rita.person.id, $0.rubric, revision: 3)]
            },
            Addition("a sheet of theirs", erased) {
                [try $0.make.sheet($0.ben.person.id, $0.ana.person.id, $0.rubric, revision: 2)]
            },
            Addition("a submission of theirs", erased) {
                [$0.make.submission($0.ana.person.id, $0.rubric, "lab 2")]
            },
            Addition("a seat at their submission", erased) {
                [$0.make.assignment($0.submission, $0.rita.person.id)]
            },
            Addition("a seat of theirs", erased) {
                let other = $0.make.submission($0.ben.person.id, $0.rubric)
                return [other, $0.make.assignment(other, $0.ana.person.id)]
            },
            Addition("a step on their sheet", erased) {
                [try $0.make.reviewStep($0.submission, $0.rita.person.id, 3)]
            },
            Addition("a release of their verdict", erased) { [$0.make.release($0.evaluation)] },
            Addition("their evaluation", erased) {
                [$0.make.evaluation($0.ana.person.id, $0.rubric, of: [])]
            },
            Addition("their override", erased) { [$0.make.override($0.grade)] },
            Addition("their standing", erased) {
                [try $0.make.standing($0.ana.person.id, $0.program)]
            },
            Addition("their membership", erased) {
                [$0.make.membership($0.cohort.cohort.id, $0.ana.person.id)]
            },
        ])
    func `is anything about somebody erased`(_ kind: StoreKind, _ row: Addition) throws {
        let room = try Classroom(kind)
        try room.store.erase(room.make.erasure(room.ana.person.id))
        try expectRefusal(of: row, in: room)
    }

    private func expectRefusal(of row: Addition, in room: Classroom) throws {
        let before = (try room.store.everything(), try room.store.allEntries())
        let records = try row.records(room)
        let found = fault { try room.store.add(records, at: room.make.tick()) }
        #expect(found?.kind == .refused && found?.outcome == .notSaved)
        #expect(found?.message.contains(row.message) == true, "\(found?.message ?? "nothing")")
        #expect(found?.advice != nil)
        #expect(try room.store.everything() == before.0)
        #expect(try room.store.allEntries() == before.1)
    }

    /// What lies just on this side of a rule.
    @Test(
        arguments: StoreKind.allCases,
        [
            Addition("another quiz beside an open one", "") {
                [$0.make.sitting($0.ben.person.id, $0.quiz, quiz: "module-210/other")]
            },
            Addition("the last attempt", "") {
                [$0.make.sitting($0.ana.person.id, $0.quiz, attempt: 2, allowed: 2)]
            },
            Addition("any number of attempts", "") {
                [$0.make.sitting($0.ana.person.id, $0.quiz, attempt: 2, allowed: nil)]
            },
            Addition("a release anew", "") { [$0.make.release($0.sitting)] },
            Addition("a code for a quiz that nobody took", "") { [try $0.make.code("other/quiz")] },
            Addition("a grade anew", "") {
                let grade = $0.make.grade($0.sitting, cause: .regraded)
                return [
                    grade, RegradeRecord(grade, by: $0.quiz.content.contentHash, giving: [:]),
                ]
            },
            Addition("a grade with the last step", "") {
                [$0.make.step($0.open, 2, .timeRanOut), $0.make.grade($0.open)]
            },
            Addition("the next step of a review", "") {
                [try $0.make.reviewStep($0.submission, $0.rita.person.id, 3)]
            },
            Addition("a seat left and taken again", "") {
                [
                    $0.make.assignment($0.submission, $0.rita.person.id),
                    $0.make.assignment($0.submission, $0.rita.person.id, conflict: nil),
                ]
            },
            Addition("a release anew of a verdict", "") { [$0.make.release($0.evaluation)] },
            Addition("the next revision", "") {
                [try $0.make.sheet($0.ana.person.id, $0.rita.person.id, $0.rubric, revision: 3)]
            },
            Addition("the first revision about another submission", "") {
                [
                    try $0.make.sheet(
                        $0.ana.person.id, $0.rita.person.id, $0.rubric, submission: "lab")
                ]
            },
            Addition("a new name for a person with an external id", "") {
                [$0.make.person("Anna", externalID: "s-1", as: $0.ana.person.id)]
            },
            Addition("an external id that nobody has any more", "") {
                [
                    $0.make.person("Ana", externalID: "s-9", as: $0.ana.person.id),
                    $0.make.person("Cy", externalID: "s-1"),
                ]
            },
            Addition("an external id in another case", "") {
                [$0.make.person("Cy", externalID: "S-1")]
            },
            Addition("two people without one", "") {
                [$0.make.person("Cy"), $0.make.person("Cy")]
            },
        ])
    func `is not`(_ kind: StoreKind, _ row: Addition) throws {
        let room = try Classroom(kind)
        let before = try room.store.allEntries().count
        let records = try row.records(room)
        try room.store.add(records, at: room.make.tick())
        #expect(try room.store.allEntries().count == before + records.count)
        #expect(try room.store.findings().isEmpty && room.store.conflicts().isEmpty)
    }
}
