import Assessment
import Content
import Grading
import Results
import Reviews
import StoreTesting
import Testing

@Suite struct `Reviewing` {
    private let room: PanelRoom

    init() throws {
        room = try PanelRoom()
        try room.handIn()
    }

    @Test func `keeps every change before it counts, and goes on where it was left`() throws {
        let live = try room.review(0, "ask=low,ask\"Say more,end=good,end=low")
        let kept = try #require(try room.kept().review(by: room.reviewers[0]))
        #expect(kept.review == live.review)
        #expect(kept.progress.done == 2 && kept.progress.all == 2)
        // One step for each change, and no more.
        #expect(
            try room.records(ReviewStepRecord.self).map(\.step.kind)
                == [.begun, .judged, .judged, .judged, .judged])
        #expect(kept.filed.isEmpty && kept.counting == nil)
    }

    @Test func `says what is missing, and gives a score once nothing is`() throws {
        let scores = try ["", "ask=low", "ask=low,ask\"Why", "ask=low,ask\"Why,end=best"].map {
            try room.review(0, $0).scores()
        }
        let ask = try #require(Criterion.ID("ask"))
        let end = try #require(Criterion.ID("end"))
        #expect(
            scores.map { $0.map(\.lacks) } == [
                [[.mark(ask), .mark(end)]], [[.comment(ask), .mark(end)]], [[.mark(end)]], [[]],
            ])
        // 75 × 1/3 + 25 × 3/3 of 100.
        #expect(try scores.last?.first?.score() == Rational(1, over: 2))
    }

    @Test func `files the sheet as it was handed in, and each correction beside it`() throws {
        try room.review(0, "ask=good,end=good,submit")
        let first = try #require(try room.kept().reviews.first?.counting)
        try room.review(0, "revise a slip of the hand,end=best")
        // What was handed in counts until the correction is.
        #expect(try room.kept().reviews.first?.counting == first)
        try room.review(0, "submit")
        let kept = try #require(try room.kept().reviews.first)
        #expect(kept.filed.map(\.revision) == [1, 2])
        #expect(
            kept.filed.map(\.marks)
                == ["ask: level good\nend: level good", "ask: level good\nend: level best"])
        #expect(kept.steps.compactMap(\.words) == ["a slip of the hand"])
        #expect(kept.counting?.marks.map(\.value).last == kept.review.marks.map(\.value).last)
        #expect(kept.counting?.rubricHash?.count == 64 && kept.counting?.conflict == "none")
    }

    @Test func `counts no sheet that was withdrawn`() throws {
        try room.review(0, "ask=good,end=good,submit,withdraw I know her after all")
        let kept = try #require(try room.kept().reviews.first)
        #expect(kept.counting == nil && kept.filed.map(\.status) == [.submitted, .withdrawn])
    }

    @Test func `notes what evidence is found to be, and only what is news`() throws {
        var live = try room.review(0, "")
        let same = Exhibit(link: "talk.md", contents: .init(of: [1, 2]))
        let other = Exhibit(link: "talk.md", contents: .init(of: [1]))
        try live.look(at: [same])
        try live.look(at: [same])
        try live.look(at: [other])
        let kept = try #require(try room.kept().reviews.first)
        #expect(kept.steps.filter { $0.kind == .looked }.count == 2)
        #expect(kept.found("talk.md") == other && kept.found("other.md") == nil)
    }

    @Test func `in two places at once does not mix`() throws {
        var one = try room.review(0, "")
        try room.review(0, "ask=good")
        let id = try #require(Criterion.ID("end"))
        let fault = PanelRoom.fault {
            try one.receive(.judge(.criterion(id), Judgment(value: .notApplicable)))
        }
        #expect(fault?.store?.kind == .refused)
        #expect(try room.kept().reviews.first?.review.marks.count == 1)
    }

    @Test func `may be asked for again after a write that nobody knows of`() throws {
        var live = try room.review(0, "")
        let id = try #require(Criterion.ID("end"))
        let event = Review.Event.judge(.criterion(id), Judgment(value: .notApplicable))
        for failure in InMemoryStore.Failure.allCases {
            room.place.failure = failure
            let fault = PanelRoom.fault { try live.receive(event) }
            room.place.failure = nil
            if fault != nil { try live.receive(event) }
            #expect(try room.kept().reviews.first?.review == live.review)
            try live.receive(.undo)
        }
    }
}

