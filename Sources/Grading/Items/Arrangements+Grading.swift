import Assessment

/// What each of a number of equal parts earns; nothing where there are none.
func equalShare(of count: Int) throws(Rational.Overflow) -> Rational {
    count == 0 ? .zero : try Rational(1, over: Int128(count))
}

extension PartGrade {
    /// An entry that has to stand, or be put, where another says.
    fileprivate init(
        _ id: Entry.ID, given: Entry.ID?, expected: Entry.ID, earns share: Rational,
        among known: Set<Entry.ID>, feedback: String?
    ) {
        let (outcome, reason): (Outcome, Reason) =
            switch given {
            case nil: (.missing, .unanswered)
            case expected: (.right, .right)
            case let other?: (.wrong, known.contains(other) ? .wrong : .unknownID)
            }
        self.init(
            id, given: given.map { .entry($0) }, expected: .entry(expected),
            credit: outcome == .right ? share : .zero, outcome, reason,
            feedback: given == nil ? nil : feedback)
    }
}

extension Match {
    func judge(_ paired: [Entry.ID: Entry.ID]) throws(Rational.Overflow) -> Judgment {
        let share = try equalShare(of: pairs.count)
        let rights = Set(pairs.map(\.id) + extras.map(\.id))
        let parts = pairs.map { pair in
            PartGrade(
                pair.id, given: paired[pair.id], expected: pair.id, earns: share, among: rights,
                feedback: pair.feedback)
        }
        return credit == .allOrNothing
            ? Judgment(requiringAll: parts) : try Judgment(adding: parts)
    }
}

extension Sort {
    func judge(_ sorted: [Entry.ID: Entry.ID]) throws(Rational.Overflow) -> Judgment {
        let share = try equalShare(of: members.count)
        let known = Set(groups.map(\.id))
        let parts = members.map { member in
            PartGrade(
                member.entry.id, given: sorted[member.entry.id], expected: member.group,
                earns: share, among: known, feedback: member.entry.feedback)
        }
        return credit == .allOrNothing
            ? Judgment(requiringAll: parts) : try Judgment(adding: parts)
    }
}

extension Order {
    func judge(_ ordered: [Entry.ID]) throws(Rational.Overflow) -> Judgment {
        let known = Set(entries.map(\.id))
        let placed = ordered.filter { known.contains($0) }
        let parts =
            credit == .perNeighbor && entries.count > 1
            ? try neighbors(placed) : try positions(placed)
        let strays = ordered.filter { !known.contains($0) }.map {
            PartGrade($0, given: .entry($0), .wrong, .unknownID)
        }
        if Set(ordered).count != ordered.count {
            return Judgment(nothing: .namesTwice, parts + strays)
        }
        return credit == .allOrNothing
            ? Judgment(requiringAll: parts + strays) : try Judgment(adding: parts + strays)
    }

    /// A part for each place: the entry that belongs there, and the one that was put there.
    private func positions(_ placed: [Entry.ID]) throws(Rational.Overflow) -> [PartGrade] {
        let share = try equalShare(of: entries.count)
        let all = Set(entries.map(\.id))
        return entries.enumerated().map { place, entry in
            PartGrade(
                entry.id, given: place < placed.count ? placed[place] : nil, expected: entry.id,
                earns: share, among: all, feedback: entry.feedback)
        }
    }

    /// A part for each entry but the last: the entry that comes right after it, and the one that was
    /// put there.
    private func neighbors(_ placed: [Entry.ID]) throws(Rational.Overflow) -> [PartGrade] {
        let share = try equalShare(of: entries.count - 1)
        let followers = Dictionary(zip(placed, placed.dropFirst())) { first, _ in first }
        let all = Set(entries.map(\.id))
        return zip(entries, entries.dropFirst()).map { entry, next in
            if followers[entry.id] == nil, placed.last == entry.id {
                return PartGrade(entry.id, expected: .entry(next.id), .wrong, .wrong)
            }
            return PartGrade(
                entry.id, given: followers[entry.id], expected: next.id, earns: share, among: all,
                feedback: entry.feedback)
        }
    }
}
