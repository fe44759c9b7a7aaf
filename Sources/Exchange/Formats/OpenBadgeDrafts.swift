internal import Assessment

/// Open Badges 3.0, unsigned: an archive with a draft for each sitting that was passed.
///
/// Whoever issues badges signs them; without a proof they are worth nothing to a verifier.
/// https://www.imsglobal.org/spec/ob/v3p0
enum OpenBadgeDrafts {
    static func archive(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws -> Exported {
        var archive = ZipArchive()
        let passed = sittings.filter { $0.verdict == .passed }
        for sitting in passed {
            let draft = try draft(for: sitting, settings).bytes(indented: true)
            try archive.add(sitting.fileName + ".draft.json", draft + [UInt8(ascii: "\n")])
        }
        return Exported(bytes: archive.bytes, count: passed.count, leftOut: [])
    }

    static func draft(
        for sitting: GradedSitting, _ settings: ExchangeSettings
    ) throws -> JSON {
        guard let issuer = settings.issuer else {
            throw ExchangeFault("badges need somebody who issues them")
        }
        let achievement = Address.id(of: "\(sitting.quiz.address)#\(sitting.quiz.content)").urn
        let percent = "\(achievement)#percent"
        let id = UniqueID<OpenBadgeDrafts>(of: "open badge", in: sitting.id)
        return [
            "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": .string(id.urn), "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": .string(sitting.quiz.title),
            "issuer": [
                "id": .string(settings.site), "type": ["Profile"], "name": .string(issuer),
                "url": .string(settings.site),
            ],
            "validFrom": .string(sitting.graded.precise),
            "credentialSubject": .members([
                "type": ["AchievementSubject"],
                "id": sitting.learner.identity == nil ? .string(sitting.learner.id.urn) : nil,
                "identifier": sitting.learner.identity.map { identity in
                    [identity.hashed(withSalt: id.description)]
                },
                "activityStartDate": .string(sitting.begun.precise),
                "activityEndDate": .string(sitting.ended.precise),
                "achievement": Self.achievement(achievement, sitting.quiz, percent: percent),
                "result": [
                    [
                        "type": ["Result"], "resultDescription": .string(percent),
                        "value": .string(try sitting.percent),
                    ]
                ],
            ]),
        ]
    }

    private static func achievement(
        _ id: String, _ quiz: GradedSitting.AskedQuiz, percent: String
    ) -> JSON {
        let cut = (try? quiz.passMark * .hundred)?.decimal() ?? "100"
        return .members([
            "id": .string(id), "type": ["Achievement"], "achievementType": "Assessment",
            "name": .string(quiz.title), "version": .string(quiz.version),
            "inLanguage": quiz.language.map { .string($0) },
            "description": .string("Passed the quiz \(quiz.title)"),
            "criteria": ["narrative": .string("At least \(cut)% of the marks")],
            "resultDescription": [
                [
                    "id": .string(percent), "type": ["ResultDescription"],
                    "name": "Percent of the marks", "resultType": "Percent",
                    "valueMin": "0", "valueMax": "100", "requiredValue": .string(cut),
                ]
            ],
        ])
    }
}

extension GradedSitting {
    fileprivate var percent: String {
        get throws(Rational.Overflow) {
            guard let share = try share else { return "0" }
            return try (share * .hundred).decimal(neverAcross: try quiz.passMark * .hundred)
        }
    }
}

/// What a badge knows a learner by, hashed so that nobody can read it there.
private struct Identity {
    let type: String
    let text: String

    func hashed(withSalt salt: String) -> JSON {
        [
            "type": "IdentityObject", "identityType": .string(type), "hashed": true,
            "salt": .string(salt),
            "identityHash": .string("sha256$\(Digest.sha256(Array((text + salt).utf8)))"),
        ]
    }
}

extension Person {
    fileprivate var identity: Identity? {
        email.map { Identity(type: "emailAddress", text: $0) }
            ?? externalID.map { Identity(type: "sourcedId", text: $0) }
    }
}
