import Assessment
import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `People in a store` {
    @Test(arguments: [
        Session(
            "a first cohort",
            [
                .init(
                    "learner list", .noInput,
                    errors: """
                        error: there is no store of results at '~/store.sqlite'
                          'assay learner add' and 'assay learner import' make one

                        """),
                .init(
                    "learner add \"Ana Diaz\" --cohort spring", .noInput,
                    errors: """
                        error: there is no cohort 'spring'
                          'assay cohort create spring' makes one

                        """),
                .init(
                    "cohort create \"Spring Term\"", .usage,
                    errors: """
                        error: 'Spring Term' cannot be the id of a cohort
                          did you mean 'Spring-Term'?
                          use letters a to z, digits, '.', '-' and '_', a letter or digit first, \
                        at most 64; --title takes any words
                        see: assay help cohort create

                        """),
                .init(
                    "cohort create spring --title \"Spring Term\"", .done,
                    "created spring: Spring Term\n"),
                .init(
                    "cohort create Spring", .no,
                    errors: """
                        error: there is a cohort 'spring' already
                          'assay cohort edit spring --title' changes its title

                        """),
                .init(
                    "learner add \"Ana Diaz\" --id S1 --cohort spring", .done,
                    "added Ana Diaz (S1), learner, in spring\n"),
                .init(
                    "learner add \"Bo Li\" --cohort sprin", .noInput,
                    errors: """
                        error: there is no cohort 'sprin'
                          did you mean 'spring'?
                          'assay cohort create sprin' makes one

                        """),
                .init(
                    "learner add \"Bo Li\" --role reviewer --role lead --email bo@example.org",
                    .done, "added Bo Li (#), reviewer and lead\n"),
                .init(
                    "learner list", .done,
                    """
                    ID  NAME      ROLES           COHORTS  UNIQUE ID
                    S1  Ana Diaz  learner         spring   #
                    -   Bo Li     reviewer, lead           #

                    """, errors: "2 people\n"),
                .init(
                    "learner list --cohort spring --role lead",
                    errors: "nobody in spring with the role lead\n"),
                .init(
                    "cohort list", .done,
                    """
                    ID      TITLE        MEMBERS
                    spring  Spring Term        1

                    """),
                .init(
                    "cohort add spring \"Bo Li\" S1", .done, "added to spring: Bo Li (#)\n",
                    errors: "Ana Diaz (S1) is in spring already\n"),
                .init(
                    "cohort remove spring S1", .done, "removed from spring: Ana Diaz (S1)\n"),
                .init(
                    "cohort remove spring S1", errors: "Ana Diaz (S1) is not in spring\n"),
                .init(
                    "cohort edit spring --title Summer", .done, "now spring: Summer\n"),
                .init(
                    "cohort show spring", .done,
                    """
                    spring: Summer

                    ID  NAME   ROLES           COHORTS  UNIQUE ID
                    -   Bo Li  reviewer, lead  spring   #

                    """, errors: "1 member\n"),
            ]),
        Session(
            "a person who changes",
            [
                .init("learner add \"Ana Diaz\" --id S1", .done, "added Ana Diaz (S1), learner\n"),
                .init(
                    "learner edit S1", .usage,
                    errors: """
                        error: there is nothing to change
                          give --name, --id, --email or --role
                        see: assay help learner edit

                        """),
                .init(
                    "learner edit S1 --name \"Ana Ruiz\" --email ana@example.org --role lead",
                    .done, "now Ana Ruiz (S1), lead\n"),
                .init("learner edit S1 --role lead", .done, "the same: Ana Ruiz (S1), lead\n"),
                .init(
                    "learner show S1", .done,
                    """
                    name          Ana Ruiz
                    id            S1
                    unique id     #
                    email         ana@example.org
                    roles         lead
                    cohorts       -
                    added         2026-03-08 by lea
                    changed       2026-03-08 by lea
                    sittings      0
                    score sheets  0

                    """),
                .init(
                    "learner edit S1 --id \"\" --email \"\"", .done, "now Ana Ruiz (#), lead\n"),
                .init(
                    "learner show S1", .noInput,
                    errors: """
                        error: there is nobody called 'S1'
                          'assay learner list' shows everybody

                        """),
            ]),
        Session(
            "two of one name",
            [
                .init("learner add \"Ana Diaz\" --id S1", .done, "added Ana Diaz (S1), learner\n"),
                .init(
                    "learner add \"Ana Diaz\" --email a@example.org", .done,
                    "added Ana Diaz (#), learner\n", errors: "there is another Ana Diaz: S1\n"),
                .init(
                    "learner show \"Ana Diaz\"", .usage,
                    errors: """
                        error: 'Ana Diaz' may be any of 2 people
                          S1  Ana Diaz  #
                          Ana Diaz  a@example.org  #
                          name one by an id; the last word of each line will do
                        see: assay help learner show

                        """),
                .init(
                    "learner add Cy --id s1", .no,
                    errors: """
                        error: the id 's1' is Ana Diaz's already
                          'assay learner edit' changes what is known of somebody

                        """),
                .init(
                    "learner show \"Ana Dias\"", .noInput,
                    errors: """
                        error: there is nobody called 'Ana Dias'
                          did you mean 'Ana Diaz'?
                          'assay learner list' shows everybody

                        """),
            ]),
        Session(
            "hurried mistakes",
            [
                .init(
                    "learner add \" \"", .usage,
                    errors: """
                        error: this person has no name
                          write how they are called
                        see: assay help learner add

                        """),
                .init(
                    "learner add Ana --email ana", .usage,
                    errors: """
                        error: 'ana' is no email address
                          write one, such as ana@example.org, or leave the field empty
                        see: assay help learner add

                        """),
                .init(
                    "learner add Ana --role teacher", .usage,
                    errors: """
                        error: unknown role 'teacher'
                          choose learner, reviewer or lead
                        see: assay help learner add

                        """),
                .init(
                    "learner erase S1", .noInput,
                    errors: """
                        error: there is no store of results at '~/store.sqlite'
                          'assay learner add' and 'assay learner import' make one

                        """),
            ]),
    ])
    func `are added, listed, changed and put into cohorts`(_ session: Session) throws {
        try session.play()
    }

    struct Shown: Decodable {
        struct Person: Decodable {
            let uniqueId: String
            let name: String?
        }

        let schema: String
        let person: Person
    }

    @Test func `are found by ids, first digits of one, and whole names`() throws {
        let desk = try Desk()
        for line in ["A --id S1", "B --id 019a", "\"Jose\u{301} C\"", "D --id X", "X --id Y"] {
            #expect(desk.run("learner add \(line)").code == .done)
        }
        let ana = try desk.json(Shown.self, "learner show S1").person
        let digits = ana.uniqueId.replacing("-", with: "")
        for (who, name) in [
            ("S1", "A"), (ana.uniqueId, "A"), (ana.uniqueId.uppercased(), "A"),
            (String(ana.uniqueId.prefix(20)), "A"), (String(digits.prefix(16)), "A"),
            ("019a", "B"), ("\"José C\"", "José C"), ("X", "D"),
        ] {
            let shown = try desk.json(Shown.self, "learner show \(who)")
            #expect(shown.schema == "assay/learner-record/1")
            #expect(shown.person.name == name, "\(who)")
        }
        let several = desk.run("learner show \(digits.prefix(4))")
        #expect(several.code == .usage)
        #expect(several.errors.split(separator: "\n").count == 8)
        for who in [String(digits.prefix(3)), "s1", "019b0", "José", "\"\"", "0000-"] {
            #expect(desk.run("learner show \(who)").code == .noInput, "\(who)")
        }
    }

    @Test func `have an id alone, however many add it at once`() async throws {
        let desk = try Desk()
        #expect(desk.run("learner add First").code == .done)
        let store = desk.store
        let codes = try await withThrowingTaskGroup(of: ExitCode.self) { group in
            for seed in 2...9 as ClosedRange<UInt64> {
                group.addTask {
                    try Desk(at: store, seed: seed).run("learner add Ana --id S1").code
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes.count { $0 == .done } == 1)
        #expect(codes.count { $0 == .no } == 7)
        #expect(desk.run("learner show S1").code == .done)
    }

    @Test func `may have any name, and none of it acts on a terminal`() throws {
        let desk = try Desk()
        #expect(desk.run("cohort create c").code == .done)
        var count = 0
        for text in HostileTexts.all {
            let added = desk.run(["learner", "add", "--", text])
            guard added.code == .done else {
                #expect(added.code == .usage, "\(text.debugDescription)")
                #expect(added.errors.isSafeOnLines)
                continue
            }
            count += 1
            #expect(added.output.isSafeOnLines && added.errors.isSafeOnLines)
            #expect(desk.run(["cohort", "edit", "c", "--title=" + text]).output.isSafeOnLines)
        }
        #expect(count > 20)
        for line in ["learner list", "cohort list", "cohort show c", "learner list --json"] {
            let answer = desk.run(line)
            #expect(answer.code == .done)
            #expect(answer.rawOutput.isSafeOnLines, "\(line)")
        }
        let list = desk.run("learner list").output.split(separator: "\n")
        #expect(list.count == count + 1)
    }
}

extension String {
    /// Whether nothing but line ends would act on a terminal.
    fileprivate var isSafeOnLines: Bool {
        unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeInTerminal }
    }
}
