extension StringProtocol {
    /// A name for a file about this text, such as `Ana-Lopez-38fecf95`; a suffix may follow.
    ///
    /// ASCII letters, digits and single hyphens, at most 49 of them. The first eight digits of the
    /// hash of the exact bytes keep texts apart that look or fold alike, and keep the name from
    /// being one that some system reserves. They are too few to rely on among ten thousands of
    /// names, so files are to be created, never overwritten.
    package func fileNameSafe() -> String {
        var slug: [UInt8] = []
        var isApart = false
        for scalar in unicodeScalars {
            let letters = scalar.asciiLetters
            if letters.isEmpty {
                // Other scripts and marks leave no gap, or a name would be all hyphens.
                isApart =
                    isApart || scalar.isASCII
                    || scalar.properties.generalCategory == .spaceSeparator
                continue
            }
            if isApart, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
            isApart = false
            slug.append(contentsOf: letters)
            if slug.count >= slugLimit { break }
        }
        slug.removeLast(Swift.max(0, slug.count - slugLimit))
        if slug.last == UInt8(ascii: "-") { slug.removeLast() }
        let stem = slug.isEmpty ? "x" : String(decoding: slug, as: UTF8.self)
        return "\(stem)-\(Digest.sha256(Array(utf8)).hex.prefix(8))"
    }
}

private let slugLimit = 40

extension Unicode.Scalar {
    /// The letter or digit itself, a Latin letter without its marks, or nothing.
    package var asciiLetters: [UInt8] {
        if isASCII {
            let byte = UInt8(truncatingIfNeeded: value)
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                return [byte]
            default: return []
            }
        }
        // Unicode promises that names never change, so they serve as the table of letters:
        // https://www.unicode.org/policies/stability_policy.html#Name
        guard value < 0x2000, let name = properties.name, name.hasPrefix("LATIN ") else {
            return []
        }
        let words = name.split(separator: " ")
        guard words.count > 3, words[2] == "LETTER", words[1] == "CAPITAL" || words[1] == "SMALL"
        else { return [] }
        let letters: String
        switch words[3] {
        case "SHARP": letters = "SS"
        case "DOTLESS", "LONG": letters = words.count > 4 ? String(words[4]) : ""
        case "THORN": letters = "Th"
        case "ETH": letters = "D"
        case "ENG": letters = "N"
        case let word: letters = word.utf8.count <= 2 ? String(word) : ""
        }
        return Array((words[1] == "SMALL" ? letters.lowercased() : letters).utf8)
    }
}
