import Assessment
import Content
import Grading
import Results
import Reviews
import StoreTesting
import Testing

@Suite struct `Work handed in` {
    private let room: PanelRoom

    init() throws { room = try PanelRoom() }

    @Test func `is kept with its rubric and what it is made of`() throws {
        let kept = try room.handIn()
        #expect(try room.kept() == kept)
        #expect(kept.rubric == (try PanelRoom.rubric()))
        // printf '\1\2' | sha256sum
        #expect(
            kept.record.exhibits?.first?.contents?.description
                == "a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222 2")
        #expect(try room.records(ContentRecord.self).count == 1)
        #expect(kept.reviews.isEmpty && kept.released.isEmpty)
    }

    @Test func `is called by a name that nobody else has`() throws {
        let first = try room.handIn(as: nil)
        room.seconds += 1
        let second = try room.handIn(as: nil)
        #expect(first.id.hasPrefix("talk-") && second.id != first.id)
        try expect(.takenID(first.id.uppercased())) { try room.handIn(as: first.id.uppercased()) }
        try expect(.badID("a b")) { try room.handIn(as: "a b") }
        #expect(try room.secretary.submissions().map(\.id) == [first.id, second.id])
    }

    /// What is edited in a rubric of the same version, what that does, and whose sheet it touches.
    @Test(
        arguments: [
            ("<title>Ask</title>", "<title>Asks</title>", .wording, false),
            ("min=\"60%\"", "min=\"50%\"", .computedAgain, true),
            ("comment-below=\"good\"", "comment-below=\"low\"", .computedAgain, true),
            (
                "<level id=\"best\"",
                "<level id=\"fine\" points=\"2.5\"><label>F</label></level>"
                    + "<level id=\"best\"", .levelAdded, false
            ),
            (
                "<criterion id=\"end\" kind=\"levels\" scale=\"s\" weight=\"25\"",
                "<criterion id=\"new\" kind=\"levels\" scale=\"s\" weight=\"10\"><title>N</title>"
                    + "</criterion>"
                    + "<criterion id=\"end\" kind=\"levels\" scale=\"s\" weight=\"15\"",
                .allByHand, true
            ),
        ] as [(String, String, RubricEdit.Impact, Bool)])
    func `is refused where its rubric was edited in use`(
        _ old: String, _ new: String, _ impact: RubricEdit.Impact, _ touches: Bool
    ) throws {
        try room.handIn()
        let sheet = try room.review(0, "ask=best,end=good,submit").kept.sheet
        let edited = try PanelRoom.rubric((old, new))
        let fault = PanelRoom.fault { _ = try room.handIn(edited, as: "talk-2") }
        guard case .editedInUse(let edit) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(edit.impact == impact)
        #expect(edit.affected == (touches ? [sheet] : []))
        #expect(try room.secretary.submissions().count == 1)
        // Under a version of its own it is another rubric.
        let later = try PanelRoom.rubric((old, new), ("version=\"1.0.0\"", "version=\"1.1.0\""))
        try room.handIn(later, as: "talk-2")
        #expect(try room.secretary.submissions().map(\.rubric.version) == ["1.0.0", "1.1.0"])
    }

    private func expect(_ fault: ReviewFault, _ body: () throws -> KeptSubmission) throws {
        #expect(PanelRoom.fault { _ = try body() } == fault)
    }
}

@Suite struct `A seat on a panel` {
    @Test(
        arguments: [
            ("peer", "none", nil), ("one", "none", nil), (nil, "friend", nil),
            ("chair", "none", .noSeat(["peer"])), ("adjudicator", "none", .notDisputed),
        ] as [(String?, String, ReviewFault?)])
    func `is taken in a role that the rubric has`(
        _ role: String?, _ conflict: String, _ expected: ReviewFault?
    ) throws {
        let room = try PanelRoom()
        let work = try room.handIn()
        let fault = PanelRoom.fault {
            let seated = try room.secretary.seat(
                room.reviewers[0], at: work, role: role, conflict: conflict)
            #expect(seated.reviews.map(\.assignment.role) == ["peer"])
            #expect(seated.reviews.map(\.assignment.conflict) == [conflict])
        }
        #expect(fault == expected)
        #expect(try room.kept().reviews.count == (expected == nil ? 1 : 0))
    }

    @Test func `needs a word on conflicts, and some keep a reviewer off`() throws {
        let room = try PanelRoom()
        let work = try room.handIn()
        let conflicts = try #require(work.rubric.panel?.conflicts)
        for said in [nil, "", "enemy"] {
            let fault = PanelRoom.fault {
                _ = try room.secretary.seat(room.reviewers[0], at: work, conflict: said)
            }
            #expect(fault == .undeclared(conflicts))
        }
        let fault = PanelRoom.fault {
            _ = try room.secretary.seat(room.reviewers[0], at: work, conflict: "kin")
        }
        #expect(fault == .barred(conflicts[0]))
        #expect(try room.records(AssignmentRecord.self).isEmpty)
    }

    @Test func `is not the learner's own, and nobody else may review`() throws {
        let room = try PanelRoom()
        let work = try room.handIn()
        let own = PanelRoom.fault {
            _ = try room.secretary.seat(room.learner, at: work, conflict: "none")
        }
        #expect(own == .ownWork)
        #expect(
            PanelRoom.fault { _ = try room.secretary.open(work, as: room.reviewers[0]) }
                == .notSeated)
    }

    @Test func `taken twice is one`() throws {
        let room = try PanelRoom()
        try room.handIn()
        try room.review(0, "")
        try room.review(0, "")
        #expect(try room.records(AssignmentRecord.self).count == 1)
    }
}
