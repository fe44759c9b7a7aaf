import Assessment

/// Walks a decoded text scalar by scalar, with the neighbors that decide what is fine.
struct TextScan {
    private var marks = 0
    /// The last scalar that is no mark, which a joiner would join.
    private var base: Unicode.Scalar = " "
    private var hasVisible = false

    mutating func firstFault(in bytes: borrowing Span<UInt8>) -> TextFault? {
        var first: TextFault?
        var invisible: (Unicode.Scalar, Int)?
        var at = 0
        while at < bytes.count {
            let step = UTF8Step(in: bytes, at: at)
            let scalar = step.shown
            if first == nil, let kind = fault(of: scalar, in: bytes, after: at + step.length) {
                first = TextFault(kind, scalar, at: at)
            }
            if !hasVisible {
                if scalar.isInvisible {
                    invisible = invisible ?? (scalar, at)
                } else if !scalar.isBlank {
                    hasVisible = true
                }
            }
            if hasVisible, let first { return first }
            at += step.length
            if scalar == "\u{1F3F4}" { at = Self.endOfFlag(in: bytes, from: at) }
        }
        if !hasVisible, let invisible, first?.kind != .control {
            return TextFault(.nothingVisible, invisible.0, at: invisible.1)
        }
        return first
    }

    private mutating func fault(
        of scalar: Unicode.Scalar, in bytes: borrowing Span<UInt8>, after next: Int
    ) -> TextFault.Kind? {
        if scalar.isOrdinaryLetter {
            marks = 0
            base = scalar
            return nil
        }
        if scalar.isControl, scalar != "\n", scalar != "\t" { return .control }
        if scalar.isNoncharacter { return .control }
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: return .bidi
        // These three marks only help text that does run from right to left.
        case 0x200E, 0x200F, 0x061C: return Self.hasRightToLeft(bytes) ? nil : .bidi
        case 0x200C, 0x200D: return joins(scalar, next: next, in: bytes) ? nil : .invisible
        case 0xE0000...0xE007F: return .tag
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: return .unassigned
        case 0x115F, 0x1160, 0x3164, 0xFFA0: return .invisible
        // The Mongolian vowel separator shapes the letter before it.
        case 0x180E: return nil
        case 0xFE00...0xFE0F: return nil
        default: break
        }
        if scalar.isHiddenFormat { return .invisible }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark:
            marks += 1
            return marks > TextFault.markLimit ? .marks : nil
        default:
            marks = 0
            if !(0x1F3FB...0x1F3FF).contains(scalar.value) { base = scalar }
            return nil
        }
    }

    /// Whether a joiner stands where writing needs one: between emoji, or within a script that
    /// shapes its letters by it.
    private func joins(
        _ joiner: Unicode.Scalar, next: Int, in bytes: borrowing Span<UInt8>
    ) -> Bool {
        let following = next < bytes.count ? UTF8Step(in: bytes, at: next).shown : " "
        if base.isShapedByJoiners || following.isShapedByJoiners { return true }
        return joiner == "\u{200D}" && base.isPictograph && following.isPictograph
    }

    /// The end of the tags that make a black flag a country's, or where they would begin.
    private static func endOfFlag(in bytes: borrowing Span<UInt8>, from start: Int) -> Int {
        var at = start
        while at < bytes.count {
            let step = UTF8Step(in: bytes, at: at)
            at += step.length
            switch step.shown.value {
            case 0xE0030...0xE0039, 0xE0061...0xE007A: continue
            case 0xE007F where at - start > step.length: return at
            default: return start
            }
        }
        return start
    }

    private static func hasRightToLeft(_ bytes: borrowing Span<UInt8>) -> Bool {
        var at = 0
        while at < bytes.count {
            let step = UTF8Step(in: bytes, at: at)
            switch step.shown.value {
            case 0x0590...0x061B, 0x061D...0x08FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF,
                0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EEFF:
                return true
            default: at += step.length
            }
        }
        return false
    }
}

extension Unicode.Scalar {
    /// A letter of the scripts most text is in, so that it need not be looked up.
    fileprivate var isOrdinaryLetter: Bool {
        switch value {
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x482, 0x48A...0x58F,
            0x3041...0x3098, 0x309B...0x3163, 0x3165...0x9FFF, 0xAC00...0xD7A3:
            true
        default: false
        }
    }

    fileprivate var isInvisible: Bool {
        switch value {
        case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x034F, 0x180B...0x180F, 0xFE00...0xFE0F,
            0xE0100...0xE01EF:
            true
        default: isHiddenFormat
        }
    }

    fileprivate var isBlank: Bool {
        switch value {
        case 0x09, 0x0A, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    fileprivate var isPictograph: Bool { value > 0xFF && properties.isEmoji }

    /// Scripts from Hebrew and Arabic to Khmer and Mongolian, and their extensions.
    fileprivate var isShapedByJoiners: Bool {
        switch value {
        case 0x0590...0x109F, 0x1700...0x1CFF, 0xA800...0xABFF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC,
            0x10800...0x11FFF, 0x1E800...0x1EEFF:
            true
        default: false
        }
    }
}
