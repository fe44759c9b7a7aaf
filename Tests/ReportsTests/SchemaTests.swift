import Foundation
import Reports
import TestSupport
import Testing

@Suite struct `The schema of a report as data` {
    /// What is done to a good report in Python, so that it is none any more.
    static let breaks = [
        "del report['answer']", "report['schema'] = 'assay/report/2'", "report['kind'] = 'class'",
        "report['as_of'] = 'yesterday'", "report['answer'] = 'passed'", "report['language'] = ''",
        "report['pass_rate'] = [1]", "report['pass_rate'] = True", "report['a fact'] = 1",
        "report['sections'][0]['blocks'][0] = {'type': 'picture'}",
        "del report['sections'][0]['title']", "report['sections'][0]['more'] = 1",
        "next(iter(report['tables'].values()))['rows'] = [['a']]",
        "next(iter(report['tables'].values()))['rows'].append({'x': {}})",
        "next(iter(report['tables'].values()))['columns'][0].pop('title')",
        "report['tables'] = []", "report['small_print'] = None",
    ]

    @Test func `is met by every kind of report, and by none that is broken`() throws {
        let folder = try Folder([])
        _ = try folder.write(ReportSchema.bytes(), to: "schema.json")
        for kind in Report.Kind.allCases {
            _ = try folder.write(ReportJSON.bytes(of: Samples.of(kind)), to: "\(kind).report")
        }
        _ = try folder.write(Array(try JSONEncoder().encode(Self.breaks)), to: "breaks.json")
        let script = """
            import copy, glob, json, sys
            try:
                from jsonschema import Draft202012Validator
            except ImportError:
                sys.exit(print("skipped: jsonschema is not installed"))
            schema = json.load(open("schema.json"))
            Draft202012Validator.check_schema(schema)
            validator = Draft202012Validator(schema)
            for path in sorted(glob.glob("*.report")):
                good = json.load(open(path))
                for fault in validator.iter_errors(good):
                    print(path, fault.message[:200])
                for change in json.load(open("breaks.json")):
                    report = copy.deepcopy(good)
                    exec(change)
                    if validator.is_valid(report):
                        print(path, "is still valid after", change)
            """
        guard let run = try Outside.run("python3", ["-c", script], in: folder.url) else {
            print("skipped: python3 is not installed")
            return
        }
        if run.output.hasPrefix("skipped") { return print(run.output) }
        #expect(run.output == "")
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func `is published as it was reviewed`() throws {
        let path = "Tests/ReportsTests/Golden/report.schema.json"
        let bytes = ReportSchema.bytes()
        #expect(try GoldenFile.kept(bytes, at: path) == bytes)
    }
}
