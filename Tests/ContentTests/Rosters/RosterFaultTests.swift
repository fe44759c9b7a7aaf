import Assessment
import Content
import Testing

@Suite struct `A fault in a list of people` {
    @Test(arguments: [
        TableFault("empty-text", at: "id,name\n‸,Ana\n2,x\n"),
        TableFault("empty-text", at: "id,name\n‸\"  \t\",Ana\n2,x\n"),
        TableFault("empty-text", at: "name,id\n‸,1\nx,2\n"),
        TableFault("empty-text", at: "id,name\n1,‸\" \u{A0}\u{3000}\n\"\n2,x\n"),
        TableFault("invisible-text", at: "id,name\n1,‸\u{200B}\u{2060}\n2,x\n"),
        TableFault("empty-text", "empty-text", at: "id,name,role\n‸,‸,lead\n2,x,\n"),
        TableFault(
            "duplicate-id", at: "id,name\n1,Ana\n‸1,Ben\n2,x\n",
            advice: "give each person one row and an id of their own"),
        TableFault("duplicate-id", at: "id,name\nab,Ana\n‸AB,Ben\n2,x\n"),
        TableFault("duplicate-id", at: "id,name\nÄ1,Ana\n‸ä1 ,Ben\n2,x\n"),
        TableFault("bad-value", "duplicate-id", at: "id,name,role\n1,Ana,‸boss\n‸1,Ben,\n2,x,\n"),
        TableFault("unsafe-char", at: "id,name\n1‸\u{202E}2,Ana\n2,x\n"),
        TableFault("unsafe-char", at: "id,name\n\"1\"\"‸\u{200F}2\",Ana\n2,x\n"),
        TableFault("unsafe-char", at: "id,name\n1‸\u{200D}2,Ana\n2,x\n"),
        TableFault("unsafe-char", at: "id,name\n\"1‸\n2\",Ana\n2,x\n"),
        TableFault("unsafe-char", at: "id,name\n1‸\u{3164}2,Ana\n2,x\n"),
        TableFault("control-char", at: "id,name\n1‸\u{7}2,Ana\n2,x\n"),
        TableFault("control-char", at: "id,name\n1,An‸\u{1B}[31ma\n2,x\n"),
        TableFault("warning: unsafe-char", at: "id,name\n1,An‸\u{202E}a\n2,x\n"),
        TableFault("warning: unsafe-char", at: "id,name\n1,\"\"\"An\"\" ‸\u{200B}a\"\n2,x\n"),
        TableFault("warning: shortened-number", at: "id;name\n‸1,23E+11;Ana\n2;x\n"),
        TableFault(
            "too-large", at: "id,name\n‸\(String(repeating: "1", count: 129)),Ana\n2,x\n"),
        TableFault(
            "too-large", at: "id,name\n1,‸\(String(repeating: "ä", count: 257))\n2,x\n"),
        TableFault("bad-value", at: "id,name,email\n1,Ana,‸ana\n2,x,\n"),
        TableFault("bad-value", at: "id,name,email\n1,Ana,‸ana@\n2,x,\n"),
        TableFault("bad-value", at: "id,name,email\n1,Ana,‸a b@c.d\n2,x,\n"),
        TableFault("bad-value", at: "id,name,email\n1,Ana,‸\"a@b.c, d@e.f\"\n2,x,\n"),
        TableFault("unsafe-char", at: "id,name,email\n1,Ana,a‸\u{200B}@b.c\n2,x,\n"),
        TableFault(
            "bad-value", at: "id,name,role\n1,Ana,‸student\n2,x,\n",
            advice: "did you mean 'learner'?"
        ),
        TableFault(
            "bad-value", at: "id,name,role\n1,Ana,‸Reviwer\n2,x,\n",
            advice: "did you mean 'reviewer'?"),
        TableFault(
            "bad-value", at: "id,name,role\n1,Ana,\"lead,  ‸boss\"\n2,x,\n",
            advice: "it may be: learner, reviewer, lead"),
        TableFault(
            "bad-id", at: "id,name,class\n1,Ana,‸Class 7/B\n2,x,\n",
            advice: "write 'Class-7-B' in all its rows"),
        TableFault(
            "bad-id", at: "id,name,class\n1,Ana,a; ‸Año Ñandú (2)\n2,x,\n",
            advice: "write 'Ano-Nandu-2' in all its rows"),
        TableFault(
            "bad-id", at: "id,name,class\n1,Ana,‸班一\n2,x,\n",
            advice:
                "use letters a to z, digits, '.', '-' and '_', a letter or digit first, at most 64"
        ),
        TableFault("bad-id", at: "id,name,class\n1,Ana,‸7 B\n3,Ben,7 B\n2,x,\n"),
        TableFault("ragged-row", at: "id,name\n1,L,‸Ana\n2,x\n"),
        TableFault("ragged-row", at: "id,name,,\n\"1\",L,,,‸Ana\n2,x\n"),
        TableFault("warning: ragged-row", at: "id,name,email\n1,Ana‸\n2,x,\n"),
        TableFault("warning: ragged-row", "empty-text", at: "id,name,email\n1‸‸\n2,x,\n"),
        TableFault("unclosed-quote", at: "id,name\n1,‸\"Ana\n2,x\n"),
    ]) func `is found where it stands, and costs its row alone`(_ fault: TableFault) throws {
        let read = ReadRoster(fault.parts.bytes)
        fault.expect(read.diagnostics.found)
        let roster = try #require(read.roster)
        #expect(roster.entries.contains { $0.externalID == "2" && $0.name == "x" })
        let rejectedLines = roster.rejections.map(\.line)
        let errorLines = read.diagnostics.found.filter { $0.severity == .error }
            .compactMap(\.place?.line)
        #expect(Set(errorLines).isSubset(of: rejectedLines))
        #expect(rejectedLines.isEmpty == errorLines.isEmpty)
        #expect(roster.rejections.allSatisfy { !$0.reason.isEmpty })
    }

