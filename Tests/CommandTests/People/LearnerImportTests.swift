import Assessment
import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `A list of people to take in` {
    private static let list = """
        id;name;email;role;cohort
        S1;Ana Diaz;ana@example.org;;Autumn,spring
        S2;Bo Li;;lead;Autumn
        S3;;c@example.org;;
        S2;Bo Again;;;

        """

    private static let faults = """
        ~/list.csv:4:4: error: this person has no name [empty-text]
            S3;;c@example.org;;
               ^
            → write how they are called
        ~/list.csv:5:1: error: the id 'S2' is on line 3 already [duplicate-id]
            S2;Bo Again;;;
            ^
            → give each person one row and an id of their own

        """

    private static let table = """
        WHAT      LINE  ID  NAME      DETAILS
        added        2  S1  Ana Diaz  joins Autumn, spring
        added        3  S2  Bo Li     lead; joins Autumn
        rejected     4  S3            this person has no name
        rejected     5  S2            the id 'S2' is on line 3 already

        """

    private static let users = """
        sourcedId,status,enabledUser,givenName,familyName,password
        S1,active,true,Ana,Diaz,hunter2
        S2,tobedeleted,true,Bo,Li,hunter2
        S7,active,false,Gone,Away,hunter2,

        """.replacing("hunter2,\n", with: "hunter2\n")

    private static func session(_ name: String, _ text: String, _ turns: [Session.Turn]) -> Session
    {
        Session(name, files: ["list.csv": text], turns)
    }

    @Test(arguments: [
        session(
            "tried, taken in, and taken in again", list,
            [
                .init(
                    "learner import ~/list.csv --dry-run", .no, table,
                    errors: faults + """
                        new cohorts would be made: Autumn, spring
                        2 added, 2 rejected; nothing was written, as --dry-run asks

                        """),
                .init(
                    "learner list", .noInput,
                    errors: """
                        error: there is no store of results at '~/store.sqlite'
                          'assay learner add' and 'assay learner import' make one

                        """),
                .init(
                    "learner import ~/list.csv", .no, table,
                    errors: faults + """
                        new cohorts made: Autumn, spring
                        2 added, 2 rejected

                        """),
                .init(
                    "learner import ~/list.csv --quiet", .no,
                    """
                    WHAT      LINE  ID  NAME  DETAILS
                    rejected     4  S3        this person has no name
                    rejected     5  S2        the id 'S2' is on line 3 already

                    """, errors: faults),
                .init(
                    "cohort list", .done,
                    """
                    ID      TITLE   MEMBERS
                    Autumn  Autumn        2
                    spring  spring        1

                    """),
            ]),
        session(
            "of people who are known", "id,name,email,cohort\nS1,Ana Ruiz,,AUTUMN\nS4,Di,,\n",
            [
                .init("cohort create Autumn", .done, "created Autumn: Autumn\n"),
                .init("cohort create spring", .done, "created spring: spring\n"),
                .init(
                    "learner add Ana --id S1 --email a@example.org --cohort spring --role lead",
                    .done, "added Ana (S1), lead, in spring\n"),
                .init("learner add Cy --id S9", .done, "added Cy (S9), learner\n"),
                .init("learner add Di", .done, "added Di (#), learner\n"),
                .init(
                    "learner import ~/list.csv", .done,
                    """
                    WHAT     LINE  ID  NAME      DETAILS
                    changed     2  S1  Ana Ruiz  was called Ana; email a@example.org → none; \
                    joins Autumn; leaves spring
                    added       3  S4  Di
                    absent         S9  Cy        not in the list; kept as is

                    """,
                    errors: """
                        S4 may be somebody who is known without an id; if so: \
                        assay learner edit # --id S4
                        1 added, 1 changed, 1 absent

                        """),
                .init(
                    "learner import ~/list.csv --cohort spring", .done,
                    """
                    WHAT     LINE  ID  NAME      DETAILS
                    changed     2  S1  Ana Ruiz  joins spring
                    changed     3  S4  Di        joins spring

                    """, errors: "2 changed\n"),
                .init(
                    "learner list", .done,
                    """
                    ID  NAME      ROLES    COHORTS         UNIQUE ID
                    S1  Ana Ruiz  lead     Autumn, spring  #
                    S9  Cy        learner                  #
                    -   Di        learner                  #
                    S4  Di        learner  spring          #

                    """, errors: "4 people\n"),
            ]),
        session(
            "from OneRoster", users,
            [
                .init("cohort create spring", .done, "created spring: spring\n"),
                .init(
                    "learner add \"Bo Li\" --id S2 --cohort spring", .done,
                    "added Bo Li (S2), learner, in spring\n"),
                .init(
                    "learner import ~/list.csv --cohort spring", .done,
                    """
                    WHAT      LINE  ID  NAME       DETAILS
                    added        2  S1  Ana Diaz   joins spring
                    changed      3  S2  Bo Li      no longer active; leaves spring
                    left out     4  S7  Gone Away  not active, and not known

                    """, errors: "1 added, 1 changed, 1 left out\n"),
                .init(
                    "learner import ~/list.csv", .done,
                    """
                    WHAT      LINE  ID  NAME       DETAILS
                    left out     4  S7  Gone Away  not active, and not known

                    """, errors: "2 the same, 1 left out\n"),
                .init(
                    "cohort show spring", .done,
                    """
                    spring: spring

                    ID  NAME      ROLES    COHORTS  UNIQUE ID
                    S1  Ana Diaz  learner  spring   #

                    """, errors: "1 member\n"),
            ]),
        session(
            "that is none", "PK\u{3}\u{4}",
            [
                .init(
                    "learner import ~/list.csv", .badData,
                    errors: """
                        ~/list.csv: error: the file is an Excel workbook, or another zip archive, \
                        and no CSV [not-a-table]
                            → open it in a spreadsheet program and save the sheet as 'CSV UTF-8' \
                        (in LibreOffice: Text CSV, Unicode UTF-8)

                        """),
                .init(
                    "learner import ~/lst.csv", .noInput,
                    errors: """
                        error: there is no file '~/lst.csv'
                          did you mean '~/list.csv'?
                          check the name and the folder you are in

                        """),
                .init(
                    "learner import ~", .noInput,
                    errors: """
                        error: '~' is a folder
                          name a file in it

                        """),
            ]),
        session(
            "for a cohort that nobody made", "id,name\nS1,Ana\n",
            [
                .init("cohort create spring", .done, "created spring: spring\n"),
                .init(
                    "learner import ~/list.csv --cohort sprng", .noInput,
                    errors: """
                        error: there is no cohort 'sprng'
                          did you mean 'spring'?
                          'assay cohort create sprng' makes one

                        """),
                .init(
                    "learner list",
                    errors: "nobody; 'assay learner add' and 'assay learner import' add people\n"),
            ]),
    ])
    func `is taken in as far as it is right, and says what it changed`(_ session: Session) throws {
        try session.play()
    }

    struct Report: Decodable {
        struct Row: Decodable {
            let line: Int
            let externalId: String?
            let cohorts: [String]?
            let changes: [Change]?
            let reason: String?
        }

        struct Change: Decodable {
            let what: String
        }

        struct Finding: Decodable {
            let code: String
        }

        let schema: String
        let dryRun: Bool
        let added, changed, leftOut, rejected: [Row]
        let same: Int
        let absent, newCohorts: [String]
        let diagnostics: [Finding]
    }

    @Test func `is told to programs as JSON, whole or broken`() throws {
        let desk = try Desk()
        let list = try desk.folder.write(Self.list, to: "list.csv")
        let report = try desk.json(Report.self, "learner import \(list)")
        #expect(report.schema == "assay/learner-import/1")
        #expect(!report.dryRun)
        #expect(report.added.map(\.externalId) == ["S1", "S2"])
        #expect(report.added.map(\.cohorts) == [["Autumn", "spring"], ["Autumn"]])
        #expect(report.rejected.map(\.line) == [4, 5])
        #expect(report.diagnostics.map(\.code) == ["empty-text", "duplicate-id"])
        #expect(report.newCohorts == ["Autumn", "spring"])
        let users = try desk.folder.write(Self.users, to: "users.csv")
        let second = try desk.json(Report.self, "learner import \(users) --dry-run")
        #expect(second.dryRun)
        #expect(second.changed.compactMap(\.changes).joined().map(\.what) == ["cohorts"])
        #expect((second.same, second.leftOut.count) == (1, 1))
        #expect(second.absent.isEmpty)
        let broken = try desk.folder.write("<html>", to: "broken.csv")
        let third = try desk.json(Report.self, "learner import \(broken)")
        #expect(third.diagnostics.map(\.code) == ["not-a-table"])
        #expect(third.added.isEmpty)
    }

    @Test func `of ten thousand is one write`() throws {
        let desk = try Desk()
        let rows = (1...10_000).map { "S\($0),Person \($0)\n" }.joined()
        let list = try desk.folder.write("id,name\n" + rows, to: "list.csv")
        #expect(desk.run("learner import \(list)").errors == "10000 added\n")
        #expect(desk.run("learner import \(list)").errors == "10000 the same\n")
    }
}
