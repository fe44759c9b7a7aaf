package import Assessment

/// Finds the first byte that is no UTF-8, or the first character that has no place in a text.
enum CharacterPass {
    static func firstFault(in bytes: borrowing Span<UInt8>) -> Diagnostic? {
        var at = 0
        let count = bytes.count
        while at < count {
            let byte = bytes[at]
            if byte < 0x80 {
                guard byte >= 0x20 && byte != 0x7F || byte.isBlankMarkup else {
                    return .control(Unicode.Scalar(byte), at: at)
                }
                at += 1
                continue
            }
            let step = UTF8Step(in: bytes, at: at)
            guard let scalar = step.scalar else { return broken(bytes, at: at) }
            if scalar.isControl || scalar.isNoncharacter { return .control(scalar, at: at) }
            at += step.length
        }
        return nil
    }

    private static func broken(_ bytes: borrowing Span<UInt8>, at: Int) -> Diagnostic {
        let hex = String(bytes[at], radix: 16, uppercase: true)
        return Diagnostic(
            .error, "encoding", "the byte \(hex) here is not UTF-8",
            advice: "save the file as UTF-8; it may be in an older encoding, or damaged",
            offset: at)
    }
}

extension Diagnostic {
    /// A character that can act on a terminal or split a line, wherever it stands.
    package static func control(_ scalar: Unicode.Scalar, at offset: Int) -> Diagnostic {
        Diagnostic(
            .error, "control-char",
            "the control character \(scalar.codePoint) has no place in a text",
            advice: "delete it; if the file is full of such characters, it is not a text file",
            offset: offset)
    }
}

extension Unicode.Scalar {
    /// Its number as people look it up, such as `U+009B`.
    var codePoint: String {
        let hex = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
    }
}
