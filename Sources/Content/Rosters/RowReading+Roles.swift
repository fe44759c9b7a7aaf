package import Assessment
import MarkupReading

/// What a person is here for: roles, cohorts and whether they still are.
extension RowReading {
    /// A word of a list in one field, and where it begins in the field's text.
    private struct Piece {
        let text: String
        let position: Int
    }

    /// A field may hold several, with commas, semicolons or bars between.
    private static func pieces(of text: String) -> [Piece] {
        text.utf8.split { ",;|".utf8.contains($0) }.compactMap { part in
            let piece = String(part) ?? ""
            let blanks = piece.unicodeScalars.prefix(while: \.isBlankInText)
            let words = piece.collapsed
            if words.isEmpty { return nil }
            let start = text.utf8.distance(from: text.utf8.startIndex, to: part.startIndex)
            return Piece(text: words, position: start + String(blanks).utf8.count)
        }
    }

    // MARK: Roles

    mutating func readRoles(_ cells: RowCells) -> [Person.Role] {
        guard let cell = cells.cell(.roles) else { return [.learner] }
        var found: [Person.Role] = []
        for piece in Self.pieces(of: cell.text) {
            let word = piece.text.lowercased()
            let offset = cells.offset(of: piece.position, in: cell)
            switch header.dialect {
            case .plain:
                if let role = Person.Role(rawValue: word) {
                    found.append(role)
                } else {
                    reject(once: Self.unknownRole(piece.text, at: offset), for: word)
                }
            case .oneRoster:
                if let role = Self.role(inOneRoster: word) {
                    found.append(role)
                } else {
                    reject(once: Self.unneededRole(piece.text, at: offset), for: word)
                }
            }
        }
        return found.isEmpty ? [.learner] : Person.Role.allCases.filter { found.contains($0) }
    }

    /// What the roles of OneRoster 1.1 come to here; parents and relatives have no part.
    private static func role(inOneRoster word: String) -> Person.Role? {
        switch word {
        case "student": .learner
        case "teacher", "aide": .reviewer
        case "administrator": .lead
        default: nil
        }
    }

    private static func unknownRole(_ text: String, at offset: Int) -> Diagnostic {
        let known = Person.Role.allCases.map(\.rawValue)
        let guess =
            role(inOneRoster: text.lowercased())?.rawValue
            ?? Suggestions.near(text, among: known).first
        return Diagnostic(
            .error, .badValue, "'\(text.shortened)' is not a role",
            advice: guess.map { "did you mean '\($0)'?" }
                ?? "it may be: \(known.joined(separator: ", "))", offset: offset)
    }

    private static func unneededRole(_ text: String, at offset: Int) -> Diagnostic {
        Diagnostic(
            .note, "role-left-out", "whoever is a '\(text.shortened)' is left out", offset: offset)
    }

    // MARK: Cohorts

    mutating func readCohorts(_ cells: RowCells) -> [Cohort.ID] {
        guard let cell = cells.cell(.cohorts) else { return [] }
        var cohorts: [Cohort.ID] = []
        for piece in Self.pieces(of: cell.text) {
            guard let cohort = Cohort.ID(piece.text) else {
                let offset = cells.offset(of: piece.position, in: cell)
                reject(once: Self.badHandle(piece.text, at: offset), for: piece.text)
                continue
            }
            if !cohorts.contains(cohort) { cohorts.append(cohort) }
        }
        return cohorts
    }

    private static func badHandle(_ text: String, at offset: Int) -> Diagnostic {
        Diagnostic(
            .error, .badID, "'\(text.shortened)' cannot be the handle of a cohort",
            advice: Cohort.handle(for: text).map { "write '\($0)' in all its rows" }
                ?? "use letters a to z, digits, '.', '-' and '_', a letter or digit first, at most 64",
            offset: offset)
    }

    // MARK: Activity

    /// The older word for a record to be deleted is `inactive`.
    mutating func readActivity(_ cells: RowCells) -> Bool {
        let isKept = readWord(
            .status, ["active": true, "tobedeleted": false, "inactive": false], cells)
        let isEnabled = readWord(.enabledUser, ["true": true, "false": false], cells)
        return isKept && isEnabled
    }

    private mutating func readWord(
        _ column: RosterColumn, _ words: [String: Bool], _ cells: RowCells
    ) -> Bool {
        guard let cell = cells.cell(column) else { return true }
        let word = cell.text.collapsed
        if word.isEmpty { return true }
        if let value = words[word.lowercased()] { return value }
        reject(
            once: Diagnostic(
                .error, .badValue,
                "'\(word.shortened)' is not a value of '\(column == .status ? "status" : "enabledUser")'",
                advice: "it may be: \(words.keys.sorted().joined(separator: ", "))",
                offset: cell.offset),
            for: word)
        return true
    }
}

extension Cohort {
    /// A handle near a name that cannot be one: `Class 7/B` becomes `Class-7-B`.
    package static func handle(for name: String) -> ID? {
        var handle = ""
        var hasGap = false
        for scalar in name.unicodeScalars {
            let letters = scalar == "_" ? [UInt8(ascii: "_")] : scalar.asciiLetters
            guard !letters.isEmpty else {
                hasGap = hasGap || !scalar.properties.isDiacritic
                continue
            }
            if hasGap, !handle.isEmpty { handle += "-" }
            hasGap = false
            handle += String(decoding: letters, as: UTF8.self)
        }
        return ID(String(handle.prefix(64)))
    }
}
