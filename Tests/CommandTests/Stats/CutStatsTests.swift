import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `A pass mark that judges set` {
    private static let bank = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1.0.0"><title>B</title>
        <item id="i-1"><prompt>=1+1 is
        what?</prompt><choose><option id="a" key="true">2</option><option id="b">3</option></choose>
        </item>
        <item id="i-2" status="retired"><prompt>Old?</prompt><choose><option id="a" key="true">A
        </option><option id="b">B</option></choose></item>
        <item id="i-3"><prompt>Say "why"?</prompt><choose><option id="a" key="true">A</option>
        <option id="b">B</option></choose></item>
        <quiz id="q" pass="80%"><title>Q</title><draw count="1"/></quiz></bank>
        """

    private let desk: Desk

    init() throws { desk = try Desk() }

    private func cut(_ table: String, _ words: String = "") throws -> Desk.Answer {
        let path = try desk.folder.write(table, to: "cut.csv")
        return desk.run("stats cut \(path) \(words)")
    }

    @Test func `is computed from the worksheet once it is filled in`() throws {
        let path = try desk.folder.write(Self.bank, to: "bank.xml")
        let sheet = desk.run("stats worksheet \(path) --judge Ana --judge \"Bo, Li\"")
        #expect(
            sheet.output == """
                "item","question","Ana","Bo, Li"\r
                "i-1","'=1+1 is what?","",""\r
                "i-3","Say ""why""?","",""\r

                """)
        let blank = try cut(sheet.rawOutput)
        #expect(blank.code == .badData)
        #expect(blank.errors.contains("2:1: error: 'Ana' has not judged 'i-1'"))
        #expect(blank.errors.contains("3:1: error: 'Bo, Li' has not judged 'i-3'"))
        let filled = sheet.rawOutput.replacing("what?\",\"\",\"\"", with: "what?\",90%,0.7")
            .replacing("?\",\"\",\"\"", with: "?\",80%,40%")
        #expect(
            try cut(filled, "--pass 80%").output == """
                ~/cut.csv
                2 items, 2 judges.

                JUDGE   PASS MARK
                Ana         85.0%
                Bo, Li      55.0%

                - The judges put the pass mark at 70.0%; other judges like these would stray
                  from it by 15.0%, one standard error.
                - The pass mark of 80% is within two standard errors of it: they bear it out.
                - Judges differ by a quarter or more on 1: i-3 (40% to 80%). Talk about these,
                  and rate them again.
                - 2 judges cannot bear much: ask five or more who know the learners.

                """)
    }

    @Test(arguments: [
        ("item,A\nx,=70%\ny,120%\nz,\u{1B}\n", ["2:3", "3:3", "4:3"], "'=70%' is no share"),
        ("item,A\n", [], "nobody has judged anything here"),
        ("item,question\nx,What?\n", [], "nobody has judged anything here"),
    ])
    func `is not computed from a faulty worksheet`(
        _ table: String, _ places: [String], _ words: String
    ) throws {
        let answer = try cut(table)
        #expect(answer.code == .badData && answer.output == "")
        for place in places { #expect(answer.errors.contains("cut.csv:\(place): error")) }
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }

    @Test(.enabled(if: Shared.url("golden/standard_setting.json") != nil))
    func `is that of a worked example`() throws {
        let url = try #require(Shared.url("golden/standard_setting.json"))
        let data = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
        for golden in try #require(data?["cases"] as? [[String: Any]]) {
            guard let rows = golden["items_by_judges"] as? [[Double]],
                let expected = golden["expected"] as? [String: Any],
                let percent = (expected["cut_percent"] as? [String: Any])?["decimal"] as? Double,
                let error = expected["se_of_cut"] as? Double
            else { continue }
            var table = "item," + rows[0].indices.map { "J\($0)" }.joined(separator: ",") + "\n"
            for (number, row) in rows.enumerated() {
                table += "\(number)," + row.map { "\($0)" }.joined(separator: ",") + "\n"
            }
            let json = try cut(table, "--json").rawOutput
            let study = try JSONDecoder().decode(Study.self, from: Data(json.utf8))
            #expect(Double(study.share.value) == percent / 100)
            let ours = try #require(Double(study.standardError.value))
            #expect(abs(ours - error / Double(rows.count)) < 1e-8)
        }
    }

    private struct Study: Decodable {
        struct Figure: Decodable { let value: String }
        let share: Figure
        let standardError: Figure
    }
}