@Suite struct `A panel` {
    private let room: PanelRoom

    init() throws {
        room = try PanelRoom()
        try room.handIn()
    }

    private func states(_ reviewer: Int? = nil) throws -> [QueueEntry.State] {
        try room.secretary.queue(for: reviewer.map { room.reviewers[$0] }).map(\.state)
    }

    @Test func `leads from seats to a verdict that is released`() throws {
        func isOffered(to reviewer: Person.ID) throws -> Bool {
            try !room.secretary.offers(to: reviewer).isEmpty
        }
        #expect(try states() == [.waiting] && states(0) == [])
        #expect(try isOffered(to: room.reviewers[0]) && !isOffered(to: room.learner))
        try room.review(0, "")
        #expect(try states(0) == [.inProgress] && !isOffered(to: room.reviewers[0]))
        #expect(try isOffered(to: room.reviewers[2]))
        try room.review(0, "ask=best,end=good,submit")
        #expect(try states(0) == [.submitted] && states() == [.waiting])
        try room.review(1, "ask=good,end=good,submit")
        #expect(try states(0) == [.decided] && states() == [.decided])
        #expect(try !isOffered(to: room.reviewers[2]), "every seat is taken")
        let released = try room.secretary.release(room.kept())
        #expect(try states() == [.released])
        let verdict = try #require(released.released.last)
        // The mean of 75 + 25 × 2/3 and 200/3 of 100.
        #expect(verdict.score == (try Rational(19, over: 24)) && verdict.verdict == "pass")
        #expect(verdict.sheets.count == 2 && verdict.details == "19/24 pass")
    }

    @Test func `releases nothing that is not decided`() throws {
        try room.review(0, "ask=best,end=good,submit")
        #expect(
            PanelRoom.fault { _ = try room.secretary.release(room.kept()) } == .notDecided)
        #expect(try room.records(EvaluationRecord.self).isEmpty)
    }

    @Test func `shows no marks of others until all are in`() throws {
        try room.review(0, "ask=best,end=good,submit")
        try room.review(1, "ask=good,end=good")
        for reviewer in room.reviewers.prefix(2) {
            let sight = try room.kept().sight(of: reviewer)
            #expect(sight.sheets == .own && !sight.showsLearnersName && !sight.showsResult)
        }
        try room.review(1, "submit")
        #expect(try room.kept().sight(of: room.reviewers[0]).sheets == .all)
        #expect(try room.kept().sight(of: room.reviewers[3]).sheets == .own)
    }

    @Test func `that differs too much is settled by somebody else`() throws {
        try room.review(0, "ask=best,end=good,submit")
        try room.review(1, "ask=low,ask\"Thin,end=good,submit")
        #expect(try states(0) == [.adjudication] && states(1) == [.adjudication])
        let own = PanelRoom.fault { try room.review(0, "", role: "adjudicator") }
        #expect(own == .hasReviewed)
        try room.review(2, "ask=good,end=good,submit", role: "adjudicator")
        #expect(try states() == [.decided])
        #expect(
            try room.secretary.release(room.kept()).released.last?.score == Rational(2, over: 3))
    }

    @Test func `that corrects itself after the release has two verdicts`() throws {
        try room.review(0, "ask=best,end=good,submit")
        try room.review(1, "ask=good,end=good,submit")
        _ = try room.secretary.release(room.kept())
        try room.review(0, "revise read it again,ask=good,submit")
        // Nothing is decided anew in silence.
        #expect(try room.kept().released.count == 1)
        let released = try room.secretary.release(room.kept()).released
        #expect(released.map(\.score) == [try Rational(19, over: 24), try Rational(2, over: 3)])
    }

    @Test func `forgets what was written about whom it forgets`() throws {
        try room.review(0, "ask=low,ask\"Thin,end=good,submit")
        let store = InMemoryStore(at: room.place)
        try store.erase(
            ErasureRecord(
                learner: room.learner, id: UniqueID(bits: 9), time: room.now, author: "lea"))
        let kept = try room.kept()
        #expect(kept.record.exhibits == nil)
        #expect(kept.reviews.first?.review.marks.compactMap(\.comment) == [])
        #expect(kept.reviews.first?.counting == nil)
    }
}
