import Assessment

/// What a terminal shows as one character: a letter with its marks, a flag, a joined emoji.
///
/// Its text is safe to print and takes at least one column.
package struct Cluster: Sendable, Hashable {
    package let text: String
    package let width: Int

    fileprivate init(_ text: String, width: Int) {
        self.text = text
        self.width = width
    }

    package static let blank = Cluster(" ", width: 1)

    var isBlank: Bool { text.utf8.elementsEqual(CollectionOfOne(0x20)) }
    /// Whether it begins with a letter of two columns, as Chinese has them.
    var isWide: Bool { text.unicodeScalars.first?.displayWidth == 2 }
}

extension StringProtocol {
    /// The text as a terminal shows it, with what the terminal would act on spelled out.
    ///
    /// A mark with nothing before it stands on a blank. What would take more than four columns or
    /// 32 scalars as one cluster is taken apart, so that a few columns can hold any of it.
    package var clusters: [Cluster] {
        if utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) {
            return unicodeScalars.map { Cluster(String($0), width: 1) }
        }
        return terminalSafe().flatMap(\.pieces)
    }

    /// The columns that ``clusters`` take together.
    package var columns: Int { clusters.reduce(0) { $0 + $1.width } }
}

extension Character {
    fileprivate var pieces: [Cluster] {
        var counter = ColumnCounter()
        var pieces: [Cluster] = []
        var piece = String.UnicodeScalarView()
        var width = 0
        for scalar in unicodeScalars {
            let added = counter.advance(over: scalar)
            // Marks alone get a blank to stand on, and are to come to the same when read again.
            if added > 0 && width + added > 4 || piece.count == (width == 0 ? 31 : 32) {
                pieces.append(Cluster(standing: piece, width: width))
                piece = String.UnicodeScalarView()
                width = 0
            }
            piece.append(scalar)
            width += added
        }
        pieces.append(Cluster(standing: piece, width: width))
        return pieces
    }
}

extension String {
    /// The text in ASCII, as its clusters have it.
    var asciiTwin: String { clusters.map(\.asciiTwin.text).joined() }
}

extension Cluster {
    /// A character as one cluster even where it is taken apart elsewhere.
    init(whole character: Character) {
        let pieces = String(character).clusters
        self.init(pieces.map(\.text).joined(), width: pieces.reduce(0) { $0 + $1.width })
    }

    fileprivate init(standing scalars: String.UnicodeScalarView, width: Int) {
        self.init(width == 0 ? " " + String(scalars) : String(scalars), width: max(width, 1))
    }

    /// The same cluster in ASCII: folded where it has a twin, else as many question marks.
    ///
    /// For terminals that read bytes one by one, to which half a letter could be a command.
    package var asciiTwin: Cluster {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return self }
        guard let scalar = text.unicodeScalars.first else { return .blank }
        let twin =
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201A}", "\u{2032}", "´": "'"
            case "\u{201C}", "\u{201D}", "\u{201E}", "«", "»", "\u{2033}": "\""
            case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
            case "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}": " "
            case "\u{2026}": "."
            case "\u{2022}", "·", "\u{D7}": "*"
            default: String(decoding: scalar.asciiLetters, as: UTF8.self)
            }
        return twin.utf8.count == width
            ? Cluster(twin, width: width)
            : Cluster(String(repeating: "?", count: width), width: width)
    }
}