    private static let needed =
        "the first line has to name the columns: id, and name or first name and last name; "
        + "email, role and cohort may follow"

    @Test(arguments: [
        TableFault("missing-column", at: "‸name,email\nAna,a@b.c\n", advice: needed),
        TableFault("missing-column", at: "‸id,email\n1,a@b.c\n", advice: needed),
        TableFault("missing-column", at: "‸1,Ana,ana@example.org\n2,Ben,\n", advice: needed),
        TableFault("missing-column", at: "‸id,first name\n1,Ana\n", advice: needed),
        TableFault(
            "missing-column", at: "id,‸Nmae\n1,Ana\n",
            advice: "did you mean 'name' by 'Nmae'? " + needed),
        TableFault(
            "missing-column", at: "id,first name,‸lats name\n1,Ana,L\n",
            advice: "did you mean 'lastname' by 'lats name'? " + needed),
        TableFault(
            "missing-column", at: "‸Class list 2026\n\nid;name\n1;Ana\n",
            advice: "they seem to be on line 3: delete the lines above it"),
        TableFault(
            "missing-column", at: "‸id|name\n1|Ana\n",
            advice: "separate the columns with commas, semicolons or tabs"),
        TableFault(
            "missing-column", at: "‸id,name,email;;;\n1,Ana,a@b.c;;;\n",
            advice: "the headings are all in one field: import the file into a spreadsheet "
                + "program, choose the separator there, and save it anew"),
        TableFault(
            "missing-column", at: "‸\"id,name\"\n\"1,Ana\"\n",
            advice: "the headings are all in one field: import the file into a spreadsheet "
                + "program, choose the separator there, and save it anew"),
        TableFault("duplicate-column", at: "id,name,‸Name \n1,Ana,Ben\n"),
        TableFault("stray-quote", at: "id,na‸\"me\n1,Ana\n"),
        TableFault("missing-column", "unclosed-quote", at: "‸id\n1\n‸\"2\n3"),
        TableFault(
            "missing-column", at: "‸sourcedId,classSourcedId,userSourcedId\n1,2,3\n",
            advice: "give the users.csv of the same export"),
        TableFault(
            "missing-column", at: "‸sourcedId,enabledUser,givenName\n1,true,Ana\n",
            advice: "users.csv needs sourcedId, givenName and familyName"),
        TableFault("missing-column", at: ";;\n\n;;\n"),
    ]) func `in the headings leaves no roster`(_ fault: TableFault) {
        let read = ReadRoster(fault.parts.bytes)
        fault.expect(read.diagnostics.found)
        #expect(read.roster == nil)
    }

