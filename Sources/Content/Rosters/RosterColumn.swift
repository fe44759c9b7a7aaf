import Assessment

/// A column that a roster is read from.
enum RosterColumn: Int, Sendable, CaseIterable {
    case externalID, name, givenName, familyName, email, roles, cohorts
    case preferredGivenName, preferredFamilyName, status, enabledUser

    /// What it may be called, folded, the likeliest name first: a file may have several.
    func names(in dialect: RosterHeader.Dialect) -> [String] {
        switch dialect {
        case .plain: plainNames
        case .oneRoster: oneRosterName.map { [$0] } ?? []
        }
    }

    private var plainNames: [String] {
        switch self {
        case .externalID:
            [
                "externalid", "sisuserid", "sisid", "studentid", "studentnumber", "learnerid",
                "personid", "userid", "idnumber", "id", "username", "loginid", "login",
            ]
        case .name:
            ["name", "fullname", "displayname", "student", "studentname", "learner", "learnername"]
        case .givenName: ["firstname", "givenname", "forename", "first", "given"]
        case .familyName: ["lastname", "familyname", "surname", "last"]
        case .email: ["email", "emailaddress", "mail"]
        case .roles: ["roles", "role"]
        case .cohorts:
            [
                "cohort", "cohorts", "class", "classes", "section", "sections", "group", "groups",
            ]
        case .preferredGivenName, .preferredFamilyName, .status, .enabledUser: []
        }
    }

    /// The columns of `users.csv` in OneRoster 1.1 and 1.2; `role` went to another file in 1.2.
    private var oneRosterName: String? {
        switch self {
        case .externalID: "sourcedid"
        case .givenName: "givenname"
        case .familyName: "familyname"
        case .email: "email"
        case .roles: "role"
        case .preferredGivenName: "preferredgivenname"
        case .preferredFamilyName: "preferredfamilyname"
        case .status: "status"
        case .enabledUser: "enableduser"
        case .name, .cohorts: nil
        }
    }

    /// Whether OneRoster has a column that is passed over on purpose.
    static func isUnreadOneRosterName(_ folded: String) -> Bool {
        folded.hasPrefix("metadata") || unreadOneRosterNames.contains(folded)
    }

    private static let unreadOneRosterNames: Set = [
        "datelastmodified", "username", "userids", "middlename", "identifier", "sms", "phone",
        "agentsourcedids", "grades", "password", "usermasteridentifier", "resourceid",
        "preferredmiddlename", "primaryorgsourcedid", "orgsourcedids", "pronouns",
    ]

    /// A heading as it is compared: without case, blanks and what people put between words.
    static func folded(_ heading: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in heading.unicodeScalars {
            if scalar.isBlankInText || scalar.isHiddenFormat
                || "_-.:*".unicodeScalars.contains(scalar)
            {
                continue
            }
            folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
        return String(folded)
    }

    /// Whether a column of this heading holds what nobody may see.
    static func isSecret(_ folded: String) -> Bool {
        ["passw", "pwd", "passcode", "kennwort"].contains { folded.contains($0) }
    }
}
