import Assessment

/// All that is said of an item of a quiz.
package struct ItemStatistics: Sendable, Hashable {
    /// Why an author should look at it.
    package enum Flag: String, Sendable, Hashable, CaseIterable {
        case nobodyRight, everybodyRight
        /// Blind guessing would have earned more.
        case belowGuessing
        /// Those who earn more elsewhere do not earn more here.
        case againstRest
        /// One of its options has a flag of its own.
        case option
        /// It takes far longer than the other items.
        case slow
        /// Many were done before they can have read it.
        case hasty
    }

    package struct Option: Sendable, Hashable {
        package let option: QuizMarks.Option
        package let figures: OptionFigures
        /// Those of its figures that enough learners bear out.
        package let flags: Set<OptionFigures.Flag>

        init(_ option: QuizMarks.Option, _ figures: OptionFigures) {
            self.option = option
            self.figures = figures
            switch figures.share.basis.units {
            case ..<QuizStatistics.fewest: flags = []
            // Of few, none may have chosen it by chance.
            case ..<QuizStatistics.enough: flags = figures.flags.subtracting([.rarelyChosen])
            default: flags = figures.flags
            }
        }
    }

    package let item: QuizMarks.Item
    package let figures: ItemFigures
    /// What the quiz's reliability would be without it; nil where learners drew other items.
    package let alphaWithout: Figure?
    package let options: [Option]
    /// Nil where no time is known.
    package let times: ItemTimes?
    /// None where fewer learners were asked than `QuizStatistics.fewest`.
    package let flags: Set<Flag>

    init(
        _ item: QuizMarks.Item, _ figures: ItemFigures, alphaWithout: Figure?, options: [Option],
        times: ItemTimes?, isSlow: Bool
    ) {
        self.item = item
        self.figures = figures
        self.alphaWithout = alphaWithout
        self.options = options
        self.times = times
        var flags: Set<Flag> = []
        if let facility = figures.facility.exact,
            figures.facility.basis.units >= QuizStatistics.fewest
        {
            if facility <= .zero { flags.insert(.nobodyRight) }
            if facility >= .one { flags.insert(.everybodyRight) }
            if let guessing = item.guessing, facility < guessing { flags.insert(.belowGuessing) }
            if let number = figures.restCorrelation.number, number <= 0 {
                flags.insert(.againstRest)
            }
            if options.contains(where: { !$0.flags.isEmpty }) { flags.insert(.option) }
            if isSlow { flags.insert(.slow) }
            if times?.hasty?.isOften ?? false { flags.insert(.hasty) }
        }
        self.flags = flags
    }

    /// How many left it out, where options were kept.
    package var unanswered: Int? {
        guard !options.isEmpty, options.count(where: \.option.isKey) == 1 else { return nil }
        return figures.facility.basis.units
            - options.reduce(0) { $0 + $1.figures.learners }
    }
}

extension QuizMarks {
    /// The statistics of each item, with what reliability would be without it.
    func itemStatistics(
        alphaWithout: [Figure]?, totals: [Marks]
    ) throws(Rational.Overflow) -> [ItemStatistics] {
        let figures = try ItemCounts(table).figures()
        let times = try itemTimes()
        let slow = try times.slow()
        var statistics: [ItemStatistics] = []
        for (place, item) in items.enumerated() {
            var options: [ItemStatistics.Option] = []
            if !item.options.isEmpty {
                var rests: [Rational] = []
                for (learner, total) in totals.enumerated() {
                    rests.append(
                        try total.earned - (table.mark(of: learner, on: place) ?? .zero))
                }
                let table = try OptionFigures.table(
                    chosen: chosen[place], rests: rests, options: item.options.count,
                    keys: Set(item.options.indices.filter { item.options[$0].isKey }))
                options = zip(item.options, table).map { .init($0, $1) }
            }
            statistics.append(
                ItemStatistics(
                    item, figures[place], alphaWithout: alphaWithout?[place], options: options,
                    times: times[place], isSlow: slow.contains(place)))
        }
        return statistics
    }

    /// Nil for an item of which no time is known.
    private func itemTimes() throws(Rational.Overflow) -> [ItemTimes?] {
        var found: [ItemTimes?] = []
        for (place, item) in items.enumerated() {
            guard times[place].contains(where: { $0 != nil }) else {
                found.append(nil)
                continue
            }
            let asked = learners.indices.compactMap { learner in
                table.mark(of: learner, on: place).map { (times[place][learner], $0) }
            }
            found.append(try ItemTimes(asked, possible: item.possible))
        }
        return found
    }
}
