internal import Assessment

/// One Caliper 1.2 envelope of grade events; what is not decided was not graded.
///
/// https://www.imsglobal.org/spec/caliper/v1p2
enum CaliperEvents {
    private static let context = "http://purl.imsglobal.org/ctx/caliper/v1p2"

    static func envelope(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws -> Exported {
        let graded = sittings.filter { $0.verdict != .undecided }
        var events: [JSON] = []
        for sitting in graded { events.append(try event(on: sitting, settings)) }
        // No clock is asked, so that the same results are the same bytes.
        let last = graded.map(\.graded).max() ?? Timestamp(microseconds: 0)
        let envelope: JSON = [
            "sensor": .string(settings.site), "sendTime": .string(last.precise),
            "dataVersion": .string(context), "data": .array(events),
        ]
        return Exported(
            bytes: JSON.lines([envelope]), count: graded.count, leftOut: [],
            undecided: sittings.count - graded.count)
    }

    private static func event(
        on sitting: GradedSitting, _ settings: ExchangeSettings
    ) throws(Rational.Overflow) -> JSON {
        let cut = try sitting.cut
        let attempt = sitting.id.urn
        return [
            "@context": .string(context),
            "id": .string(UniqueID<CaliperEvents>(of: "caliper event", in: sitting.id).urn),
            "type": "GradeEvent", "profile": "GradingProfile", "action": "Graded",
            "actor": ["id": "urn:assay:grader", "type": "SoftwareApplication", "name": "Assay"],
            "eventTime": .string(sitting.graded.precise),
            "edApp": ["id": .string(settings.site), "type": "SoftwareApplication"],
            "object": [
                "id": .string(attempt), "type": "Attempt",
                "assignee": [
                    "id": .string(sitting.learner.address(in: settings.site)), "type": "Person",
                ],
                "assignable": [
                    "id": .string(sitting.quiz.address), "type": "Assessment",
                    "name": .string(sitting.quiz.title), "version": .string(sitting.quiz.version),
                    "maxScore": .decimal(sitting.marks.possible),
                ],
                "count": .integer(sitting.attempt), "dateCreated": .string(sitting.begun.precise),
                "startedAtTime": .string(sitting.begun.precise),
                "endedAtTime": .string(sitting.ended.precise),
                "duration": .string(sitting.duration),
            ],
            "generated": [
                "id": .string(UniqueID<CaliperEvents>(of: "caliper score", in: sitting.id).urn),
                "type": "Score", "attempt": .string(attempt), "scoredBy": "urn:assay:grader",
                "maxScore": .decimal(sitting.marks.possible),
                "scoreGiven": .decimal(sitting.marks.earned, neverAcross: cut),
                "dateCreated": .string(sitting.graded.precise),
            ],
        ]
    }
}

extension Person {
    /// An address for them: the site's and their id in it, or the unique id where there is none.
    fileprivate func address(in site: String) -> String {
        guard let externalID else { return id.urn }
        let bytes = externalID.utf8.map { byte -> String in
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": return String(scalar)
            default:
                return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return "\(site)#person-\(bytes.joined())"
    }
}
