package import Assessment

/// What taking in a roster would change, compared with the people who are known.
///
/// Nobody is ever removed: whom the file leaves out is listed as absent.
package struct RosterPlan: Sendable, Hashable {
    /// A person as the store has them.
    package struct Known: Sendable, Hashable {
        package let externalID: String
        package let name: String
        package let email: String?
        package let roles: [Person.Role]
        package let cohorts: [Cohort.ID]
        package let isActive: Bool

        package init(
            externalID: String, name: String, email: String? = nil,
            roles: [Person.Role] = [.learner], cohorts: [Cohort.ID] = [],
            isActive: Bool = true
        ) {
            self.externalID = externalID
            self.name = name
            self.email = email
            self.roles = roles
            self.cohorts = cohorts
            self.isActive = isActive
        }
    }

    /// One thing that the file says otherwise.
    package enum Change: Sendable, Hashable {
        case name(from: String, to: String)
        case email(from: String?, to: String?)
        case roles(from: [Person.Role], to: [Person.Role])
        case cohorts(from: [Cohort.ID], to: [Cohort.ID])
        case activity(from: Bool, to: Bool)
    }

    /// What becomes of one person.
    package enum Step: Sendable, Hashable {
        case added(Roster.Entry)
        case changed(Roster.Entry, [Change])
        case same(Roster.Entry)

        package var entry: Roster.Entry {
            switch self {
            case .added(let entry), .changed(let entry, _), .same(let entry): entry
            }
        }
    }

    /// In the order of the file.
    package let steps: [Step]
    /// In the order of the file, with ids that are known in other letter case among them.
    package let rejections: [Roster.Rejection]
    /// Known people whom no row of the file is about, in the order they are known in.
    package let absent: [Known]

    /// Compares what the file says; details it has no column for stay as they are.
    ///
    /// Ids are compared as they are written. One that differs from a known one only in letter case
    /// is rejected, since it is a slip rather than another person.
    package static func of(_ roster: Roster, known: [Known]) -> RosterPlan {
        var byID: [String: Known] = [:]
        var spellings: [String: String] = [:]
        for person in known {
            byID[person.externalID] = byID[person.externalID] ?? person
            let folded = Roster.folded(person.externalID)
            spellings[folded] = spellings[folded] ?? person.externalID
        }
        var steps: [Step] = []
        var rejections = roster.rejections
        var mentioned = Set(roster.rejections.compactMap(\.externalID).map(Roster.folded))
        for entry in roster.entries {
            let folded = Roster.folded(entry.externalID)
            mentioned.insert(folded)
            if let person = byID[entry.externalID] {
                let changes = changes(of: person, by: entry, in: roster.details)
                steps.append(changes.isEmpty ? .same(entry) : .changed(entry, changes))
            } else if let spelling = spellings[folded] {
                rejections.append(.otherCase(entry, spelling))
            } else {
                steps.append(.added(entry))
            }
        }
        rejections.sort { $0.line < $1.line }
        let absent = known.filter { !mentioned.contains(Roster.folded($0.externalID)) }
        return RosterPlan(steps: steps, rejections: rejections, absent: absent)
    }

    private static func changes(
        of known: Known, by entry: Roster.Entry, in details: Set<Roster.Detail>
    ) -> [Change] {
        var changes: [Change] = []
        if known.name != entry.name { changes.append(.name(from: known.name, to: entry.name)) }
        if details.contains(.email), known.email != entry.email {
            changes.append(.email(from: known.email, to: entry.email))
        }
        if details.contains(.roles), Set(known.roles) != Set(entry.roles) {
            changes.append(.roles(from: known.roles, to: entry.roles))
        }
        if details.contains(.cohorts), Set(known.cohorts) != Set(entry.cohorts) {
            changes.append(.cohorts(from: known.cohorts, to: entry.cohorts))
        }
        if details.contains(.activity), known.isActive != entry.isActive {
            changes.append(.activity(from: known.isActive, to: entry.isActive))
        }
        return changes
    }
}

extension Roster.Rejection {
    fileprivate static func otherCase(_ entry: Roster.Entry, _ known: String) -> Self {
        Self(
            line: entry.line, externalID: entry.externalID, code: .duplicateID,
            reason: "the id '\(entry.externalID.shortened)' is known as '\(known.shortened)'")
    }
}
