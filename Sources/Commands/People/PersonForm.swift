import Assessment
import Content

/// What a command line says of a person, held to the rules of lists of people.
struct PersonForm {
    let name: String
    let externalID: String?
    let email: String?
    /// What to mind, though it is no fault.
    let warnings: [String]

    /// Empty ids and emails are none at all.
    init(name: String, externalID: String?, email: String?) throws(CommandFault) {
        var diagnostics = Diagnostics()
        let externalID = externalID?.isEmpty == false ? externalID : nil
        let email = email?.isEmpty == false ? email : nil
        let entry = Roster.entry(
            name: name, externalID: externalID, email: email, into: &diagnostics)
        guard let entry else {
            let fault = diagnostics.found.first { $0.severity == .error }
            throw CommandFault(
                .usage, fault?.message ?? "this is no person", advice: fault?.advice)
        }
        self.name = entry.name
        self.externalID = externalID == nil ? nil : entry.externalID
        self.email = entry.email
        warnings = diagnostics.found.map(\.message)
    }
}

extension Register {
    /// Refuses an external id that somebody else has, in whatever letter case.
    func checkFree(_ externalID: String?, for person: Person.ID? = nil) throws(CommandFault) {
        guard let externalID else { return }
        let folded = Roster.folded(externalID)
        let other = named.first {
            $0.id != person && $0.externalID.map(Roster.folded) == folded
        }
        guard let other else { return }
        throw CommandFault(
            .no, "the id \(CommandFault.quoted(externalID)) is \(other.shownName)'s already",
            advice: "'assay learner edit' changes what is known of somebody")
    }
}
