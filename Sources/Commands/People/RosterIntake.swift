import Assessment
import Content
import Results

/// What taking in a list of people comes to: the plan, and the records that carry it out.
///
/// Who is no longer active leaves their cohorts and keeps everything else; whoever is not active and
/// not known either is left out.
struct RosterIntake: Sendable {
    let plan: RosterPlan
    /// Whom the list might have been expected to be about, and is not; nothing becomes of them.
    let absent: [RosterPlan.Known]
    /// Not active, and never heard of.
    let leftOut: [Roster.Entry]
    /// Those in the list who are no longer active and lose their cohorts.
    let inactive: Set<String>
    /// That the list names and nobody has made yet, in the list's order.
    let newCohorts: [Cohort.ID]
    /// New people who may be somebody known without an external id.
    let namesakes: [(entry: Roster.Entry, known: Person)]
    private let known: [String: Person]

    /// Everyone in the list who is active also joins the cohorts given here.
    init(_ roster: Roster, into register: Register, joining joined: [Cohort.ID] = []) {
        let groups = Dictionary(grouping: register.named.filter { $0.externalID != nil }) {
            $0.externalID ?? ""
        }
        known = groups.compactMapValues { $0.count == 1 ? $0.first : nil }
        var roster = roster
        var spellings = Dictionary(
            register.cohorts.map { ($0.id.folded, $0.id) }, uniquingKeysWith: { first, _ in first })
        var newCohorts: [Cohort.ID] = []
        var entries: [Roster.Entry] = []
        var leftOut: [Roster.Entry] = []
        var inactive: Set<String> = []
        for entry in roster.entries {
            if let several = groups[entry.externalID], several.count > 1 {
                roster.rejections.append(.shared(entry, by: several.count))
                continue
            }
            let person = known[entry.externalID]
            if !entry.isActive, person == nil {
                leftOut.append(entry)
                continue
            }
            var cohorts: [Cohort.ID] = []
            if entry.isActive {
                let said =
                    roster.details.contains(.cohorts)
                    ? entry.cohorts : person.map { register.cohorts(of: $0.id) } ?? []
                for cohort in said + joined {
                    if spellings[cohort.folded] == nil {
                        spellings[cohort.folded] = cohort
                        newCohorts.append(cohort)
                    }
                    let cohort = spellings[cohort.folded] ?? cohort
                    if !cohorts.contains(cohort) { cohorts.append(cohort) }
                }
            } else {
                inactive.insert(entry.externalID)
            }
            entries.append(entry.with(cohorts: cohorts))
        }
        roster.entries = entries
        // A store knows of activity only by who is in a cohort.
        roster.details.formUnion([.cohorts])
        roster.details.remove(.activity)
        let plan = RosterPlan.of(roster, known: register.known)
        self.plan = plan
        // A list of one cohort's people says nothing about everybody else's.
        absent = plan.absent.filter {
            joined.isEmpty || $0.cohorts.contains(where: joined.contains)
        }
        self.leftOut = leftOut
        self.inactive = inactive
        self.newCohorts = newCohorts
        var unlisted: [String: Person] = [:]
        for person in register.named where person.externalID == nil {
            for word in [person.name, person.email].compactMap({ $0 }) { unlisted[word] = person }
        }
        namesakes = plan.added.compactMap { entry in
            (entry.email.flatMap { unlisted[$0] } ?? unlisted[entry.name]).map { (entry, $0) }
        }
    }

    /// Everything to add, in an order in which each comes after what it refers to.
    func records(by scribe: Scribe) -> [any Record] {
        var people: [any Record] = []
        var memberships: [any Record] = []
        for step in plan.steps {
            switch step {
            case .same: continue
            case .added(let entry):
                let person = Person(
                    id: scribe.newPersonID(), name: entry.name, externalID: entry.externalID,
                    email: entry.email, roles: Set(entry.roles))
                people.append(scribe.record(person))
                memberships += entry.cohorts.map { scribe.record(person.id, joins: $0) }
            case .changed(let entry, let changes):
                guard let before = known[entry.externalID] else { continue }
                let person = before.applying(changes)
                if person != before { people.append(scribe.record(person)) }
                for case .cohorts(let from, let to) in changes {
                    memberships += to.filter { !from.contains($0) }
                        .map { scribe.record(person.id, joins: $0) }
                    memberships += from.filter { !to.contains($0) }
                        .map { scribe.record(person.id, leaves: $0) }
                }
            }
        }
        let cohorts: [any Record] = newCohorts.map {
            scribe.record(Cohort(id: $0, title: $0.text))
        }
        return cohorts + people + memberships
    }
}

extension Register {
    /// The people whom a list can be about: those with an external id of their own.
    fileprivate var known: [RosterPlan.Known] {
        named.compactMap { person in
            guard let externalID = person.externalID, let name = person.name else { return nil }
            return RosterPlan.Known(
                externalID: externalID, name: name, email: person.email,
                roles: person.sortedRoles, cohorts: cohorts(of: person.id))
        }
    }
}

extension RosterPlan {
    var added: [Roster.Entry] {
        steps.compactMap { if case .added(let entry) = $0 { entry } else { nil } }
    }
}

extension Roster.Entry {
    fileprivate func with(cohorts: [Cohort.ID]) -> Self {
        Self(
            line: line, externalID: externalID, name: name, email: email, roles: roles,
            cohorts: cohorts)
    }
}

extension Roster.Rejection {
    fileprivate static func shared(_ entry: Roster.Entry, by count: Int) -> Self {
        Self(
            line: entry.line, externalID: entry.externalID, code: "duplicate-id",
            reason: "\(count) people have this id; give all but one another with 'learner edit'")
    }
}

extension Person {
    fileprivate func applying(_ changes: [RosterPlan.Change]) -> Person {
        var person = self
        for change in changes {
            switch change {
            case .name(_, let name): person.name = name
            case .email(_, let email): person.email = email
            case .roles(_, let roles): person.roles = Set(roles)
            case .cohorts, .activity: continue
            }
        }
        return person
    }
}
