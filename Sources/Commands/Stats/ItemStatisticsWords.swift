import Assessment
import Statistics

/// What the statistics of an item say, and what to do about it, in sentences.
struct ItemStatisticsWords {
    let item: ItemStatistics

    /// What columns of figures mean.
    static let legend = """
        EASE is the share of the points that was earned. REST is how marks here go with those on all \
        other items, from -1 to 1. D is what the best 27% earned more than the last 27%.
        """

    /// What the column means that is there where times are known.
    static let timeLegend = " TIME is what half of the learners were done within."

    /// One word for a column, the gravest first.
    var flag: String {
        if item.flags.contains(.nobodyRight) { return "none" }
        if item.flags.contains(.everybodyRight) { return "all" }
        if item.flags.contains(.againstRest) || isKeySuspect { return "key" }
        if item.flags.contains(.belowGuessing) { return "guess" }
        if item.flags.contains(.option) { return "option" }
        if item.flags.contains(.hasty) { return "hasty" }
        return item.flags.contains(.slow) ? "slow" : ""
    }

    /// None for an item that is as it should be, or was asked of too few to say.
    var remarks: [Remark] {
        guard !item.flags.isEmpty else { return [] }
        return [extremes, guessing, key].compactMap(\.self) + distractors
            + [hasty, slow].compactMap(\.self)
    }

    private var units: Int { item.figures.facility.basis.units }

    private func remark(_ code: String, _ text: String) -> Remark {
        Remark(code, about: item.item.id, text)
    }

    private var extremes: Remark? {
        if item.flags.contains(.nobodyRight) {
            return remark(
                "none",
                "none of \(units) earned anything: check the key, and whether it was taught.")
        }
        guard item.flags.contains(.everybodyRight) else { return nil }
        return remark(
            "all",
            "all \(units) earned everything, so it tells nobody apart: keep it only if everybody "
                + "has to know it.")
    }

    private var guessing: Remark? {
        guard item.flags.contains(.belowGuessing), !item.flags.contains(.nobodyRight),
            let facility = item.figures.facility.percent(), let guessing = item.item.guessing,
            let share = try? guessing * .hundred
        else { return nil }
        return remark(
            "guess",
            "learners earned \(facility), and blind guessing earns "
                + "\(share.rounded(toDecimals: 0))%: check the key, or what leads them astray.")
    }

    // MARK: The key

    private var isKeySuspect: Bool {
        item.options.contains {
            !$0.flags.isDisjoint(with: [.suspectKey, .rivalsKey])
        }
    }

    private var rivals: [ItemStatistics.Option] {
        item.options.filter { $0.flags.contains(.rivalsKey) }
    }

    private var key: Remark? {
        if let rival = mostChosen(of: rivals) {
            return remark("key", chosen(rival, "check the key."))
        }
        guard item.flags.contains(.againstRest) else { return nil }
        let rest = item.figures.restCorrelation
        let how = rest.number == 0 ? "no better" : "worse"
        return remark(
            "key",
            "those who did well elsewhere did \(how) here (\(rest.number() ?? "")"
                + (rest.interval.map { "; 95%: \($0.text())" } ?? "") + "): check the key.")
    }

    /// `14 chose b, 9 the key; those who did well elsewhere chose b (0.21) …`.
    private func chosen(_ rival: ItemStatistics.Option, _ advice: String) -> String {
        let keys = item.options.filter(\.option.isKey)
        let name = rival.option.name
        let counts = keys.map { key in
            keys.count == 1
                ? "\(key.figures.learners) the key" : "\(key.figures.learners) \(key.option.name)"
        }
        let rests = keys.map { $0.figures.restCorrelation.cell() }.joined(separator: ", ")
        return "\(rival.figures.learners) chose \(name), \(counts.joined(separator: ", ")); those "
            + "who did well elsewhere chose \(name) (\(rival.figures.restCorrelation.cell())) "
            + "rather than the key (\(rests)): \(advice)"
    }

    // MARK: Time

    private var hasty: Remark? {
        guard item.flags.contains(.hasty), let times = item.times, let hasty = times.hasty,
            let earned = hasty.facility.percent(decimals: 0),
            let all = item.figures.facility.percent(decimals: 0)
        else { return nil }
        return remark(
            "hasty",
            "\(hasty.learners) of \(times.median.basis.units) were done within "
                + "\(hasty.limit.rounded(toDecimals: 1)) seconds, too few to read it, and earned "
                + "\(earned), where all earned \(all): with less they may have guessed, with more "
                + "they may have known it beforehand.")
    }

    private var slow: Remark? {
        guard item.flags.contains(.slow), let median = item.times?.median.number(decimals: 0),
            let most = item.times?.upperQuartile.number(decimals: 0)
        else { return nil }
        return remark(
            "slow",
            "half of the learners took more than \(median) seconds, and a quarter more than "
                + "\(most), far longer than for the other items: shorten it, or give it the time "
                + "and the points that it takes.")
    }

    private func mostChosen(of options: [ItemStatistics.Option]) -> ItemStatistics.Option? {
        options.max { $0.figures.learners < $1.figures.learners }
    }

    // MARK: Distractors

    private var distractors: [Remark] {
        guard item.flags.isDisjoint(with: [.nobodyRight, .everybodyRight]) else { return [] }
        let wrong = item.options.filter { !$0.option.isKey }
        let rare = wrong.filter { $0.flags.contains(.rarelyChosen) }
        let drawing = wrong.filter {
            $0.flags.contains(.drawsKnowing) && !$0.flags.contains(.rivalsKey)
        }
        var remarks: [Remark] = []
        if let option = mostChosen(of: drawing) {
            remarks.append(
                remark(
                    "draws",
                    "\(option.option.name) draws those who did well elsewhere "
                        + "(\(option.figures.restCorrelation.cell())): make plain why it is wrong."
                ))
        }
        if !rare.isEmpty {
            let counts = rare.map { "\($0.figures.learners) chose \($0.option.name)" }
            let them = rare.count == 1 ? "it" : "them"
            remarks.append(
                remark(
                    "rare",
                    "of \(units), \(counts.joined(separator: ", ")), fewer than 5%: drop "
                        + "\(them), or write mistakes that learners make."))
        }
        return remarks
    }
}
