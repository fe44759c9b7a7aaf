/// Each left side belongs to one right side; extra right sides belong to none.
package struct Match: Sendable, Hashable {
    package static let creditRules: [PartialCredit] = [.perPair, .allOrNothing]

    /// A left side and the right side that belongs to it.
    package struct Pair: Sendable, Hashable {
        package var id: Entry.ID
        package var left: String
        package var right: String
        package var feedback: String?

        package init(id: Entry.ID, left: String, right: String, feedback: String? = nil) {
            self.id = id
            self.left = left
            self.right = right
            self.feedback = feedback
        }
    }

    package var pairs: [Pair]
    package var extras: [Entry]
    package var credit: PartialCredit

    package init(pairs: [Pair], extras: [Entry] = [], credit: PartialCredit = .perPair) {
        self.pairs = pairs
        self.extras = extras
        self.credit = credit
    }
}

/// Entries to be put in order; they are held in the right one.
package struct Order: Sendable, Hashable {
    package static let creditRules: [PartialCredit] = [.allOrNothing, .perPosition, .perNeighbor]

    package var entries: [Entry]
    package var credit: PartialCredit

    package init(entries: [Entry], credit: PartialCredit = .allOrNothing) {
        self.entries = entries
        self.credit = credit
    }
}

/// Entries to be sorted into named groups.
package struct Sort: Sendable, Hashable {
    package static let creditRules: [PartialCredit] = [.perEntry, .allOrNothing]

    /// An entry and the group it belongs to.
    package struct Member: Sendable, Hashable {
        package var entry: Entry
        package var group: Entry.ID

        package init(entry: Entry, group: Entry.ID) {
            self.entry = entry
            self.group = group
        }
    }

    package var groups: [Entry]
    package var members: [Member]
    package var credit: PartialCredit

    package init(groups: [Entry], members: [Member], credit: PartialCredit = .perEntry) {
        self.groups = groups
        self.members = members
        self.credit = credit
    }
}
