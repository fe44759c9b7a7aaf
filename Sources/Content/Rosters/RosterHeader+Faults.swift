import Assessment

extension RosterHeader {
    /// Why no rows can be read under this header; nil where they can.
    func fault(at offset: Int, laterHeaderLine: Int?) -> Diagnostic? {
        if let repeated {
            return Diagnostic(
                .error, "duplicate-column",
                "there are two columns '\(repeated.text.shortened)'",
                advice: "delete one, or give it another heading", offset: repeated.offset)
        }
        guard !missing.isEmpty else { return nil }
        if let laterHeaderLine {
            return Diagnostic(
                .error, .missingColumn, "the first line has no headings of columns",
                advice: "they seem to be on line \(laterHeaderLine): delete the lines above it",
                offset: offset)
        }
        if dialect == .oneRoster, places[.givenName] == nil, places[.familyName] == nil {
            return Diagnostic(
                .error, .missingColumn, "this file of OneRoster does not list people",
                advice: "give the users.csv of the same export", offset: offset)
        }
        let found = headings.prefix(12).map { "'\($0.text.shortened)'" }.joined(separator: ", ")
        let more = headings.count > 12 ? " and \(headings.count - 12) more" : ""
        return Diagnostic(
            .error, .missingColumn, "there is no column for \(wanted); there is \(found)\(more)",
            advice: (slip.map { "did you mean '\($0.guess)' by '\($0.heading.text.shortened)'? " }
                ?? "") + needed,
            offset: slip?.heading.offset ?? offset)
    }

    /// Names the columns that nothing is read from, once for the whole file.
    var unreadColumns: Diagnostic? {
        guard let first = unread.first else { return nil }
        let free = RosterColumn.allCases.filter { places[$0] == nil }
        let names = unread.prefix(12).map { "'\($0.text.shortened)'" }.joined(separator: ", ")
        let more = unread.count > 12 ? " and \(unread.count - 12) more" : ""
        for heading in unread {
            guard let guess = guess(at: heading, among: free) else { continue }
            return Diagnostic(
                .warning, .unknownColumn, "nothing is read from \(names)\(more)",
                advice: "did you mean '\(guess)' by '\(heading.text.shortened)'?",
                offset: heading.offset)
        }
        return Diagnostic(
            .note, .unknownColumn, "nothing is read from \(names)\(more)", offset: first.offset)
    }

    private var wanted: String {
        missing.map {
            switch $0 {
            case .externalID: dialect == .plain ? "ids" : "sourcedId"
            case .givenName: "givenName"
            case .familyName: "familyName"
            default: "names"
            }
        }.joined(separator: " and ")
    }

    private var needed: String {
        if dialect == .oneRoster { return "users.csv needs sourcedId, givenName and familyName" }
        if headings.count == 1 {
            let scalars = headings[0].text.unicodeScalars
            if scalars.contains("|") {
                return "separate the columns with commas, semicolons or tabs"
            }
            // A spreadsheet program took each line of another dialect for one field.
            if scalars.contains(",") || scalars.contains(";") {
                return "the headings are all in one field: import the file into a spreadsheet "
                    + "program, choose the separator there, and save it anew"
            }
        }
        return "the first line has to name the columns: id, and name or first name and last name; "
            + "email, role and cohort may follow"
    }

    private var slip: (heading: Heading, guess: String)? {
        let wanted: [RosterColumn] =
            missing.contains(.name) ? missing + [.givenName, .familyName] : missing
        for heading in unread {
            if let guess = guess(at: heading, among: wanted.filter { places[$0] == nil }) {
                return (heading, guess)
            }
        }
        return nil
    }
}

extension Diagnostic.Code {
    static let missingColumn: Self = "missing-column"
    static let unknownColumn: Self = "unknown-column"
}
