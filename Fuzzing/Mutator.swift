import CFuzzer

/// Changes an input so that it often stays a file the readers accept.
///
/// Changes of bytes nearly always end in broken markup; without these nothing would be written and
/// read again. Half of all changes are still libFuzzer's own.
@c(LLVMFuzzerCustomMutator)
public func mutateInput(
    _ data: UnsafeMutablePointer<UInt8>?, _ count: Int, _ most: Int, _ seed: UInt32
) -> Int {
    guard let data else { return 0 }
    var dice = Dice(state: UInt64(seed))
    if count > 1, dice.roll(2) == 0 {
        let file = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
        var mutation = Mutation(of: file, dice)
        if let changed = mutation.changed(), changed.count < most {
            for (index, byte) in changed.enumerated() { data[index + 1] = byte }
            return changed.count + 1
        }
    }
    return LLVMFuzzerMutate(data, count, most)
}

/// SplitMix64: the same seed rolls the same numbers.
struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(max(1, sides)))
    }

    mutating func pick<Choice>(_ choices: [Choice]) -> Choice? {
        choices.isEmpty ? nil : choices[roll(choices.count)]
    }
}

/// One change of elements, attributes or words.
struct Mutation {
    private let file: [UInt8]
    private let outline: Outline
    private var dice: Dice

    init(of file: [UInt8], _ dice: Dice) {
        self.file = file
        self.dice = dice
        outline = Outline(of: file)
    }

    mutating func changed() -> [UInt8]? {
        switch dice.roll(9) {
        case 0: dice.pick(outline.elements).map { replacing($0, with: []) }
        case 1: copyElement()
        case 2: swapElements()
        case 3: dice.pick(outline.attributes).map { replacing($0.whole, with: []) }
        case 4: copyAttribute()
        case 5: swapValues()
        case 6: dice.pick(outline.attributes).map { replacing($0.value, with: word(Words.values)) }
        case 7: dice.pick(outline.attributes).map { grow($0.value) }
        default: dice.pick(outline.texts).map { replacing($0, with: words(from: $0)) }
        }
    }

    private func replacing(_ range: Range<Int>, with bytes: [UInt8]) -> [UInt8] {
        Array(file[..<range.lowerBound]) + bytes + file[range.upperBound...]
    }

    /// Puts an element behind another one, with an id of its own more often than not.
    private mutating func copyElement() -> [UInt8]? {
        guard let source = dice.pick(outline.elements), let place = dice.pick(outline.elements)
        else { return nil }
        let target = dice.roll(2) == 0 ? source : place
        var copy = Array(file[source])
        if dice.roll(3) > 0, let id = copy.firstRange(of: Array(" id=\"".utf8)) {
            copy.insert(UInt8(ascii: "a") + UInt8(dice.roll(26)), at: id.upperBound)
        }
        return replacing(target.upperBound..<target.upperBound, with: copy)
    }

    private mutating func swapElements() -> [UInt8]? {
        guard let one = dice.pick(outline.elements), let other = dice.pick(outline.elements),
            one.upperBound <= other.lowerBound
        else { return nil }
        var swapped = Array(file[..<one.lowerBound])
        swapped += file[other]
        swapped += file[one.upperBound..<other.lowerBound]
        swapped += file[one]
        swapped += file[other.upperBound...]
        return swapped
    }

    private mutating func copyAttribute() -> [UInt8]? {
        guard let source = dice.pick(outline.attributes), let place = dice.pick(outline.attributes)
        else { return nil }
        return replacing(
            place.whole.upperBound..<place.whole.upperBound, with: Array(file[source.whole]))
    }

    private mutating func swapValues() -> [UInt8]? {
        guard let source = dice.pick(outline.attributes), let place = dice.pick(outline.attributes)
        else { return nil }
        return replacing(place.value, with: Array(file[source.value]))
    }

    private mutating func grow(_ value: Range<Int>) -> [UInt8] {
        let at = value.lowerBound + dice.roll(value.count + 1)
        return replacing(at..<at, with: word(Words.pieces))
    }

    private mutating func words(from text: Range<Int>) -> [UInt8] {
        var words = dice.roll(2) == 0 ? Array(file[text]) : []
        for _ in 0...dice.roll(4) { words += word(Words.pieces) }
        return words
    }

    private mutating func word(_ list: [String]) -> [UInt8] {
        Array((dice.pick(list) ?? "").utf8)
    }
}

/// What values and texts are made of.
private enum Words {
    static let values = [
        "", "yes", "no", "true", "false", "0", "1", "2", "-1", "0.5", "1/3", "-1/3", "33.333%",
        "80%", "0%", "100%", "-100%", "1000000", "999999999", "0.0001", "1e3", "007", "+1", ".5",
        "none", "45m", "90s", "36h", "2d", "3-7", "unlimited", "per-option", "all-or-nothing",
        "per-pair", "per-entry", "per-position", "per-blank", "proportional", "levels", "points",
        "measure", "share", "text", "pattern", "check", "quiz", "lab", "reading", "weighted-mean",
        "mean", "sum", "min", "all", "min-max", "median", "trimmed-mean", "vote", "retired",
        "draft", "required", "optional", "exact", "ignore", "2026-05-01T10:00:00Z", "a", "b", "A",
        "\u{212A}", "&#10;", "a b", " a", "a&#13;&#10;b",
    ]

    static let pieces = [
        " ", "  ", "\n", "\n\n", "\n    ", "\t", "\r\n", "&#13;", "&#10;", "&#9;", "&#32;", "&lt;",
        "&gt;", "&amp;", "&quot;", "<!---->", "<![CDATA[<]]>", "<![CDATA[ ]]>", "<?p?>", "a", "Z",
        "0", "9", ".", "-", "%", "/", "[[a]]", "[[", "]]", "`", "*", "\\", "(a|b)", "[a-c]",
        "&#xE9;",
        "\u{E9}", "e\u{301}", "\u{301}", "\u{A0}", "\u{1F600}", "\u{200D}", "\u{65E5}", "&#x200B;",
        "\u{FEFF}", "&#x85;", "&lt;b&gt;",
    ]
}
