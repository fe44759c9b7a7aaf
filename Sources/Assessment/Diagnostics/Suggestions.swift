/// Guesses at what a mistyped word was meant to be; they are shown, never acted on.
package enum Suggestions {
    /// Words longer than this are not typing slips, and would only cost time.
    private static let longestWord = 64

    /// The nearest of the candidates, at most three, in their own order; none when all are far off.
    ///
    /// Near means a Damerau–Levenshtein distance of at most a third of the word, and at least 1;
    /// case is ignored. Failing that, what the word begins: `verb` for `verbose`.
    package static func near(_ word: String, among candidates: [String]) -> [String] {
        let typed = lowercased(word)
        guard (1...longestWord).contains(typed.count) else { return [] }
        var best = max(1, typed.count / 3)
        var nearest: [String] = []
        for candidate in candidates where !nearest.contains(candidate) {
            let other = lowercased(candidate)
            guard other.count <= typed.count + best, typed.count <= other.count + best else {
                continue
            }
            let distance = distance(typed, other)
            // A word of one letter is at distance 1 from every other one: that says nothing.
            guard distance <= best, distance < max(typed.count, other.count) else { continue }
            if distance < best { nearest = [] }
            best = distance
            nearest.append(candidate)
        }
        if nearest.isEmpty, typed.count > 1 {
            nearest = candidates.filter { lowercased($0).starts(with: typed) }
        }
        return Array(nearest.prefix(3))
    }

    /// The names in a folder near the last part of a path, each with the folder put back in front.
    package static func fileNames(near path: String, listing: [String]) -> [String] {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { path[...$0] } ?? ""
        let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
        return near(String(name), among: listing.sorted()).map { folder + $0 }
    }

    /// The least number of letters put in, left out, changed or swapped with a neighbor.
    package static func distance(_ first: String, _ second: String) -> Int {
        distance(Array(first.unicodeScalars), Array(second.unicodeScalars))
    }

    private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        let columns = second.count + 2
        let far = first.count + second.count
        var cells = [Int](repeating: far, count: (first.count + 2) * columns)
        for row in 0...first.count { cells[(row + 1) * columns + 1] = row }
        for column in 0...second.count { cells[columns + column + 1] = column }
        var lastRow: [Unicode.Scalar: Int] = [:]
        for row in first.indices.map({ $0 + 1 }) {
            var lastColumn = 0
            for column in second.indices.map({ $0 + 1 }) {
                let swapRow = lastRow[second[column - 1]] ?? 0
                let swapColumn = lastColumn
                let same = first[row - 1] == second[column - 1]
                if same { lastColumn = column }
                let changed = cells[row * columns + column] + (same ? 0 : 1)
                let putIn = cells[(row + 1) * columns + column] + 1
                let leftOut = cells[row * columns + column + 1] + 1
                let swapped =
                    cells[swapRow * columns + swapColumn] + (row - swapRow - 1) + 1
                    + (column - swapColumn - 1)
                cells[(row + 1) * columns + column + 1] = min(changed, putIn, leftOut, swapped)
            }
            lastRow[first[row - 1]] = row
        }
        return cells[(first.count + 1) * columns + second.count + 1]
    }

    private static func lowercased(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.prefix(longestWord + 1).flatMap {
            Array($0.properties.lowercaseMapping.unicodeScalars)
        }
    }
}
