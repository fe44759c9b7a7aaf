import Assessment
import Grading
import Screens
import Sittings

/// What a line typed at a question asks for.
enum LineReading: Sendable, Hashable {
    case edit(Draft.Edit)
    case command(LineCommand)
    /// Enter alone.
    case nothing
    /// Not understood; the text says what would be.
    case wrong(String)
}

/// What can be asked for at any prompt of a sitting.
enum LineCommand: Sendable, Hashable {
    case back, next, go(Int), flag, undo, redo, clear, edit, list, submit, time, help, show, quit
    /// Hands in without another question.
    case submitNow

    init?(_ line: String, length: Int) {
        let words = line.split(separator: " ").map { String($0) }
        switch words {
        case ["b"], ["p"]: self = .back
        case ["n"]: self = .next
        case ["f"]: self = .flag
        case ["z"]: self = .undo
        case ["Z"]: self = .redo
        case ["c"]: self = .clear
        case ["e"]: self = .edit
        case ["r"]: self = .list
        case ["s"]: self = .submit
        case ["submit"]: self = .submitNow
        case ["t"]: self = .time
        case ["l"]: self = .show
        case ["?"], ["h"], ["help"]: self = .help
        case ["q"]: self = .quit
        case ["G"]: self = .go(length)
        default:
            guard words.count <= 2, let first = words.first, first.first == "g" else { return nil }
            guard let number = Int(words.count == 2 ? words[1] : String(first.dropFirst())),
                words.count == 1 || first == "g"
            else { return nil }
            self = .go(number)
        }
    }

    static let explained: [(keys: String, text: String)] = [
        ("b", "back to the question before"), ("n", "on to the next question"),
        ("g 7", "go to question 7"), ("c", "clear the answer"),
        ("e", "write the answer in your own editor, where a text is asked for"),
        ("f", "flag the question, or take its flag away"),
        ("z", "undo the last change of an answer"), ("Z", "redo what was undone"),
        ("r", "review: every question with its state"), ("l", "list the question again"),
        ("t", "the time left"), ("s", "submit: hand in for good"),
        ("q", "save and quit; the quiz can be resumed"),
    ]
}

extension Draft.Control {
    /// Reads a line typed at the part.
    func read(_ line: String, length: Int) -> LineReading {
        let text = line.trimmed
        if text.isEmpty { return .nothing }
        if takesWords {
            guard text.unicodeScalars.first == "/" else { return .edit(.type(line)) }
            let rest = String(text.dropFirst())
            // A text of the learner's own may begin with a stroke.
            if rest.unicodeScalars.first == "/" { return .edit(.type(rest)) }
            return LineCommand(rest.trimmed, length: length).map { .command($0) }
                ?? .wrong("There is no command /\(rest).")
        }
        let bare = text.unicodeScalars.first == "/" ? String(text.dropFirst()) : text
        if let command = LineCommand(bare, length: length) { return .command(command) }
        switch self {
        case .choose(let entries): return choice(text, entries)
        case .chooseMany(let entries, _):
            guard let places = Self.numbers(text), !places.isEmpty,
                Set(places).count == places.count,
                places.allSatisfy(entries.indices.contains)
            else {
                return .wrong("Type one or more numbers from 1 to \(entries.count), such as 1 3.")
            }
            return .edit(.chooseAll(places))
        case .match(let left, let right): return pairs(text, left.count, right.count)
        case .sort(let entries, let groups): return pairs(text, entries.count, groups.count)
        case .order(let entries):
            guard let places = Self.numbers(text), places.sorted() == Array(entries.indices) else {
                return .wrong(
                    "Type every number from 1 to \(entries.count) once, in the right order.")
            }
            return .edit(.arrange(places))
        case .number(let number):
            do {
                _ = try number.read(text)
                return .edit(.type(text))
            } catch {
                return .wrong(number.advice(on: error))
            }
        case .words, .written: return .edit(.type(line))
        }
    }

    private func choice(_ text: String, _ entries: [Entry]) -> LineReading {
        if let number = Int(text), entries.indices.contains(number - 1) {
            return .edit(.choose(number - 1))
        }
        if let place = entries.firstIndex(where: { $0.text.lowercased() == text.lowercased() }) {
            return .edit(.choose(place))
        }
        return .wrong("Type a number from 1 to \(entries.count).")
    }

    /// `1b 2a`, with or without commas and blanks between.
    private func pairs(_ text: String, _ left: Int, _ right: Int) -> LineReading {
        let last = Self.letter(right - 1)
        let wrong = LineReading.wrong(
            "Type pairs of a number from 1 to \(left) and a letter from a to \(last), "
                + "such as 1\(last) 2a.")
        var pairs: [Int: Int] = [:]
        var number: Int?
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "0"..."9":
                let next = (number ?? 0) * 10 + Int(scalar.value - 48)
                guard next <= left else { return wrong }
                number = next
            case "a"..."z":
                let place = Int(scalar.value - 97)
                guard let held = number, (1...left).contains(held), place < right,
                    pairs[held - 1] == nil
                else { return wrong }
                pairs[held - 1] = place
                number = nil
            case " ", ",", ";", "=", "-": continue
            default: return wrong
            }
        }
        return number == nil && !pairs.isEmpty ? .edit(.pair(pairs)) : wrong
    }

    /// Places from numbers set apart by blanks or commas.
    private static func numbers(_ text: String) -> [Int]? {
        let words = text.split { " ,;".contains($0) }
        let numbers = words.compactMap { Int($0) }
        return numbers.count == words.count ? numbers.map { $0 - 1 } : nil
    }

    static func letter(_ place: Int) -> String {
        String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(clamping: place % 26)))
    }
}
