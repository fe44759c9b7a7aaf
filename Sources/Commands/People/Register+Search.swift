import Assessment
import Content

extension Register {
    /// Whom a word on a command line means.
    ///
    /// An external id comes first, then a unique id, an exact name, and a beginning of a unique id
    /// of four digits or more. Where several fit, or nobody does, the fault says who was near.
    func person(_ who: String) throws(CommandFault) -> Person {
        let found = matches(who)
        if found.count == 1 { return found[0] }
        guard found.isEmpty else { throw several(found, for: who) }
        let named = named
        var seen: Set<String> = []
        let words = (named.compactMap(\.externalID) + named.compactMap(\.name))
            .filter { seen.insert($0).inserted }
        throw CommandFault(
            .noInput, "there is nobody called \(CommandFault.quoted(who))",
            suggestions: Suggestions.near(who, among: words),
            advice: "'assay learner list' shows everybody")
    }

    /// Everyone whom the words mean, each once; every word that means nobody is a fault.
    func people(_ words: [String]) throws(CommandFault) -> [Person] {
        var found: [Person] = []
        for word in words {
            let person = try person(word)
            if !found.contains(where: { $0.id == person.id }) { found.append(person) }
        }
        return found
    }

    private func matches(_ who: String) -> [Person] {
        if who.isEmpty { return [] }
        let byExternalID = people.filter { $0.externalID == who }
        if !byExternalID.isEmpty { return byExternalID }
        if let id = Person.ID(who) { return people.filter { $0.id == id } }
        let byName = people.filter { $0.name == who }
        if !byName.isEmpty { return byName }
        let digits = who.lowercased().utf8.filter { $0 != UInt8(ascii: "-") }
        guard digits.count >= 4 else { return [] }
        return people.filter {
            $0.id.description.utf8.lazy.filter { $0 != UInt8(ascii: "-") }.starts(with: digits)
        }
    }

    private func several(_ found: [Person], for who: String) -> CommandFault {
        let most = 10
        let short = shortIDs
        var details = found.prefix(most).map { person in
            let cohorts = cohorts(of: person.id).map(\.text).joined(separator: ", ")
            let parts = [
                person.externalID, person.name ?? "(erased)", person.email,
                cohorts.isEmpty ? nil : cohorts, short[person.id],
            ]
            return parts.compactMap { $0 }.joined(separator: "  ")
        }
        if found.count > most { details.append("and \(found.count - most) more") }
        return CommandFault(
            .usage, "\(CommandFault.quoted(who)) may be any of \(found.count) people",
            details: details, advice: "name one by an id; the last word of each line will do")
    }

    // MARK: Cohorts

    /// The cohort that a word on a command line means.
    func cohort(_ word: String) throws(CommandFault) -> Cohort {
        if let cohort = cohorts.first(where: { $0.id.text == word }) { return cohort }
        let handle = Cohort.ID(word)?.text
        throw CommandFault(
            .noInput, "there is no cohort \(CommandFault.quoted(word))",
            suggestions: Suggestions.near(word, among: cohorts.map(\.id.text)),
            advice: handle.map { "'assay cohort create \($0)' makes one" }
                ?? "'assay cohort list' shows them")
    }
}
