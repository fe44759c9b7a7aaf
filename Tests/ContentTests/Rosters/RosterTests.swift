import Assessment
import Content
import Foundation
import TestSupport
import Testing

@Suite struct `A list of people` {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let people: [String]
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ people: String...) {
            self.text = text
            self.people = people
        }
    }

    @Test(arguments: [
        Row("id,name\n1,Ana\n", "2 1|Ana|-|learner||active"),
        Row("ID;Name\r\n1;Ana\r\n;\r\n", "2 1|Ana|-|learner||active"),
        Row(
            "E-Mail , Cohorts,ROLES,Full_Name,student-id\na@b.c,x,lead,Ana L,1\n",
            "2 1|Ana L|a@b.c|lead|x|active"),
        Row(
            "Surname,Given Name,External ID,Email address\nLópez,Ana,1,\n",
            "2 1|Ana López|-|learner||active"),
        Row(
            "last name,first name,username\nL,,1\n,A,2\n", "2 1|L|-|learner||active",
            "3 2|A|-|learner||active"),
        Row("Name;First name;Username\nLópez;Ana;1\n", "2 1|Ana López|-|learner||active"),
        Row("name,first name,last name,id\nAna L,A,B,1\n", "2 1|Ana L|-|learner||active"),
        Row(
            "id,name,role,group\n1,Ana,\"Lead, LEARNER|lead\",\"b;a|b\"\n",
            "2 1|Ana|-|learner+lead|b+a|active"),
        Row(
            "id,name\n 1 ,\"  Ana \u{A0}\tde la\r\nCruz\u{3000} \"\n",
            "2 1|Ana de la Cruz|-|learner||active"),
        Row(
            "id,name\n1,Jose\u{301}  \u{301}x\n2,Việt 👩‍🚀 می‌خواهم\n",
            "2 1|Jose\u{301} \u{301}x|-|learner||active", "3 2|Việt 👩‍🚀 می‌خواهم|-|learner||active"),
        Row(
            "id,name\n007,=1+1\n-1,'x\n", "2 007|=1+1|-|learner||active",
            "3 -1|'x|-|learner||active"),
        Row("id;name;;;\n\"1\";Ana\n", "2 1|Ana|-|learner||active"),
        Row("sep=;\nid;name;;;\n1;Ana;;;\n;;;;\n;;;;\n", "3 1|Ana|-|learner||active"),
        Row("\u{FEFF}\"ID\";\"Name\"\r\n\"1\";\"L; A\"\r\n", "2 1|L; A|-|learner||active"),
        Row("id\tname\n1\tAna\n\n\n", "2 1|Ana|-|learner||active"),
    ]) func `is read by its headings`(_ row: Row) {
        let read = ReadRoster(row.text)
        #expect(read.diagnostics.found.map(\.summary) == [])
        let people = read.roster?.entries.map(\.summary) ?? []
        #expect(people.map { Array($0.utf8) } == row.people.map { Array($0.utf8) }, "\(people)")
        #expect(read.roster?.rejections == [])
    }

    @Test(
        arguments: [
            ("id,name", []), ("id,name,email", [.email]),
            ("id,name,role,class", [.roles, .cohorts]),
            ("sourcedId,givenName,familyName,status", [.activity]),
            ("sourcedId,givenName,familyName,enabledUser,role,email", [.activity, .roles, .email]),
        ] as [(String, Set<Roster.Detail>)]) func `knows what it has columns for`(
            _ header: String, details: Set<Roster.Detail>
        )
    {
        #expect(ReadRoster(header + "\n").roster?.details == details)
    }

    // MARK: OneRoster

    /// The header that 1EdTech's CSV binding gives for 1.2, and for 1.1.
    private static let header12 = """
        sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,\
        middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,\
        userMasterIdentifier,resourceId,preferredGivenName,preferredMiddleName,\
        preferredFamilyName,primaryOrgSourcedId,pronouns
        """
    private static let header11 = """
        sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,\
        givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
        """

    @Test(arguments: [
        Row(
            """
            \(header12)
            u1,,,true,ana,{LDAP:a},Ana,López,María,,ana@example.org,,,,"09,10",pw,,,,,,o1,she
            u2,active,2026-01-01T00:00:00.000Z,TRUE,,,Benjamin,Okoro,,,,,,,,,,,Ben,,,,
            u3,tobedeleted,,true,,,Cy,Ng,,,,,,,,,,,,,Young,,
            u4,inactive,,true,,,Di,Ng,,,,,,,,,,,,,,,
            u5,,,false,,,Ed,Ng,,,,,,,,,,,,,,,
            """,
            "2 u1|Ana López|ana@example.org|learner||active", "3 u2|Ben Okoro|-|learner||active",
            "4 u3|Cy Young|-|learner||inactive", "5 u4|Di Ng|-|learner||inactive",
            "6 u5|Ed Ng|-|learner||inactive"),
        Row(
            """
            \(header11),metadata.house
            u1,,,true,"o1,o2",student,ana,,Ana,López,,,,,,,,pw,red
            u2,,,true,o1,Teacher,ben,,Ben,Okoro,,,,,,,,,
            u3,,,true,o1,aide,cy,,Cy,Ng,,,,,,,,,
            u4,,,true,o1,administrator,di,,Di,Ng,,,,,,,,,
            """,
            "2 u1|Ana López|-|learner||active", "3 u2|Ben Okoro|-|reviewer||active",
            "4 u3|Cy Ng|-|reviewer||active", "5 u4|Di Ng|-|lead||active"),
    ]) func `may come from OneRoster`(_ row: Row) {
        let read = ReadRoster(row.text)
        #expect(read.diagnostics.found.map(\.summary) == [])
        #expect(read.roster?.entries.map(\.summary) == row.people)
        #expect(!"\(read)".contains("pw"))
    }

    @Test func `leaves out whom OneRoster has no task for, with one note`() {
        let read = ReadRoster(
            """
            sourcedId,enabledUser,role,givenName,familyName
            u1,true,guardian,A,L
            u2,true,student,B,L
            u3,true,guardian,C,L
            u4,true,proctor,D,L
            u5,perhaps,student,E,L
            """)
        #expect(
            read.diagnostics.found.map(\.summary) == [
                "note role-left-out 2:9: whoever is a 'guardian' is left out",
                "note role-left-out 5:9: whoever is a 'proctor' is left out",
                "error bad-value 6:4: 'perhaps' is not a value of 'enabledUser'",
            ])
        #expect(read.roster?.entries.map(\.externalID) == ["u2"])
        #expect(
            read.roster?.rejections.map { "\($0.line) \($0.externalID ?? "-") \($0.code.rawValue)" }
                == [
                    "2 u1 role-left-out", "4 u3 role-left-out", "5 u4 role-left-out",
                    "6 u5 bad-value",
                ])
    }

    // MARK: Size and hostility

    @Test func `may have fifty thousand of them`() {
        let rows = (1...50_000).map {
            "s\($0),Person \($0),p\($0)@example.org,learner,c-\($0 % 90)\n"
        }
        let text = "id,name,email,role,cohort\n" + rows.joined() + "S77,again,,,\n"
        let read = ReadRoster(text)
        #expect(read.roster?.entries.count == 50_000)
        #expect(
            read.roster?.entries.last?.summary
                == "50001 s50000|Person 50000|p50000@example.org|learner|c-50|active")
        #expect(
            read.roster?.rejections.map(\.reason)
                == ["the id 'S77' is 's77' on line 78 but for letter case"])
    }

    @Test(.enabled(if: HostileNames.url != nil, "the shared corpus is not here"))
    func `keeps hostile names as they are, or rejects their rows`() throws {
        let rows = try HostileNames.rows()
        #expect(rows.count > 60)
        for row in rows {
            let quoted = row.text.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
            for column in ["id", "name"] {
                let head = column == "id" ? "name,id\nAna,\"" : "id,name\n1,\""
                let read = ReadRoster(Array(head.utf8) + quoted + Array("\"\n".utf8))
                let outcome = HostileNames.outcome(of: read, column)
                #expect(outcome == row.expected(of: column), "\(row.id) as \(column)")
                guard outcome == "kept", let entry = read.roster?.entries.first else { continue }
                let kept = column == "id" ? entry.externalID : entry.name
                let words = String(decoding: row.text, as: UTF8.self)
                    .components(separatedBy: .whitespacesAndNewlines).filter { !$0.isEmpty }
                #expect(
                    Array(kept.utf8) == Array(words.joined(separator: " ").utf8),
                    "\(row.id) as \(column)")
            }
        }
    }
}

extension Roster.Entry {
    /// One line for a test to compare.
    var summary: String {
        let roles = roles.map(\.rawValue).joined(separator: "+")
        let cohorts = cohorts.map(\.text).joined(separator: "+")
        return "\(line) \(externalID)|\(name)|\(email ?? "-")|\(roles)|\(cohorts)|"
            + (isActive ? "active" : "inactive")
    }
}
