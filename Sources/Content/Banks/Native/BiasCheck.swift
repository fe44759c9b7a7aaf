import Assessment

/// Looks for signs by which a learner could tell the key without knowing the answer.
///
/// Single items are warned of only where the sign is plain; over the bank a share of keys is held
/// against what chance would give, from twenty items on.
struct BiasCheck {
    private static let absoluteWords = ["all", "always", "every", "must", "never", "none", "only"]
        .map { Array($0.utf8) }

    private static let enough = 20

    private var keyPositions: [Int: [Int]] = [:]
    private var choices = 0
    private var longestKeys = 0
    /// What chance gives: one over the number of options, added up.
    private var expectedLongest = 0.0
    private var absoluteDistractors = 0
    private var distractors = 0
    private var absoluteKeys = 0

    mutating func note(_ item: Item, at offset: Int, in reading: Reading) {
        for interaction in item.interactions {
            guard case .choose(let choice) = interaction.kind, choice.options.count >= 3,
                let position = choice.options.firstIndex(where: \.isKey)
            else { continue }
            choices += 1
            let count = choice.options.count
            keyPositions[count, default: Array(repeating: 0, count: count)][position] += 1
            noteLengths(choice, key: position, of: item, at: offset, in: reading)
            noteAbsoluteWords(choice)
        }
    }

    private mutating func noteLengths(
        _ choice: ChooseOne, key: Int, of item: Item, at offset: Int, in reading: Reading
    ) {
        let lengths = choice.options.map { $0.entry.text.unicodeScalars.count }
        let longestOther =
            lengths.enumerated().filter { $0.offset != key }.map(\.element).max() ?? 0
        expectedLongest += 1 / Double(lengths.count)
        guard lengths[key] > longestOther else { return }
        longestKeys += 1
        if lengths[key] >= 40, lengths[key] * 10 >= longestOther * 18 {
            reading.warning(
                .keyLength,
                "the key of item '\(item.id)' is nearly twice as long as any other option",
                at: offset, advice: "shorten it, or give the other options as much detail")
        }
    }

    private mutating func noteAbsoluteWords(_ choice: ChooseOne) {
        for option in choice.options {
            let words = Prose.essence(of: option.entry.text).split(separator: UInt8(ascii: " "))
            let isAbsolute = words.contains { word in
                Self.absoluteWords.contains { $0.elementsEqual(word) }
            }
            if option.isKey {
                absoluteKeys += isAbsolute ? 1 : 0
            } else {
                distractors += 1
                absoluteDistractors += isAbsolute ? 1 : 0
            }
        }
    }

    func report(at offset: Int, in reading: Reading) {
        guard choices >= Self.enough else { return }
        reportPositions(at: offset, in: reading)
        if Double(longestKeys) > 1.6 * expectedLongest + 1 {
            reading.warning(
                .keyLength, "the key is the longest option in \(longestKeys) of \(choices) choices",
                at: offset,
                advice: "shorten keys or lengthen other options: readers guess by length")
        }
        let rate = Double(absoluteDistractors) / Double(max(1, distractors))
        let keyRate = Double(absoluteKeys) / Double(choices)
        if rate > 0.10, rate > 2 * keyRate {
            reading.warning(
                .absoluteWords,
                "\(absoluteDistractors) of \(distractors) wrong options hold a word such as "
                    + "'always' or 'never', and \(absoluteKeys) of \(choices) keys",
                at: offset, advice: "reword them: readers strike such options out unread")
        }
    }

    private func reportPositions(at offset: Int, in reading: Reading) {
        for (count, positions) in keyPositions.sorted(by: { $0.key < $1.key }) {
            let total = positions.reduce(0, +)
            guard total >= Self.enough else { continue }
            let expected = Double(total) / Double(count)
            // Three standard deviations: chance alone warns of one balanced bank in some hundred.
            let slack = 3 * (expected * (1 - 1 / Double(count))).squareRoot()
            for (index, seen) in positions.enumerated() where abs(Double(seen) - expected) > slack {
                reading.warning(
                    .keyPosition,
                    "of \(total) choices with \(count) options, \(seen) have their key in place "
                        + "\(index + 1)",
                    at: offset,
                    advice: "move keys until each place has about \(Int(expected.rounded()))")
            }
        }
    }
}

extension Diagnostic.Code {
    static let keyLength: Self = "key-length"
    static let keyPosition: Self = "key-position"
    static let absoluteWords: Self = "absolute-words"
}
