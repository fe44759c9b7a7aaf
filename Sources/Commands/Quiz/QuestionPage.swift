import Assessment
import Grading
import Screens
import Sittings
import Terminal

/// A question as line mode puts it: all its words, what can be chosen, and what stands already.
struct QuestionPage {
    let draft: Draft
    /// Counted from 0.
    let place: Int
    let length: Int
    var isFlagged = false
    /// What the clock says, where there is a limit.
    var time: String?

    var page: Page {
        var page = Page()
        var title = "Question \(place + 1) of \(length)."
        if isFlagged { title += " Flagged." }
        if let time { title += " \(time)" }
        page.heading(title)
        page.space()
        page.paragraph(draft.item.prompt)
        return page
    }

    /// What one part offers; a question of several parts says which it is.
    func page(of index: Int) -> Page {
        let part = draft.parts[index]
        var page = Page()
        if draft.parts.count > 1 {
            page.paragraph("Part \(index + 1) of \(draft.parts.count).")
            page.space()
        }
        if let gap = part.gap, case .blanks(let blanks) = kind(of: part) {
            let number = (blanks.blanks.firstIndex { $0.id == gap } ?? 0) + 1
            if number == 1 {
                page.paragraph(blanks.numberedPassage)
                page.space()
            }
            page.paragraph("Blank [\(number)]:")
        }
        let control = draft.control(of: part)
        switch control {
        case .choose(let entries):
            list(entries, on: &page)
        case .chooseMany(let entries, _):
            page.paragraph(control.instruction)
            list(entries, on: &page)
        case .order(let entries):
            page.paragraph(control.instruction)
            list(entries, on: &page)
        case .match(let left, let right):
            page.paragraph(control.instruction)
            list(left, on: &page)
            page.space()
            letters(right, on: &page)
        case .sort(let entries, let groups):
            page.paragraph(control.instruction)
            list(entries, on: &page)
            page.space()
            page.paragraph("Groups:")
            letters(groups, on: &page)
        case .number, .words: break
        case .written(let written):
            if let guidance = written.guidance { page.paragraph(guidance) }
            page.paragraph(control.instruction)
        }
        if let standing = standing(part) {
            page.space()
            page.item("Your answer:", standing, verbatim: true)
        }
        return page
    }

    private func kind(of part: Draft.Part) -> Interaction.Kind {
        draft.item.interactions[part.interaction].kind
    }

    private func list(_ entries: [Entry], on page: inout Page) {
        for (index, entry) in entries.enumerated() {
            page.item("\(index + 1).", entry.text, indent: 2)
        }
    }

    private func letters(_ entries: [Entry], on page: inout Page) {
        for (index, entry) in entries.enumerated() {
            page.item("\(Draft.Control.letter(index)).", entry.text, indent: 2)
        }
    }

    /// What stands in the part, by the numbers and letters shown.
    func standing(_ part: Draft.Part) -> String? {
        switch draft.control(of: part) {
        case .choose, .chooseMany, .order:
            var chosen = draft.chosen(in: part)
            if case .chooseMany = draft.control(of: part) { chosen.sort() }
            return chosen.isEmpty ? nil : chosen.map { "\($0 + 1)" }.joined(separator: " ")
        case .match, .sort:
            let pairs = draft.pairs(in: part).sorted { $0.key < $1.key }
            return pairs.isEmpty
                ? nil
                : pairs.map { "\($0.key + 1)\(Draft.Control.letter($0.value))" }
                    .joined(separator: " ")
        case .number, .words, .written: return draft.words(in: part)
        }
    }

    /// What may be typed now, and what Enter alone does.
    func prompt(of index: Int, wasWrong: Bool = false) -> String {
        let part = draft.parts[index]
        let control = draft.control(of: part)
        let stroke = control.takesWords ? "/" : ""
        let keeps = draft.isFilled(part) ? "Enter to keep it" : "Enter to skip"
        let ways = "\(keeps), \(stroke)b for back, \(stroke)q to save and quit, \(stroke)? for help"
        return "\(wanted(control)), \(ways):"
    }

    private func wanted(_ control: Draft.Control) -> String {
        switch control {
        case .choose(let entries): return "Number from 1 to \(entries.count)"
        case .chooseMany(let entries, _): return "Numbers from 1 to \(entries.count), such as 1 3"
        case .order(let entries):
            return "Every number from 1 to \(entries.count), in order, such as 2 1 3"
        case .match: return "Pairs, such as 1b 2a"
        case .sort: return "Numbers with their groups, such as 1b 2a"
        case .number(let number):
            let units = number.units.map(\.symbol.text).joined(separator: ", ")
            switch number.unitRule {
            case .none: return "A number"
            case .optional: return "A number, perhaps with its unit (\(units))"
            case .required: return "A number and its unit (\(units))"
            }
        case .words: return "A few words"
        case .written: return "Your text, a single dot on the last line, /e for your editor"
        }
    }
}

extension Blanks {
    /// With numbers in the place of ids, which often are the words that belong there.
    var numberedPassage: String {
        blanks.enumerated().reduce(passage) { text, blank in
            text.replacing("[[\(blank.element.id)]]", with: "[\(blank.offset + 1)]")
        }
    }
}
