import Assessment

/// Text that is being written: a number, a word, or an answer of many lines.
///
/// Works by clusters, so that nobody ever deletes half a letter. What a terminal would act on, or
/// hide, never gets in: line ends in a field of one line become blanks, tabs become four.
package struct TextField: Sendable, Hashable {
    package let isMultiline: Bool
    /// How many characters it takes; what would be more is left out.
    package let limit: Int
    private(set) var characters: [Character] = []
    /// The characters before the cursor.
    package private(set) var cursor = 0
    /// The column that moving up and down tries to keep.
    private var column: Int?

    package init(_ text: String = "", isMultiline: Bool = false, limit: Int = 100_000) {
        self.isMultiline = isMultiline
        self.limit = max(limit, 0)
        insert(text)
    }

    package var text: String { String(characters) }
    package var isEmpty: Bool { characters.isEmpty }

    /// Puts text before the cursor; answers whether all of it had room.
    @discardableResult
    package mutating func insert(_ text: String) -> Bool {
        column = nil
        let before = String(characters[..<cursor]) + accepted(text)
        let after = String(characters[cursor...])
        // A mark joins the letter before it, so that characters are counted afresh.
        let all = Array(before + after)
        let end = Array(before).count
        guard all.count > max(limit, characters.count) else {
            characters = all
            cursor = min(end, all.count)
            return true
        }
        let kept = Array(before).prefix(max(limit - (characters.count - cursor), cursor))
        characters = Array(String(kept) + after)
        cursor = min(kept.count, characters.count)
        return false
    }

    /// Puts other text in the place of all, such as an editor's.
    @discardableResult
    package mutating func replace(with text: String) -> Bool {
        characters = []
        cursor = 0
        return insert(text)
    }

    private func accepted(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
                scalars.append(isMultiline ? "\n" : " ")
            case "\t": scalars.append(contentsOf: "    ".unicodeScalars)
            case _ where scalar.isSafeInTerminal: scalars.append(scalar)
            default: break
            }
            previous = scalar
        }
        return String(scalars)
    }

    private mutating func remove(_ range: Range<Int>) {
        column = nil
        let before = String(characters[..<range.lowerBound])
        characters = Array(before + String(characters[range.upperBound...]))
        cursor = min(range.lowerBound, characters.count)
    }

    private mutating func move(to place: Int) {
        column = nil
        cursor = min(max(place, 0), characters.count)
    }

    /// Does what an input asks for; false where it means nothing to the field.
    ///
    /// Moving between rows depends on the columns that the field is shown in.
    @discardableResult
    package mutating func receive(_ input: Input, width: Int = 80) -> Bool {
        switch input {
        case .paste(let text): insert(text)
        case .key(let key): return receive(key, width: width)
        case .mouse, .focus, .resize, .resumed, .ended, .unknown: return false
        }
        return true
    }

    private mutating func receive(_ key: Key, width: Int) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .enter where isMultiline, .lineBreak where isMultiline: insert("\n")
        case .backspace: remove(max(cursor - 1, 0)..<cursor)
        case .delete, .control("d"): remove(cursor..<min(cursor + 1, characters.count))
        case .deleteWord, .control("w"): remove(wordStart..<cursor)
        case .alt("d"): remove(cursor..<wordEnd)
        case .control("u"): remove(lineStart..<cursor)
        case .control("k"): remove(cursor..<lineEnd)
        case .left, .control("b"): move(to: cursor - 1)
        case .right, .control("f"): move(to: cursor + 1)
        case .wordLeft, .alt("b"): move(to: wordStart)
        case .wordRight, .alt("f"): move(to: wordEnd)
        case .home, .control("a"): move(to: lineStart)
        case .end, .control("e"): move(to: lineEnd)
        case .up where isMultiline: move(rows: -1, width: width)
        case .down where isMultiline: move(rows: 1, width: width)
        case .pageUp where isMultiline: move(rows: -8, width: width)
        case .pageDown where isMultiline: move(rows: 8, width: width)
        default: return false
        }
        return true
    }

    private mutating func move(rows: Int, width: Int) {
        let layout = FieldLayout(self, width: width)
        let from = layout.position(of: cursor)
        let wanted = column ?? from.column
        let row = from.row + rows
        if row < 0 {
            move(to: 0)
        } else if row >= layout.rows.count {
            move(to: characters.count)
        } else {
            cursor = layout.place(row: row, column: wanted)
            column = wanted
        }
    }

    /// Sets the cursor where somebody clicked, by the rows of ``layout(width:)``.
    package mutating func click(row: Int, column: Int, width: Int) {
        let layout = FieldLayout(self, width: width)
        move(to: layout.place(row: min(max(row, 0), layout.rows.count - 1), column: column))
    }

    package func layout(width: Int) -> FieldLayout { FieldLayout(self, width: width) }

    private var lineStart: Int {
        characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    }

    private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

    private var wordStart: Int {
        var place = cursor
        while place > 0, !characters[place - 1].isInWord { place -= 1 }
        while place > 0, characters[place - 1].isInWord { place -= 1 }
        return place
    }

    private var wordEnd: Int {
        var place = cursor
        while place < characters.count, !characters[place].isInWord { place += 1 }
        while place < characters.count, characters[place].isInWord { place += 1 }
        return place
    }
}

extension Character {
    fileprivate var isInWord: Bool { isLetter || isNumber || self == "_" }
}
