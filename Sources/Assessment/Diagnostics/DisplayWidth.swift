extension StringProtocol {
    /// How many columns of a terminal this text takes, once it is safe to print.
    package var displayWidth: Int {
        var counter = ColumnCounter()
        return unicodeScalars.reduce(0) { $0 + counter.advance(over: $1) }
    }
}

extension String {
    /// As much as a terminal shows in so many columns, with a mark where it is cut.
    package func cut(to width: Int) -> String {
        guard displayWidth > width else { return self }
        var counter = ColumnCounter()
        var used = 0
        let kept = unicodeScalars.prefix { scalar in
            used += counter.advance(over: scalar)
            return used < width
        }
        return String(kept) + "…"
    }
}

extension Unicode.Scalar {
    /// How many columns of a terminal this scalar takes by itself: none, one or two.
    package var displayWidth: Int {
        if value < 0x300 { return isControl || value == 0xAD ? 0 : 1 }
        if isZeroWidth { return 0 }
        return isWide ? 2 : 1
    }

    private var isZeroWidth: Bool {
        if isControl || isHiddenFormat { return true }
        switch value {
        // Medial vowels and final consonants draw into the syllable before them.
        case 0x1160...0x11FF, 0xD7B0...0xD7FF: return true
        case 0x3400...0x9FFF, 0xAC00...0xD7A3: return false
        default: break
        }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return true
        default: return false
        }
    }

    /// East Asian Wide and Fullwidth, by block, and emoji that are drawn as such by themselves.
    private var isWide: Bool {
        if value < 0x1100 { return false }
        switch value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB,
            0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
            return true
        // One letter of a flag takes one column, so that the pair takes two.
        case 0x1F1E6...0x1F1FF: return false
        default: return properties.isEmojiPresentation
        }
    }
}

/// Counts columns scalar by scalar where some take the place of others: joined and tinted emoji.
package struct ColumnCounter: Sendable {
    private var previous: Unicode.Scalar = " "
    private var previousWidth = 1
    private var joins = false

    package init() {}

    /// The columns this scalar adds to those before it.
    package mutating func advance(over scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 {
            (previous, previousWidth, joins) = (scalar, scalar.displayWidth, false)
            return previousWidth
        }
        defer { previous = scalar }
        if scalar.value == 0x200D {
            joins = previousWidth == 2
            return 0
        }
        if scalar.value == 0xFE0F {
            // Asks for the emoji form of the scalar before it, which is wide.
            guard previousWidth == 1, previous.value > 0xFF, previous.properties.isEmoji else {
                return 0
            }
            previousWidth = 2
            return 1
        }
        let isTint = 0x1F3FB <= scalar.value && scalar.value <= 0x1F3FF
        if joins && scalar.properties.isEmoji || isTint && previousWidth == 2 {
            joins = false
            previousWidth = 2
            return 0
        }
        joins = false
        let width = scalar.displayWidth
        if width > 0 { previousWidth = width }
        return width
    }
}