    @Test func `in the headings names what was found`() {
        let found = ReadRoster("Vorname;E-Mail;\"a\u{1B}[2Jb\"\n1;2;3\n").diagnostics.found
        #expect(found.map(\.code.rawValue) == ["control-char"])
        #expect(
            ReadRoster("Vorname;E-Mail\n1;2\n").diagnostics.found.map(\.message)
                == ["there is no column for ids and names; there is 'Vorname', 'E-Mail'"])
    }

    @Test(arguments: [
        TableFault("note: unknown-column", at: "id,name,‸shoe size,hat\n1,Ana,38,S\n"),
        TableFault(
            "warning: unknown-column", at: "id,name,hat,‸emial\n1,Ana,S,\n",
            advice: "did you mean 'email' by 'emial'?"),
        TableFault("note: unknown-column", at: "Student,‸ID,SIS User ID,Section\nAna,4,1,a\n"),
        TableFault("warning: no-people", at: "id,name\n\n,,,\n,\n"),
        TableFault(at: "id,name,password,\n1,Ana,x\n"),
    ]) func `that only passes columns over is told once`(_ fault: TableFault) {
        let read = ReadRoster(fault.parts.bytes)
        #expect(read.roster != nil)
        fault.expect(read.diagnostics.found)
    }

    @Test func `names the line of the first who had an id`() {
        let read = ReadRoster("id,name\n\nab,\"A\nB\"\nab,C\nAB,D\n")
        #expect(
            read.roster?.rejections.map { "\($0.line) \($0.externalID ?? "-"): \($0.reason)" } == [
                "5 ab: the id 'ab' is on line 3 already",
                "6 AB: the id 'AB' is 'ab' on line 3 but for letter case",
            ])
    }

    /// A password is in no value, message or excerpt, wherever the fault is.
    @Test(arguments: [
        "username,password,firstname,lastname\n1,SECRET,,\n",
        "username,password,firstname,lastname\n,SECRET,Ana,L\n2,\"SE\"\"CRET,SECRET\",,\n",
        "username,password,firstname,lastname,role\n1,SECRET,A,L,boss\n",
        "username,password,firstname,lastname\n1,SECRET\n,SECRET\nSECRET,1,2,3,4,5\n",
        "username,password,firstname,lastname\n1,\"SECRET,Ana,L\n2,SECR\"ET,Ben,L\n",
        "username,Pass-word,firstname,lastname\n1,x,\"SECRET\" SECRET,L\n",
        "username,password,nmae\n1,SECRET,\"Ana\n",
        "username,password,role,name\n1,x,SECRET\n2,lead,SECRET,A,B\n",
        "sourcedId,enabledUser,password,givenName,familyName\nx,SECRET,\"\u{1}SECRET\",A,L,M\n",
        "Kennwort des Tages\nusername,password,name\n\"1,SECRET,Ana\n",
        "id,Kennwort,name,role\n1,SECRET,Ana,boss\n",
    ]) func `shows no password`(_ text: String) {
        let read = ReadRoster(text)
        let shown = read.diagnostics.found.map {
            "\($0.message) \($0.advice ?? "") \($0.place?.excerpt?.text ?? "")"
        }
        #expect(!shown.isEmpty)
        #expect(!shown.joined(separator: "\n").contains("SECRET"), "\(shown)")
        #expect(!"\(read)".replacing("text: \"", with: "").contains("SECRET"))
        let latin = ReadRoster(Array(text.utf8) + [0xE4])
        #expect(latin.diagnostics.found.map(\.code.rawValue) == ["encoding"])
        #expect(!"\(latin)".contains("SECRET"))
    }

    @Test func `keeps its column beside a hidden password`() throws {
        let read = ReadRoster(
            "username,password,name,role\n1,päß日👍\"\",Ana,boss\n2,päß日👍,Ana,boss\n")
        let boss = try #require(read.diagnostics.found.last?.place)
        #expect("\(boss.line):\(boss.column)" == "3:13")
        #expect(boss.excerpt?.text == "2,.··•🔒,Ana,boss")
    }
}
