package import Assessment

extension NumberEntry {
    /// What was typed, in the unit that the accepted values are in, or why it cannot be told.
    package func read(_ text: String) throws(TypedNumber.Fault) -> Rational {
        let typed = try TypedNumber(text)
        let factor = try factor(of: typed.unit)
        do { return try typed.value * factor } catch { throw .tooManyDigits }
    }

    private func factor(of unit: String) throws(TypedNumber.Fault) -> Rational {
        switch (unitRule, unit.isEmpty) {
        case (.none, true), (.optional, true): return .one
        case (.required, true): throw .missingUnit
        case (.none, false): throw .unitNotAskedFor(unit)
        case (.optional, false), (.required, false):
            guard let known = self.unit(named: unit) else { throw .unknownUnit(unit) }
            return known.factor
        }
    }

    /// By its symbol, where case counts because mW is not MW, or by its name, where it does not.
    private func unit(named text: String) -> Unit? {
        let isShortened = text.unicodeScalars.last == "."
        let names = isShortened ? [text, String(text.unicodeScalars.dropLast())] : [text]
        let comparison = TextComparison()
        for name in names {
            if let unit = units.first(where: { $0.symbol.text == name }) { return unit }
            let letters = comparison.letters(of: name)
            if let unit = units.first(where: { comparison.letters(of: $0.name) == letters }) {
                return unit
            }
        }
        return nil
    }

    func judge(_ text: String) throws(Rational.Overflow) -> Judgment {
        let expected = keyText.map { PartGrade.Content.words($0) }
        guard !text.isBlank else {
            return try Judgment(adding: [PartGrade(expected: expected, .missing, .unanswered)])
        }
        let value: Rational
        do {
            value = try read(text)
        } catch {
            return try Judgment(adding: [
                PartGrade(given: .words(text), expected: expected, .wrong, .notUnderstood(error))
            ])
        }
        var fitting: [Int] = []
        for (index, accept) in accepted.enumerated() {
            if try accept.fits(value) { fitting.append(index) }
        }
        let best = fitting.best { accepted[$0].credit }
        return try Judgment(adding: [
            PartGrade(
                given: text, accepted: best, earning: best.map { accepted[$0].credit },
                expected: expected, feedback: best.flatMap { accepted[$0].feedback })
        ])
    }
}

extension NumberEntry.Accepted {
    /// Whether the value is no further off than the tolerance; the edge belongs to it.
    fileprivate func fits(_ typed: Rational) throws(Rational.Overflow) -> Bool {
        let reach: Rational =
            switch tolerance {
            case nil: .zero
            case .absolute(let distance): distance.magnitude
            case .relative(let share): try (share * value).magnitude
            }
        let (least, most) = (try value - reach, try value + reach)
        return least <= typed && typed <= most
    }
}

extension ShortText {
    func judge(_ text: String) throws(Rational.Overflow) -> Judgment {
        try Judgment(adding: [part(nil, typed: text)])
    }

    /// What the typed text earns by itself.
    func part(_ id: Entry.ID?, typed text: String) -> PartGrade {
        let expected = keyText.map { PartGrade.Content.words($0) }
        guard !text.isBlank else {
            return PartGrade(id, expected: expected, .missing, .unanswered)
        }
        let letters = comparison.letters(of: text)
        let fitting = accepted.indices.filter {
            accepted[$0].fits(letters, comparedBy: comparison)
        }
        let best = fitting.best { accepted[$0].credit }
        return PartGrade(
            id, given: text, accepted: best, earning: best.map { accepted[$0].credit },
            expected: expected, feedback: best.flatMap { accepted[$0].feedback })
    }
}

extension AcceptedText {
    fileprivate func fits(_ answer: [Letter], comparedBy comparison: TextComparison) -> Bool {
        switch form {
        case .text: comparison.letters(of: text) == answer
        case .wildcard: AnswerMatcher(wildcard: text, comparedBy: comparison).matches(answer)
        case .pattern:
            AnswerMatcher(pattern: text, comparedBy: comparison)?.matches(answer) ?? false
        }
    }
}

extension [Int] {
    /// The first of those that earn most: a file that accepts a part before the whole means no harm.
    fileprivate func best(_ credit: (Int) -> Rational) -> Int? {
        reduce(nil) { best, next in
            best.map { credit(next) > credit($0) ? next : $0 } ?? next
        }
    }
}

extension PartGrade {
    fileprivate init(
        _ id: Entry.ID? = nil, given text: String, accepted index: Int?, earning credit: Rational?,
        expected: Content?, feedback: String?
    ) {
        let credit = credit ?? .zero
        let outcome: Outcome = credit >= .one ? .right : credit > .zero ? .partly : .wrong
        self.init(
            id, given: .words(text), expected: expected, credit: credit, outcome,
            index.map { .accepted(index: $0) } ?? .wrong, feedback: feedback)
    }
}

extension Blanks {
    func judge(_ filled: [Entry.ID: String]) throws(Rational.Overflow) -> Judgment {
        let share = try equalShare(of: blanks.count)
        var parts: [PartGrade] = []
        for blank in blanks {
            let text = filled[blank.id] ?? ""
            let part: PartGrade =
                switch blank.filling {
                case .typed(let accepted): accepted.part(blank.id, typed: text)
                case .picked(let options):
                    options.judgePicked(text, part: blank.id)
                }
            parts.append(part.earning(try part.credit * share))
        }
        return credit == .allOrNothing
            ? Judgment(requiringAll: parts) : try Judgment(adding: parts)
    }
}

extension [Option] {
    fileprivate func judgePicked(_ text: String, part id: Entry.ID) -> PartGrade {
        if text.isBlank { return judgeOne(nil, part: id) }
        if let pick = Entry.ID(text) { return judgeOne(pick, part: id) }
        return PartGrade(
            id, given: .words(text), expected: judgeOne(nil, part: id).expected, .wrong, .unknownID)
    }
}
