import Assessment

/// Which column of a table says what.
struct RosterHeader {
    enum Dialect {
        /// Any table with a heading over each column.
        case plain
        /// The `users.csv` of OneRoster 1.1 or 1.2.
        case oneRoster
    }

    struct Heading {
        /// As it stands in the file, trimmed.
        let text: String
        let folded: String
        let offset: Int
    }

    let headings: [Heading]
    let dialect: Dialect
    private(set) var places = Places()
    /// The second of two headings that are the same.
    private(set) var repeated: Heading?

    /// Columns past the last heading do not count: spreadsheets write empty ones.
    init(_ cells: [(text: String, offset: Int)]) {
        var headings = cells.map { cell in
            Heading(
                text: cell.text.collapsed, folded: RosterColumn.folded(cell.text),
                offset: cell.offset)
        }
        while headings.last?.folded.isEmpty == true { headings.removeLast() }
        self.headings = headings
        dialect = headings.contains { $0.folded == "sourcedid" } ? .oneRoster : .plain
        for column in RosterColumn.allCases {
            for name in column.names(in: dialect) {
                let same = headings.indices.filter { headings[$0].folded == name }
                guard let place = same.first else { continue }
                places[column] = place
                if same.count > 1 { repeated = repeated ?? headings[same[1]] }
                break
            }
        }
        // "Name, First name" is how some countries head the two.
        if dialect == .plain, places[.givenName] != nil, places[.familyName] == nil,
            let place = places[.name], headings[place].folded == "name"
        {
            places[.familyName] = place
            places[.name] = nil
        }
    }

    /// The places of columns whose fields are neither read nor shown.
    var secrets: [Int] { headings.indices.filter { RosterColumn.isSecret(headings[$0].folded) } }

    var details: Set<Roster.Detail> {
        var details: Set<Roster.Detail> = []
        if places[.email] != nil { details.insert(.email) }
        if places[.roles] != nil { details.insert(.roles) }
        if places[.cohorts] != nil { details.insert(.cohorts) }
        if places[.status] != nil || places[.enabledUser] != nil { details.insert(.activity) }
        return details
    }

    // MARK: What is missing

    var isComplete: Bool { repeated == nil && missing.isEmpty }

    /// Each thing that is needed and has no column.
    var missing: [RosterColumn] {
        var missing: [RosterColumn] = []
        if places[.externalID] == nil { missing.append(.externalID) }
        switch dialect {
        case .plain:
            let hasBoth = places[.givenName] != nil && places[.familyName] != nil
            if places[.name] == nil, !hasBoth { missing.append(.name) }
        case .oneRoster:
            if places[.givenName] == nil { missing.append(.givenName) }
            if places[.familyName] == nil { missing.append(.familyName) }
        }
        return missing
    }

    /// Headings that nothing is read from, and that are not known to be passed over.
    var unread: [Heading] {
        let used = RosterColumn.allCases.compactMap { places[$0] }
        return headings.indices.filter { !used.contains($0) }.map { headings[$0] }.filter {
            !$0.folded.isEmpty && !RosterColumn.isSecret($0.folded)
                && (dialect == .plain || !RosterColumn.isUnreadOneRosterName($0.folded))
        }
    }

    /// What a heading may have been meant to be, of the columns that are not there yet.
    func guess(at heading: Heading, among columns: [RosterColumn]) -> String? {
        let names = columns.flatMap { $0.names(in: dialect) }
        guard heading.folded.utf8.count > 3 else { return nil }
        return Suggestions.near(heading.folded, among: names).first
    }
}

extension RosterHeader {
    /// Where each column stands, looked up for every field of every row without hashing.
    struct Places {
        private var places: [Int?] = Array(repeating: nil, count: RosterColumn.allCases.count)

        subscript(column: RosterColumn) -> Int? {
            get { places[column.rawValue] }
            set { places[column.rawValue] = newValue }
        }
    }
}
