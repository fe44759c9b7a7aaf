import Exchange
import Foundation
import TestSupport
import Testing

@Suite struct `What a standard's own schema says` {
    // MARK: QTI

    private static let reportSchema = Shared.url("schemas/qti/imsqti_resultv3p0_v1p0.xsd")
    private static let hasLint: Bool = {
        guard let folder = try? Folder([]) else { return false }
        return (try? Outside.run("xmllint", ["--version"], in: folder.url)) ?? nil != nil
    }()

    /// How a report is broken, and what is put in the place of what.
    private static let breaks = [
        ("", ""), ("sessionStatus=\"final\"", "sessionStatus=\"done\""),
        ("cardinality=\"multiple\"", "cardinality=\"several\""), ("<testResult ", "<testresult "),
        (" datestamp=", " date="), ("sourcedId=\"", "sourcedId=\"7 "),
        ("normalMaximum=\"", "normalMaximum=\"x"),
    ]

    @Test(
        .enabled(if: reportSchema != nil && hasLint, "xmllint or the schema is not at hand"),
        arguments: breaks)
    func `is kept by a result report, and broken by its twin`(
        _ old: String, _ new: String
    ) throws {
        let schema = try #require(Self.reportSchema)
        var settings = Samples.settings
        settings.showsKeys = true
        var sittings = try Samples.two()
        sittings.append(try Samples.sitting(3, written: nil))
        let files = try Python.files(ExchangeFormat.qti.export(sittings, settings).bytes)
        #expect(files.count == 3)
        for (_, text) in files {
            let folder = try Folder([])
            if !old.isEmpty, !text.contains(old) { continue }
            let path = try folder.write(
                old.isEmpty ? text : text.replacing(old, with: new), to: "r")
            let result = try #require(
                try Outside.run(
                    "xmllint", ["--noout", "--nonet", "--schema", schema.path, path],
                    in: folder.url))
            #expect((result.status == 0) == old.isEmpty, "\(result.errors)")
        }
    }

    // MARK: JSON

    private static let badgeSchema = Shared.url("schemas/ob_v3p0_achievementcredential_schema.json")
    private static let statementSchemas = Shared.url("schemas/xapi")

    /// The twins, each as what a program does to the value `it`.
    @Test(
        .enabled(
            if: badgeSchema != nil && Python.hasSchemas,
            "python3, its jsonschema or the schema is not at hand"))
    func `is kept by a badge, and broken by its twins`() throws {
        let schema = Array(try Data(contentsOf: try #require(Self.badgeSchema)))
        let files = try Python.files(
            ExchangeFormat.openbadges.export(try Samples.two(), Samples.settings).bytes)
        let (name, text) = try #require(files.first)
        #expect(files.count == 1 && name.hasSuffix(".draft.json") && !text.contains("\"proof\""))
        let faults = try Python.run(
            """
            import copy, json, jsonschema, sys
            schema, it = (json.load(open(path)) for path in sys.argv[1:])
            check = jsonschema.validators.validator_for(schema)(schema)
            def twin(change):
                broken = copy.deepcopy(it)
                change(broken)
                return len(list(check.iter_errors(broken)))
            print(json.dumps([twin(change) for change in [
                lambda it: None,
                lambda it: it.pop("validFrom"),
                lambda it: it["credentialSubject"]["achievement"].pop("criteria"),
                lambda it: it.update(type=["VerifiableCredential"]),
                lambda it: it["credentialSubject"]["identifier"][0].update(identityType="phone"),
                lambda it: it["credentialSubject"]["achievement"]["resultDescription"][0]
                    .update(resultType="Percentage"),
            ]]))
            """, [schema, Array(text.utf8)], as: [Int].self)
        #expect(faults[0] == 0)
        #expect(!faults.dropFirst().contains(0), "\(faults)")
    }

    @Test(
        .enabled(
            if: statementSchemas != nil && Python.hasSchemas,
            "python3, its jsonschema or the schemas are not at hand"), arguments: [true, false])
    func `is kept by every statement, and broken by its twins`(_ showsKeys: Bool) throws {
        var settings = Samples.settings
        settings.showsKeys = showsKeys
        var sittings = try Samples.two()
        sittings.append(try Samples.sitting(3, written: nil))
        let bytes = try ExchangeFormat.xapi.export(sittings, settings).bytes
        let faults = try Python.run(
            """
            import copy, glob, json, jsonschema, os, sys
            parts = {}
            def collect(value):
                if isinstance(value, dict):
                    name = value.get("id")
                    if isinstance(name, str) and name.startswith("#"): parts[name[1:]] = value
                    for inner in value.values(): collect(inner)
                elif isinstance(value, list):
                    for inner in value: collect(inner)
            for path in glob.glob(\"\"\"\(Self.statementSchemas?.path ?? "")/*.json\"\"\"):
                part = json.load(open(path))
                collect(part)
                parts.setdefault(os.path.basename(path)[:-5], part)
            def settled(value):
                if isinstance(value, list): return [settled(inner) for inner in value]
                if not isinstance(value, dict): return value
                return {
                    key: "#/definitions/" + inner[1:].replace("!", "_")
                    if key == "$ref" and not inner.startswith("#/") else settled(inner)
                    for key, inner in value.items()
                    if key not in ("id", "$schema") or not isinstance(inner, str)}
            schema = {"definitions": {
                name.replace("!", "_"): settled(part) for name, part in parts.items()},
                "$ref": "#/definitions/statement"}
            check = jsonschema.Draft4Validator(schema)
            lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
            def twins(change):
                counts = []
                for it in lines:
                    broken = copy.deepcopy(it)
                    change(broken)
                    counts.append(len(list(check.iter_errors(broken))))
                return counts
            print(json.dumps([sum(twins(lambda it: None))] + [min(twins(change)) for change in [
                lambda it: it.pop("verb"),
                lambda it: it["result"].update(score={"scaled": 1.2}),
                lambda it: it["actor"].update(mbox="mailto:x@example.org"),
                lambda it: it["actor"]["account"].pop("homePage"),
                lambda it: it["object"].update(name="x"),
                lambda it: it["object"]["definition"].update(interactionType="riddle"),
            ]]))
            """, [bytes], as: [Int].self)
        #expect(faults[0] == 0)
        #expect(!faults.dropFirst().contains(0), "\(faults)")
    }

    // MARK: Without a schema

    /// What Caliper 1.2 asks of a grade event and its envelope, by its specification's tables.
    @Test(.enabled(if: Python.isThere, "python3 is not installed"))
    func `is kept by an envelope of events where the text says it`() throws {
        let bytes = try ExchangeFormat.caliper.export(
            try Samples.two() + [try Samples.sitting(3, written: nil)], Samples.settings
        ).bytes
        let faults = try Python.run(
            """
            import copy, json, re, sys
            it = json.load(open(sys.argv[1]))
            time = re.compile(r"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")
            link = re.compile(r"(urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|urn:|https:)")
            context = "http://purl.imsglobal.org/ctx/caliper/v1p2"
            def faults(it):
                found = []
                def need(holds): found.append(bool(holds))
                need(set(it) == {"sensor", "sendTime", "dataVersion", "data"})
                need(time.fullmatch(it["sendTime"]) and it["dataVersion"] == context)
                for event in it["data"]:
                    need(event["@context"] == context and event["type"] == "GradeEvent")
                    need(event["id"].startswith("urn:uuid:") and time.fullmatch(event["eventTime"]))
                    need(event["action"] == "Graded" and link.match(event["actor"]["id"]))
                    attempt = event["object"]
                    need(attempt["type"] == "Attempt" and link.match(attempt["id"]))
                    need(attempt["assignee"]["type"] == "Person")
                    need(attempt["assignable"]["type"] == "Assessment" and attempt["count"] >= 1)
                    need(attempt["startedAtTime"] <= attempt["endedAtTime"] <= event["eventTime"])
                    score = event["generated"]
                    need(score["type"] == "Score" and score["attempt"] == attempt["id"])
                    need(0 <= score["scoreGiven"] <= score["maxScore"])
                    need(event["eventTime"] <= it["sendTime"])
                return found.count(False)
            def twin(change):
                broken = copy.deepcopy(it)
                change(broken)
                return faults(broken)
            print(json.dumps([faults(it), len(it["data"])] + [twin(change) for change in [
                lambda it: it["data"][0].update(eventTime="2026-03-10T14:27:40Z"),
                lambda it: it["data"][0].update(action="Scored"),
                lambda it: it["data"][0]["generated"].update(attempt="urn:x"),
            ]]))
            """, [bytes], as: [Int].self)
        #expect(faults.prefix(2) == [0, 2])
        #expect(!faults.dropFirst(2).contains(0), "\(faults)")
    }
}
