internal import Assessment
internal import Grading
internal import Terminal

/// What is judged, with what stands and what is missing.
extension ReviewScreen {
    func addCriterion(to body: inout Body) {
        guard let judged else {
            body.prose("The work as a whole", .title)
            body.space()
            addComment(
                work.isAdjudication
                    ? "Why you settle it so, needed" : "Comment, if there is more to say", to: &body
            )
            return
        }
        addHeading(judged, to: &body)
        body.space()
        if judged.kind != .text || judged.allowsNotApplicable { addMark(judged, to: &body) }
        addReason(to: &body)
        addStatements(judged, to: &body)
        let rule = rubric.commentRule(on: judged).map { ", \($0)" } ?? ""
        addComment("Comment\(rule)", to: &body)
        guard judged.kind == .text || kept(at: stop).value != nil else { return }
        for lack in work.lacks(at: stop.place) {
            body.prose("Still needed: \(rubric.words(for: lack)).", .warning)
        }
    }

    private func addHeading(_ judged: Criterion, to body: inout Body) {
        if case .criterion(_, let subject?) = stop.place { body.prose(subject, .title) }
        body.prose(judged.title, .title)
        if let prompt = judged.prompt { body.prose(prompt) }
        if let gate = judged.gate { body.prose(rubric.text(of: gate, on: judged), .help) }
        if showsDescriptors, let guidance = judged.guidance {
            body.space()
            body.prose(guidance)
        }
    }

    private func isMarked(_ part: Part, _ row: Int) -> Bool { part == self.part && row == self.row }

    private func pointer(_ isMarked: Bool) -> String { isMarked ? glyphs.pointer + " " : "  " }

    private func heading(_ text: String, of part: Part, to body: inout Body) {
        body.prose(text, part == self.part ? .title : .help)
    }

    /// A line of a part, with its sign and the words for it.
    private func row(
        _ part: Part, _ row: Int, _ marker: String, _ text: String, isOn: Bool,
        more: String? = nil, to body: inout Body
    ) {
        let isMarked = isMarked(part, row)
        body.spot(part: part.rawValue, row: row, isMarked: isMarked) { body in
            body.item(
                "\(pointer(isMarked))\(marker) ", text,
                isMarked ? .marked : isOn ? .chosen : .plain)
            if let more { body.prose(more, indent: min(8, body.width / 4)) }
        }
    }

    private func field(_ part: Part, _ row: Int, _ shown: String?, to body: inout Body) {
        let isMarked = isMarked(part, row)
        let field =
            isMarked ? field : TextField(shown ?? "", isMultiline: part == .comment)
        body.spot(part: part.rawValue, row: row, isMarked: isMarked) {
            $0.field(
                field, pointer: pointer(isMarked), columns: fieldWidth,
                isTyping: isMarked && isTyping)
        }
    }

    // MARK: The parts

    private func addMark(_ judged: Criterion, to body: inout Body) {
        heading(judged.kind.instruction, of: .mark, to: &body)
        for (index, row) in markRows.enumerated() {
            let sign = glyphs.choice(isOn: stands(row), amongMany: false)
            switch row {
            case .level(let level):
                let own = judged.descriptors.first { $0.level == level.id }?.descriptor
                self.row(
                    .mark, index, "\(sign) \(index)",
                    level.label + points(of: level, index, on: judged), isOn: stands(row),
                    more: showsDescriptors ? own ?? level.descriptor : nil, to: &body)
            case .field:
                field(.mark, index, rubric.typed(draft.value), to: &body)
                if let advice { body.prose(advice, .warning, indent: Self.margin) }
            case .notApplicable:
                self.row(
                    .mark, index, "\(sign) a", "Does not apply", isOn: stands(row), to: &body)
            }
        }
        body.space()
    }

    /// What a level is worth, where its number does not say so.
    private func points(of level: Scale.Level, _ index: Int, on judged: Criterion) -> String {
        guard let points = rubric.points(of: level, on: judged) else { return ", not counted" }
        if points == Rational(index) { return "" }
        return ", " + rubric.text(of: .points(points), on: judged)
    }

    private func addReason(to body: inout Body) {
        guard parts.contains(.reason) else { return }
        heading("Reason, needed where a criterion is left out", of: .reason, to: &body)
        field(.reason, 0, draft.reason, to: &body)
        body.space()
    }

    private func addStatements(_ judged: Criterion, to body: inout Body) {
        guard parts.contains(.statements) else { return }
        heading("Ready-made comments", of: .statements, to: &body)
        let levels = rubric.levels(of: judged)
        for (index, statement) in statements.enumerated() {
            let isOn = draft.statements.contains(statement.id)
            let level = levels.first { $0.id == statement.level }.map { "\($0.label): " } ?? ""
            row(
                .statements, index, glyphs.choice(isOn: isOn, amongMany: true),
                level + statement.text, isOn: isOn, to: &body)
        }
        body.space()
    }

    private func addComment(_ title: String, to body: inout Body) {
        heading(title, of: .comment, to: &body)
        field(.comment, 0, draft.comment, to: &body)
    }

    // MARK: Evidence

    func addEvidence(to body: inout Body) {
        let rule = judged?.evidenceRule == .required ? ", needed" : ""
        heading("Evidence\(rule)", of: .evidence, to: &body)
        if links.isEmpty { body.prose("Nothing was handed in.", .faint) }
        for (index, link) in links.enumerated() {
            let isOn = draft.evidence.contains { $0.link == link }
            let text = ([link] + notes(on: link)).joined(separator: ", ")
            if judged == nil {
                body.item("  \(glyphs.bullet) ", text)
            } else {
                row(
                    .evidence, index, glyphs.choice(isOn: isOn, amongMany: true), text, isOn: isOn,
                    to: &body)
            }
        }
    }

    /// What is known of a piece of evidence beside its name.
    private func notes(on link: String) -> [String] {
        guard let exhibit = work.exhibits.first(where: { $0.link == link }) else {
            return ["named by you"]
        }
        var notes = exhibit.evidence.map { ["as \($0)"] } ?? []
        if let size = exhibit.contents?.size {
            notes.append(size == 1 ? "1 byte" : "\(size) bytes")
        }
        if let found = work.found.first(where: { $0.link == link }), exhibit.contents != nil {
            if found.contents == nil { notes.append("not found now") }
            if let contents = found.contents, contents != exhibit.contents {
                notes.append("changed since it was handed in")
            }
        }
        return notes
    }
}
