internal import Assessment
internal import Grading
internal import Sittings
internal import Terminal

/// The question itself, with what may be answered and what stands.
extension QuizScreen {
    func addQuestion(to body: inout Body) {
        body.prose(item.prompt)
        var passage: Int?
        for (index, part) in draft.parts.enumerated() {
            body.space()
            if case .blanks(let blanks) = item.interactions[part.interaction].kind,
                passage != part.interaction
            {
                passage = part.interaction
                body.prose(filled(blanks, part.interaction))
                body.space()
            }
            add(part, at: index, to: &body)
        }
        addWhatWasRight(to: &body)
        if asksConfidence {
            body.space()
            body.prose(Confidence.question, .help)
            for (row, level) in Confidence.allCases.enumerated() {
                option(
                    draft.parts.count, row, level.text, isOn: confidence == level.rawValue,
                    amongMany: false, to: &body)
            }
        }
    }

    private func add(_ part: Draft.Part, at index: Int, to body: inout Body) {
        let control = draft.control(of: part)
        let name = part.gap == nil ? "" : "[\(gapNumber(index))] "
        let isNow = index == self.part && draft.parts.count > 1
        body.prose(name + control.instruction, isNow ? .title : .help)
        switch control {
        case .choose(let entries), .chooseMany(let entries, _):
            let chosen = Set(draft.chosen(in: part))
            let isMany = if case .chooseMany = control { true } else { false }
            for (row, entry) in entries.enumerated() {
                option(
                    index, row, entry.text, isOn: chosen.contains(row), amongMany: isMany,
                    to: &body)
            }
        case .match(let left, let right): addPairs(left, right, "Answers", part, index, &body)
        case .sort(let entries, let groups):
            addPairs(entries, groups, "Groups", part, index, &body)
        case .order(let entries): addOrder(entries, part, index, &body)
        case .number(let number):
            addField(part, index, &body)
            let (text, style) = reading(number, draft.words(in: part))
            body.prose(text, style, indent: Self.margin)
        case .words: addField(part, index, &body)
        case .written(let written):
            if let guidance = written.guidance { body.prose(guidance) }
            addField(part, index, &body)
            body.prose(count(draft.words(in: part)), .help, indent: Self.margin)
        }
    }

    private func isMarked(_ index: Int, _ row: Int) -> Bool { index == part && row == self.row }

    private func pointer(_ isMarked: Bool) -> String { isMarked ? glyphs.pointer + " " : "  " }

    private func option(
        _ index: Int, _ row: Int, _ text: String, isOn: Bool, amongMany: Bool, to body: inout Body
    ) {
        let isMarked = isMarked(index, row)
        let sign = glyphs.choice(isOn: isOn, amongMany: amongMany)
        let style: Style = isMarked ? .marked : isOn ? .chosen : .plain
        body.spot(part: index, row: row, isMarked: isMarked) {
            $0.item("\(pointer(isMarked))\(sign) \(row + 1) ", text, style)
        }
    }

    private func addPairs(
        _ left: [Entry], _ right: [Entry], _ title: String, _ part: Draft.Part, _ index: Int,
        _ body: inout Body
    ) {
        let pairs = draft.pairs(in: part)
        for (row, entry) in left.enumerated() {
            let isMarked = isMarked(index, row)
            body.spot(part: index, row: row, isMarked: isMarked) { body in
                body.item(pointer(isMarked), entry.text, isMarked ? .marked : .plain)
                if let place = pairs[row], right.indices.contains(place) {
                    body.item(
                        "    \(glyphs.arrow) \(place + 1) ", right[place].text, .chosen)
                } else {
                    body.item("    \(glyphs.arrow) ", "nothing yet", .faint)
                }
            }
        }
        body.space()
        body.prose("\(title):", .help)
        for (place, entry) in right.enumerated() { body.item("  \(place + 1) ", entry.text) }
    }

    private func addOrder(
        _ entries: [Entry], _ part: Draft.Part, _ index: Int, _ body: inout Body
    ) {
        let chosen = draft.chosen(in: part)
        let places = chosen.count == entries.count ? chosen : Array(entries.indices)
        for (row, place) in places.enumerated() {
            let isMarked = isMarked(index, row)
            let moving = isMarked && isCarrying ? " [moving]" : ""
            body.spot(part: index, row: row, isMarked: isMarked) {
                $0.item(
                    "\(pointer(isMarked))\(row + 1). ", entries[place].text + moving,
                    isMarked ? .marked : .plain)
            }
        }
        if chosen.isEmpty {
            body.prose("Not answered until a line is moved.", .help, indent: Self.margin)
        }
    }

    // MARK: What is typed

    private func addField(_ part: Draft.Part, _ index: Int, _ body: inout Body) {
        let isHere = index == self.part
        let isMultiline = if case .written = draft.control(of: part) { true } else { false }
        let field =
            isHere ? field : TextField(draft.words(in: part) ?? "", isMultiline: isMultiline)
        body.spot(part: index, row: 0, isMarked: isHere) {
            $0.field(
                field, pointer: pointer(isHere), columns: fieldWidth,
                isTyping: isHere && isTyping && face == .question)
        }
    }

    /// How the number is understood, or what to type instead; before that the units there are.
    private func reading(_ number: NumberEntry, _ text: String?) -> (String, Style) {
        guard let text else {
            let units = number.units.map(\.symbol.text).joined(separator: ", ")
            let isAsked = number.unitRule != .none && !units.isEmpty
            return (isAsked ? "Units: \(units)." : "", .help)
        }
        do {
            return (try number.understood(text), .help)
        } catch {
            return (number.advice(on: error), .warning)
        }
    }

    private func count(_ text: String?) -> String {
        let words = text?.split(whereSeparator: \.isWhitespace).count ?? 0
        return counted(words, "word") + " so far."
    }

    // MARK: Gaps

    /// Counted from 1, over all parts of the question.
    private func gapNumber(_ index: Int) -> Int {
        draft.parts[...index].filter { $0.gap != nil }.count
    }

    /// The passage with numbers, and what stands, in the place of ids, which often are the answer.
    private func filled(_ blanks: Blanks, _ interaction: Int) -> String {
        var passage = blanks.passage
        for (index, part) in draft.parts.enumerated() where part.interaction == interaction {
            guard let gap = part.gap else { continue }
            var words = draft.words(in: part)
            if case .choose(let entries) = draft.control(of: part) {
                words = draft.chosen(in: part).first.map { entries[$0].text }
            }
            let shown = "[\(gapNumber(index)): \(words ?? "____")]"
            passage = passage.replacingFirst("[[\(gap)]]", with: shown)
        }
        return passage
    }
}

extension String {
    /// By bytes, since a mark after a bracket would hide it from a comparison of characters.
    fileprivate func replacingFirst(_ marker: String, with other: String) -> String {
        let (all, wanted) = (Array(utf8), Array(marker.utf8))
        guard let start = all.indices.first(where: { all[$0...].starts(with: wanted) }) else {
            return self
        }
        return String(
            decoding: all[..<start] + Array(other.utf8) + all[(start + wanted.count)...],
            as: UTF8.self)
    }
}
