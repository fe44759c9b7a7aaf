import Assessment

/// One letter as a person counts them: a scalar and the marks it carries.
///
/// Marks never come loose in a comparison, so `e*` does not fit `é` by taking its accent for the
/// star.
struct Letter: Hashable {
    var base: Unicode.Scalar
    var marks: [Unicode.Scalar] = []

    /// Puts decomposed scalars together to letters.
    static func letters(of scalars: [Unicode.Scalar]) -> [Letter] {
        var letters: [Letter] = []
        letters.reserveCapacity(scalars.count)
        for scalar in scalars {
            if scalar.joinsLetter, let last = letters.indices.last {
                letters[last].marks.append(scalar)
            } else {
                letters.append(Letter(base: scalar))
            }
        }
        return letters
    }
}

extension Unicode.Scalar {
    /// Whether it belongs to the letter before it: a mark, or a later part of a Hangul syllable.
    var joinsLetter: Bool {
        guard value >= 0x300 else { return false }
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value) { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    /// An accent or another sign above, below or through the side of a letter; not a vowel sign, a
    /// virama or a stroke through, which make another letter or word: ≠ is no accented =.
    fileprivate var isAccent: Bool { combiningClass >= 200 }

    /// Comes along when text is pasted and is never seen: soft hyphens, zero-width blanks, marks
    /// of direction.
    var isInvisible: Bool {
        switch value {
        case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// Full case folding: what is the same word in capitals and in small letters comes out the same.
    fileprivate var caseFolded: [Unicode.Scalar] {
        if value < 0x80 {
            let isCapital = (0x41...0x5A).contains(value)
            return [isCapital ? Unicode.Scalar(UInt8(value + 0x20)) : self]
        }
        // The dotless i is its own lower case, though its upper case is the plain I's.
        if self == "ı" { return [self] }
        // By way of the upper case, because ß, ẞ and SS, or σ and ς, meet nowhere else.
        return properties.lowercaseMapping.unicodeScalars
            .flatMap { Array($0.properties.uppercaseMapping.unicodeScalars) }
            .flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
    }
}

extension TextComparison {
    /// The letters that have to be equal for two texts to be taken for the same.
    ///
    /// Composed and decomposed forms always come out alike.
    func letters(of text: String) -> [Letter] {
        letters(ofSpaced: collapsesSpacing ? Self.collapsed(text) : Array(text.unicodeScalars))
    }

    /// The same, spacing left as it is: for a part of a pattern.
    func letters(ofSpaced scalars: [Unicode.Scalar]) -> [Letter] {
        var scalars = plain(Decomposition.decomposed(scalars))
        if ignoresCase {
            scalars = scalars.flatMap(\.caseFolded)
            // Folding composes here and there, as in ǰ.
            scalars = plain(Decomposition.decomposed(scalars))
        }
        return Letter.letters(of: scalars)
    }

    private func plain(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        ignoresAccents ? scalars.filter { $0.value < 0x300 || !$0.isAccent } : scalars
    }

    /// Runs of blanks as one, none at the ends, and nothing invisible.
    static func collapsed(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var isPending = false
        for scalar in text.unicodeScalars where !scalar.isInvisible {
            if scalar.properties.isWhitespace {
                isPending = !result.isEmpty
            } else {
                if isPending { result.append(" ") }
                isPending = false
                result.append(scalar)
            }
        }
        return result
    }
}

extension String {
    /// Whether there is nothing to see in it.
    var isBlank: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.isInvisible }
    }
}
