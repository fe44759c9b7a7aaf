import Assessment
import Reports
import TestSupport
import Testing

@Suite struct `A report as data` {
    struct Case: Sendable, CustomTestStringConvertible {
        let value: Value
        /// As the member `x`, with its reason where it has one.
        let json: String
        /// The cell of a column `x`, behind the head.
        let csv: String
        var testDescription: String { json }
    }

    @Test(arguments: [
        Case(value: .text("=1+1"), json: #""x":"=1+1""#, csv: #""'=1+1""#),
        Case(value: .count(3), json: #""x":3"#, csv: "3"),
        Case(value: .mark(Samples.number("2/3")), json: #""x":"2/3""#, csv: "0.67"),
        Case(value: .mark(Samples.number("-0.5")), json: #""x":"-0.5""#, csv: "-0.50"),
        Case(
            value: .mark(Samples.number("15.996"), cut: Samples.number("16")),
            json: #""x":"15.996""#, csv: "15.99"),
        Case(
            value: .share(Samples.number("0.79996"), cut: Samples.number("0.8")),
            json: #""x":"0.79996""#, csv: "0.799"),
        Case(value: .share(Samples.number("1")), json: #""x":"1""#, csv: "1"),
        Case(value: .estimate(-0.0849), json: #""x":-0.0849"#, csv: "-0.08"),
        Case(value: .estimate(1e300), json: #""x":1e+300"#, csv: #""1e+300""#),
        Case(
            value: .estimate(.nan), json: #""x":null,"x_reason":"nan""#, csv: #""","nan""#),
        Case(value: .verdict(.notPassed), json: #""x":"not-passed""#, csv: #""not-passed""#),
        Case(
            value: .moment(Timestamp(microseconds: 1)),
            json: #""x":"1970-01-01T00:00:00.000001Z""#, csv: #""1970-01-01T00:00:00.000001Z""#),
        Case(value: .seconds(65), json: #""x":65"#, csv: "65"),
        Case(value: .missing(), json: #""x":null"#, csv: #""""#),
        Case(
            value: .missing("too few"), json: #""x":null,"x_reason":"too few""#,
            csv: #""","too few""#),
    ]) func `keeps exact numbers exact, and says why a value is missing`(row: Case) throws {
        var table = Table("only", "Only", [.init("x", "X")])
        table.add([row.value])
        var report = Report(.item, "Item")
        report.facts = [.init("x", "X", row.value)]
        report.sections = [.init("only", "Only", [.table(table)])]
        let json = ReportJSON.json(of: report).text()
        #expect(json.contains(#""rows":[{\#(row.json)}]"#))
        #expect(json.hasSuffix(",\(row.json)}"))
        let only = try #require(report.table(named: "only"))
        let csv = String(decoding: ReportCSV.bytes(of: only, byteOrderMark: true), as: UTF8.self)
        let head = row.json.contains("reason") ? #""x","x_reason""# : #""x""#
        #expect(csv == "\u{FEFF}\(head)\r\n\(row.csv)\r\n")
        #expect(report.table(named: "other") == nil)
    }
}
