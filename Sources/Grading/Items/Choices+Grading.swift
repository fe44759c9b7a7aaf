import Assessment

extension Option {
    /// What the picked option earns where one option is the key.
    fileprivate func creditAlone() -> Rational { isKey ? .one : credit ?? .zero }

    fileprivate func part(
        picked: Bool = true, earns credit: Rational, expected: Entry.ID?, _ outcome: Outcome,
        _ reason: PartGrade.Reason
    ) -> PartGrade {
        PartGrade(
            entry.id, given: picked ? .entry(entry.id) : nil, expected: expected.map { .entry($0) },
            credit: credit, outcome, reason, feedback: picked ? entry.feedback : nil)
    }
}

extension [Option] {
    /// One pick from options of which one is the key.
    func judgeOne(_ pick: Entry.ID?, part id: Entry.ID?) -> PartGrade {
        let key = first(where: \.isKey).map { PartGrade.Content.entry($0.entry.id) }
        guard let pick else { return PartGrade(id, expected: key, .missing, .unanswered) }
        guard let option = first(where: { $0.entry.id == pick }) else {
            return PartGrade(id, given: .entry(pick), expected: key, .wrong, .unknownID)
        }
        let credit = option.creditAlone()
        let outcome: Outcome = option.isKey ? .right : credit > .zero ? .partly : .wrong
        let reason: PartGrade.Reason =
            option.isKey ? .right : credit > .zero ? .partialOption : .wrong
        return PartGrade(
            id, given: .entry(pick), expected: key, credit: credit, outcome, reason,
            feedback: option.entry.feedback)
    }
}

extension [Entry.ID] {
    fileprivate var namesTwice: Bool { Set(self).count != count }
}

extension ChooseOne {
    func judge(_ chosen: [Entry.ID]) throws(Rational.Overflow) -> Judgment {
        if chosen.namesTwice || chosen.count > 1 {
            let parts = chosen.map { options.judgeOne($0, part: $0) }
            return Judgment(
                nothing: chosen.namesTwice ? .namesTwice : .tooManyPicked(limit: 1), parts)
        }
        return try Judgment(adding: [options.judgeOne(chosen.first, part: chosen.first)])
    }
}

extension TrueFalse {
    func judge(_ chosen: [Entry.ID]) throws(Rational.Overflow) -> Judgment {
        // A statement is a choice between two options that nobody wrote down.
        let options = [(true, feedbackWhenTrue), (false, feedbackWhenFalse)].compactMap {
            (holds, feedback) -> Option? in
            Entry.ID("\(holds)").map { id in
                Option(
                    entry: Entry(id: id, text: id.text, feedback: feedback), isKey: holds == isTrue)
            }
        }
        return try ChooseOne(options: options).judge(chosen)
    }
}

extension ChooseMany {
    func judge(_ chosen: [Entry.ID]) throws(Rational.Overflow) -> Judgment {
        let picked = Set(chosen)
        var parts: [PartGrade] = []
        let credits = try credits()
        for (option, credit) in zip(options, credits) {
            let isRight = self.isRight(option)
            switch (picked.contains(option.entry.id), isRight) {
            case (true, true):
                parts.append(
                    option.part(earns: credit, expected: option.entry.id, .right, .right))
            case (true, false):
                parts.append(option.part(earns: credit, expected: nil, .wrong, .wrong))
            case (false, true):
                parts.append(
                    option.part(
                        picked: false, earns: .zero, expected: option.entry.id, .missing,
                        .unanswered))
            // That a wrong option was left alone needs no explanation.
            case (false, false): continue
            }
        }
        let known = Set(options.map(\.entry.id))
        for id in chosen where !known.contains(id) {
            parts.append(PartGrade(id, given: .entry(id), .wrong, .unknownID))
        }
        if chosen.namesTwice { return Judgment(nothing: .namesTwice, parts) }
        if let limit, chosen.count > limit {
            return Judgment(nothing: .tooManyPicked(limit: limit), parts)
        }
        switch credit {
        case .perOption: return try Judgment(adding: parts)
        case .perKey: return try Judgment(adding: parts, notBelow: .zero)
        default: return Judgment(requiringAll: parts)
        }
    }

    /// Whether it belongs to the full answer.
    func isRight(_ option: Option) -> Bool {
        credit == .perOption ? (option.credit ?? .zero) > .zero : option.isKey
    }

    /// What each option earns when it is picked.
    private func credits() throws(Rational.Overflow) -> [Rational] {
        if credit == .perOption {
            let whole = try options.compactMap(\.credit).filter { $0 > .zero }.total()
            let isWhole = try (whole - .one).magnitude <= Rational(1, over: 100_000)
            var credits: [Rational] = []
            for option in options {
                let credit = option.credit ?? .zero
                // 3 × 33.3333% was meant to be everything, as files may say it.
                let share = credit > .zero && isWhole ? try credit.divided(by: whole) : credit
                credits.append(share ?? .zero)
            }
            return credits
        }
        let keys = options.count { $0.isKey }
        let step = keys == 0 ? .zero : try Rational(1, over: Int128(keys))
        let penalty = credit == .perKey ? -step : .zero
        return options.map { $0.isKey ? step : penalty }
    }
}
