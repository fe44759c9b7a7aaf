import Assessment

/// Which packages of Debian would bring the letters that no font here has.
final class MissingFonts {
    private(set) var packages: Set<String> = []

    private var judged: Set<Unicode.Scalar> = []

    /// Takes note of a text of which some letters could not be drawn, and asks which.
    func note(_ text: String, canDraw: (Unicode.Scalar) -> Bool) {
        for scalar in text.unicodeScalars where !scalar.isASCII && judged.insert(scalar).inserted {
            if !canDraw(scalar) { packages.insert(Self.package(for: scalar)) }
        }
    }

    private static func package(for scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF,
            0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x1F200...0x1F2FF,
            0x20000...0x3FFFF:
            "fonts-noto-cjk"
        case _ where scalar.properties.isEmojiPresentation, 0x1F000...0x1FAFF:
            "fonts-noto-color-emoji"
        case 0..<0x0530: "fonts-dejavu-core"
        default: "fonts-noto-core"
        }
    }
}
