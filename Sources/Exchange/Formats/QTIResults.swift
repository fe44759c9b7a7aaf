internal import Assessment
internal import Content
internal import Grading

/// QTI 3 Results Reporting: an archive with a report for each sitting.
///
/// https://www.imsglobal.org/spec/qti/v3p0/guide#assessment-result
enum QTIResults {
    static func archive(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws -> Exported {
        var archive = ZipArchive()
        for sitting in sittings {
            try archive.add(sitting.fileName + ".xml", try report(on: sitting, settings))
        }
        return Exported(bytes: archive.bytes, count: sittings.count, leftOut: [])
    }

    static func report(
        on sitting: GradedSitting, _ settings: ExchangeSettings
    ) throws(Rational.Overflow) -> [UInt8] {
        let cut = try sitting.cut
        var writer = MarkupWriter()
        writer.element(
            "assessmentResult", ["xmlns": "http://www.imsglobal.org/xsd/imsqti_result_v3p0"]
        ) { writer in
            write(context: sitting, &writer)
            write(testResult: sitting, cut: cut, &writer)
            for (index, item) in sitting.items.enumerated() {
                write(item, at: index, in: sitting, settings, &writer)
            }
        }
        return writer.bytes
    }

    private static func write(context sitting: GradedSitting, _ writer: inout MarkupWriter) {
        writer.element("context", ["sourcedId": sitting.learner.knownAs.xmlName]) { writer in
            for (source, identifier) in [
                ("urn:assay:sitting", sitting.id.description),
                ("urn:assay:quiz", sitting.quiz.name),
                ("urn:assay:content", sitting.quiz.content.hex),
            ] {
                writer.empty(
                    "sessionIdentifier", ["sourceID": source, "identifier": identifier.xmlName])
            }
        }
    }

    private static func write(
        testResult sitting: GradedSitting, cut: Rational, _ writer: inout MarkupWriter
    ) {
        writer.element(
            "testResult",
            ["identifier": sitting.quiz.name.xmlName, "datestamp": sitting.ended.precise]
        ) { writer in
            writer.element(
                "responseVariable",
                ["identifier": "duration", "cardinality": "single", "baseType": "duration"]
            ) { writer in
                writer.element("candidateResponse") { $0.exact("value", sitting.seconds) }
            }
            writer.outcome("ATTEMPT", "integer", "\(sitting.attempt)")
            writer.score("SCORE", sitting.marks, cut: cut)
            if sitting.verdict != .undecided {
                writer.outcome("PASSED", "boolean", "\(sitting.verdict == .passed)")
            }
            for part in sitting.objectives {
                writer.score("SCORE.\(part.objective)", part.marks)
            }
        }
    }

    private static func write(
        _ asked: GradedSitting.AskedItem, at index: Int, in sitting: GradedSitting,
        _ settings: ExchangeSettings, _ writer: inout MarkupWriter
    ) {
        writer.element(
            "itemResult",
            [
                "identifier": asked.item.id.text.xmlName, "sequenceIndex": "\(index + 1)",
                "datestamp": sitting.ended.precise,
                "sessionStatus": asked.outcome == .needsReviewer
                    ? "pendingExternalScoring" : "final",
            ]
        ) { writer in
            for variable in QTIResponse.all(to: asked) {
                variable.write(showingKey: settings.showsKeys, &writer)
            }
            writer.score("SCORE", asked.marks)
        }
    }
}

extension MarkupWriter {
    fileprivate mutating func outcome(_ name: String, _ type: String, _ value: String) {
        element(
            "outcomeVariable", ["identifier": name, "cardinality": "single", "baseType": type]
        ) { $0.exact("value", value) }
    }

    fileprivate mutating func score(_ name: String, _ marks: Marks, cut: Rational? = nil) {
        element(
            "outcomeVariable",
            [
                "identifier": name, "cardinality": "single", "baseType": "float",
                "normalMaximum": marks.possible.decimal(), "masteryValue": cut?.decimal(),
            ]
        ) { $0.exact("value", marks.earned.decimal(neverAcross: cut)) }
    }
}

extension GradedSitting {
    /// Tells people whose it is, and differs from every other's.
    var fileName: String { "\((learner.name ?? learner.knownAs).fileNameSafe())-\(id)" }
}
