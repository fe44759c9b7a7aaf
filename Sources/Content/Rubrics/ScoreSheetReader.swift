package import Assessment
package import MarkupReading

/// Reads one reviewer's marks; given the rubric, also holds them against it.
package struct ScoreSheetReader {
    private static let shape = Shape(
        attributes: [
            "id", "rubric", "rubric-version", "rubric-hash", "submission", "reviewer", "role",
            "status", "at", "supersedes",
        ], children: ["declaration", "mark", "overall"])

    private let reader: ElementReader
    private let rubric: Rubric?

    private var reading: Reading { reader.reading }

    /// The sheet as far as it could be read; nil where the file is no score sheet.
    package static func sheet(
        from source: SourceText, against rubric: Rubric? = nil,
        limits: MarkupLimits = MarkupLimits(), into diagnostics: inout Diagnostics
    ) -> ScoreSheet? {
        Reading.value(of: .scoreSheet, from: source, limits, into: &diagnostics) { root, reading in
            let reader = ElementReader(root, shape, in: reading)
            return ScoreSheetReader(reader: reader, rubric: rubric).read()
        }
    }

    private func read() -> ScoreSheet? {
        let version = reader.requiredVersion("rubric-version")
        let submission = reader.requiredWords("submission")
        let reviewer = reader.requiredWords("reviewer")
        let time = reader.requiredWords("at")
        let rubricID: Rubric.ID? = reader.requiredIdentifier("rubric")
        let conflict = readDeclaration()
        let marks = readMarks()
        let overall = reader.text("overall")
        if let rubric, let rubricID, rubric.id != rubricID {
            reading.error(
                .danglingID, "the sheet is about rubric '\(rubricID)', and this is '\(rubric.id)'",
                at: reader.offset(of: "rubric"), advice: "give the rubric the sheet was made for")
        }
        if let time { checkTime(time) }
        guard let id: ScoreSheet.ID = reader.ownID(), let rubricID, let submission, let reviewer,
            let time
        else { return nil }
        return ScoreSheet(
            id: id, rubric: rubricID, rubricVersion: version,
            rubricHash: reader.words("rubric-hash"), submission: submission,
            reviewer: reviewer, role: reader.words("role"),
            status: reader.choice("status", default: .draft), time: time,
            supersedes: reader.identifier("supersedes"), conflict: conflict, marks: marks,
            overall: overall)
    }

    /// RFC 3339 in UTC to the second, which sorts as text.
    private func checkTime(_ text: String) {
        let pattern = "0000-00-00T00:00:00Z"
        let fits =
            text.utf8.count == pattern.utf8.count
            && zip(text.utf8, pattern.utf8).allSatisfy { byte, model in
                model == UInt8(ascii: "0") ? (48...57).contains(byte) : byte == model
            }
        guard !fits || !Self.exists(text) else { return }
        reading.error(
            .badValue, "'\(text.shortened)' is not a time", at: reader.offset(of: "at"),
            advice: "write it in UTC as 2026-05-01T10:00:00Z")
    }

    /// Whether there is such a day in the calendar, and such a second in it.
    private static func exists(_ time: String) -> Bool {
        let parts = time.split { "-T:Z".contains($0) }.compactMap { Int($0) }
        guard parts.count == 6, (1...12).contains(parts[1]) else { return false }
        let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][parts[1] - 1]
        return (1...days).contains(parts[2]) && parts[3] < 24 && parts[4] < 60 && parts[5] < 60
    }

    private func readDeclaration() -> String? {
        guard let element = reader.child("declaration") else { return nil }
        return ElementReader(element, Shape(attributes: ["conflict"]), in: reading)
            .requiredWords("conflict")
    }

    // MARK: Marks

    private func readMarks() -> [ScoreSheet.Mark] {
        var seen: Set<[String]> = []
        return reader.children("mark").compactMap { element in
            let mark = ElementReader(
                element,
                Shape(
                    attributes: [
                        "criterion", "subject", "level", "points", "numerator", "denominator",
                        "not-applicable",
                    ], children: ["reason", "comment", "evidence", "use"]), in: reading)
            guard let criterion: Criterion.ID = mark.requiredIdentifier("criterion"),
                let value = value(of: mark)
            else { return nil }
            let subject = mark.words("subject")
            if !seen.insert([criterion.folded, subject ?? ""]).inserted {
                reading.error(
                    .duplicateID, "criterion '\(criterion)' is marked twice", at: element.offset,
                    advice: "keep one of the marks")
            }
            check(value, on: criterion, mark)
            return ScoreSheet.Mark(
                criterion: criterion, subject: subject, value: value, reason: mark.text("reason"),
                comment: mark.text("comment"), evidence: readEvidence(mark),
                statements: readStatements(mark))
        }
    }

    private func value(of mark: ElementReader) -> ScoreSheet.Value? {
        let ratio = ["numerator", "denominator"].first { mark.attribute($0) != nil }
        let ways = ["level", "points", ratio, "not-applicable"].compactMap { $0 }.filter {
            mark.attribute($0) != nil
        }
        guard ways.count <= 1 else {
            reading.error(
                .badValue, "the mark says \(ways.map { "'\($0)'" }.joined(separator: " and "))",
                at: mark.offset, advice: "keep one of them")
            return nil
        }
        switch ways.first {
        case "level": return mark.identifier("level").map { .level($0) }
        case "points": return mark.number("points").map { .points($0) }
        case "numerator", "denominator":
            guard mark.requiredAttribute("numerator") != nil, let top = mark.number("numerator"),
                mark.requiredAttribute("denominator") != nil,
                let bottom = mark.number("denominator", .zero...Rational(999_999_999))
            else { return nil }
            return .ratio(numerator: top, denominator: bottom)
        case "not-applicable":
            if mark.attribute("not-applicable") != "yes" {
                mark.reportBadValue(
                    "not-applicable", mark.attribute("not-applicable") ?? "", allowed: ["yes"])
            }
            return .notApplicable
        default: return ScoreSheet.Value.none
        }
    }

    private func readEvidence(_ mark: ElementReader) -> [ScoreSheet.Evidence] {
        mark.children("evidence").compactMap { element in
            let evidence = ElementReader(
                element, Shape(attributes: ["href", "kind"]), in: reading)
            return evidence.requiredWords("href").map {
                ScoreSheet.Evidence(link: $0, kind: evidence.words("kind"))
            }
        }
    }

    private func readStatements(_ mark: ElementReader) -> [Criterion.Statement.ID] {
        mark.children("use").compactMap { element in
            ElementReader(element, Shape(attributes: ["statement"]), in: reading)
                .requiredIdentifier("statement")
        }
    }

    // MARK: Against the rubric

    private func check(_ value: ScoreSheet.Value, on id: Criterion.ID, _ mark: ElementReader) {
        guard let rubric else { return }
        guard let criterion = rubric.criterion(id) else {
            let guess = Suggestions.near(id.text, among: rubric.allCriteria.map(\.id.text)).first
            return reading.error(
                .danglingID, "rubric '\(rubric.id)' has no criterion '\(id)'",
                at: mark.offset(of: "criterion"),
                advice: guess.map { "did you mean '\($0)'?" } ?? "remove the mark")
        }
        guard let fault = rubric.fault(of: value, on: criterion) else { return }
        reading.error(.badValue, "criterion '\(id)' \(fault)", at: mark.offset)
    }
}
