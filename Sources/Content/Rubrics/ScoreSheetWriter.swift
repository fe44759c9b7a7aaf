package import Assessment

/// Writes a score sheet in canonical form.
package enum ScoreSheetWriter {
    package static func bytes(of sheet: ScoreSheet) -> [UInt8] {
        var writer = MarkupWriter()
        writer.element(
            "score-sheet",
            [
                "xmlns": RootKind.scoreSheet.namespace, "id": sheet.id.text,
                "rubric": sheet.rubric.text, "rubric-version": sheet.rubricVersion,
                "rubric-hash": sheet.rubricHash, "submission": sheet.submission,
                "reviewer": sheet.reviewer, "role": sheet.role,
                "status": sheet.status.word(unless: .draft), "at": sheet.time,
                "supersedes": sheet.supersedes?.text,
            ]
        ) { writer in
            if let conflict = sheet.conflict {
                writer.empty("declaration", ["conflict": conflict])
            }
            for mark in sheet.marks { write(mark, &writer) }
            writer.text("overall", ifAny: sheet.overall)
        }
        return writer.bytes
    }

    private static func write(_ mark: ScoreSheet.Mark, _ writer: inout MarkupWriter) {
        var ratio: (top: String?, bottom: String?)
        var level: String?
        var points: String?
        switch mark.value {
        case .level(let id): level = id.text
        case .points(let given): points = given.description
        case .ratio(let top, let bottom): ratio = (top.description, bottom.description)
        case .notApplicable, .none: break
        }
        writer.element(
            "mark",
            [
                "criterion": mark.criterion.text, "subject": mark.subject, "level": level,
                "points": points, "numerator": ratio.top, "denominator": ratio.bottom,
                "not-applicable": mark.value == .notApplicable ? "yes" : nil,
            ]
        ) { writer in
            writer.text("reason", ifAny: mark.reason)
            writer.text("comment", ifAny: mark.comment)
            for evidence in mark.evidence {
                writer.empty("evidence", ["href": evidence.link, "kind": evidence.kind])
            }
            for statement in mark.statements { writer.empty("use", ["statement": statement.text]) }
        }
    }
}
