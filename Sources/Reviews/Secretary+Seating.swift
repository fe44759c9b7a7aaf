package import Assessment
internal import Grading
internal import Results

extension Secretary {
    /// The work that still lacks somebody, and that this reviewer has no part in; the oldest first.
    package func offers(to reviewer: Person.ID) throws(ReviewFault) -> [KeptSubmission] {
        try submissions().filter {
            $0.record.learner != reviewer && $0.review(by: reviewer) == nil && $0.lacksReviewers
        }
    }

    /// Puts a reviewer on the panel, who says what ties them to the learner.
    ///
    /// Where the panel has one seat only, the role may be left out. An adjudicator is seated only
    /// where the reviewers differ too much, and is none of them.
    package func seat(
        _ reviewer: Person.ID, at submission: KeptSubmission, role: String? = nil,
        conflict: String? = nil
    ) throws(ReviewFault) -> KeptSubmission {
        let rubric = submission.rubric
        let role = try self.role(role, in: rubric)
        let isSelf = rubric.sources.contains { $0.id.text == role && $0.isSelf }
        if (reviewer == submission.record.learner) != isSelf { throw .ownWork }
        if role == Panel.adjudicator { try checkAdjudicator(reviewer, submission) }
        let conflict = try declared(conflict, in: rubric)
        if let seated = submission.review(by: reviewer)?.assignment, seated.role == role,
            seated.conflict == conflict
        {
            return submission
        }
        let assignment = AssignmentRecord(
            learner: submission.record.learner, submission: submission.id, reviewer: reviewer,
            id: newID(), time: now, author: author, role: role, conflict: conflict)
        try keeping { () throws(StoreFault) in try store.add([assignment], at: now) }
        return try again(submission)
    }

    private func role(_ role: String?, in rubric: Rubric) throws(ReviewFault) -> String? {
        if role == Panel.adjudicator { return role }
        var roles: [String] = []
        for known in rubric.roles where !roles.contains(known) { roles.append(known) }
        if roles.isEmpty { return role }
        guard let role else {
            if roles.count == 1 { return roles[0] }
            throw .noSeat(roles)
        }
        // A seat may be named by its id, too.
        let seat = rubric.panel?.seats.first { $0.id.text == role }?.role
        guard let known = seat ?? roles.first(where: { $0 == role }) else { throw .noSeat(roles) }
        return known
    }

    private func checkAdjudicator(
        _ reviewer: Person.ID, _ submission: KeptSubmission
    ) throws(ReviewFault) {
        let own = submission.review(by: reviewer)
        if own?.assignment.role == Panel.adjudicator { return }
        if own != nil { throw .hasReviewed }
        guard case .disputed = try submission.state() else { throw .notDisputed }
    }

    private func declared(
        _ conflict: String?, in rubric: Rubric
    ) throws(ReviewFault) -> String? {
        let known = rubric.panel?.conflicts ?? []
        if known.isEmpty || conflict == ScoreSheet.noConflict { return conflict }
        guard let conflict = known.first(where: { $0.id.text == conflict }) else {
            throw .undeclared(known)
        }
        if conflict.action == .bar { throw .barred(conflict) }
        return conflict.id.text
    }
}

extension KeptSubmission {
    /// Whether a seat is free; whose views are asked for in 360° feedback is for a lead to say.
    fileprivate var lacksReviewers: Bool {
        guard rubric.sources.isEmpty else { return false }
        guard let panel = rubric.panel else { return reviews.isEmpty }
        return reviews.count < panel.quorum
            || panel.seats.contains { seat in
                reviews.count { $0.assignment.role == seat.role } < seat.minimum
            }
    }
}

extension Rubric {
    /// Everything a reviewer may be on its panel, a seat or a source each.
    fileprivate var roles: [String] {
        sources.isEmpty ? panel?.seats.map(\.role) ?? [] : sources.map(\.id.text)
    }
}
