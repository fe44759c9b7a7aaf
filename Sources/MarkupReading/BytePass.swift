import Assessment

/// Looks a file over byte by byte, before libxml2 sees any of it.
///
/// What libxml2 would take for granted, act on, or spend minutes over ends here: other encodings
/// (and with them the converters of the C library), control characters, a DOCTYPE, giant tags.
enum BytePass {
    /// The first thing in the file that bars it from being parsed.
    static func firstFault(in source: SourceText, limits: MarkupLimits) -> Diagnostic? {
        let bytes = source.bytes.span
        guard bytes.count <= limits.bytes else {
            return limits.exceeded("the file", by: \.bytes, at: nil)
        }
        if let fault = foreignMark(bytes) ?? blank(bytes) ?? DeclarationScan.firstFault(in: bytes) {
            return fault
        }
        let unfit = CharacterPass.firstFault(in: bytes)
        // What stands before an unfit character is reported before it.
        let fit = unfit?.offset ?? bytes.count
        var lengths = LengthPass(limits: limits)
        return lengths.firstFault(in: bytes.extracting(..<fit)) ?? unfit
    }

    /// Where the document begins, after a byte order mark if there is one.
    static func start(_ bytes: borrowing Span<UInt8>) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private static func foreignMark(_ bytes: borrowing Span<UInt8>) -> Diagnostic? {
        let encoding: String
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            encoding = "UTF-32"
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            encoding = "UTF-16"
        } else {
            return nil
        }
        return .foreignEncoding("the file is written in \(encoding)", at: 0)
    }

    private static func blank(_ bytes: borrowing Span<UInt8>) -> Diagnostic? {
        for index in start(bytes)..<bytes.count where !bytes[index].isBlankMarkup { return nil }
        return Diagnostic(
            .error, "empty-input", "the file is empty",
            advice: "check that it was saved, and that it is the file you meant")
    }
}

extension Diagnostic {
    /// A file in an encoding we do not read, and what to do about it.
    static func foreignEncoding(_ message: String, at offset: Int) -> Diagnostic {
        Diagnostic(
            .error, "encoding-declared", message,
            advice: "save the file as UTF-8, and let its first line say encoding=\"UTF-8\"",
            offset: offset)
    }
}
