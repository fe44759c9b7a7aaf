import Assessment
import Terminal

/// What a look at the program, the machine and the store found, fit to be given to strangers.
struct Checkup {
    /// How something stands.
    enum State: String {
        /// As it should be.
        case fine
        /// Worth knowing; nothing is broken.
        case note
        case fault
    }

    /// What was looked at, how it stands, and what to do about it.
    struct Line {
        let name: String
        let text: String
        var state = State.fine
        var advice: String?
    }

    /// What belongs together, in the order in which it was looked at.
    struct Section {
        let title: String
        var lines: [Line] = []

        mutating func add(
            _ name: String, _ text: String, _ state: State = .fine, advice: String? = nil
        ) {
            lines.append(Line(name: name, text: text, state: state, advice: advice))
        }
    }

    let sections: [Section]

    /// With what names the person taken out of every text.
    init(_ sections: [Section], in environment: Environment) {
        self.sections = sections.map { section in
            Section(
                title: section.title,
                lines: section.lines.map { line in
                    Line(
                        name: line.name, text: environment.unnamed(line.text), state: line.state,
                        advice: line.advice.map(environment.unnamed))
                })
        }
    }

    func count(_ state: State) -> Int {
        sections.flatMap(\.lines).count { $0.state == state }
    }

    // MARK: Telling

    /// For people; all of it, or what is not as it should be.
    func write(to console: Console) {
        let lines = sections.flatMap(\.lines)
        let widest = lines.map(\.name.displayWidth).max() ?? 0
        var page = Page()
        for section in sections {
            let shown = section.lines.filter { !console.isQuiet || $0.state != .fine }
            if shown.isEmpty { continue }
            page.heading(section.title)
            for line in shown {
                let gap = TextLayout.spaces(widest - line.name.displayWidth)
                page.item(line.name + gap, line.words, indent: 2, verbatim: true)
            }
        }
        page.space()
        page.paragraph(summary)
        console.write(page.text(width: console.width, palette: console.outputPalette))
    }

    private var summary: String {
        let found = [(count(.fault), "fault"), (count(.note), "note")]
            .filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
        return found.isEmpty ? "No faults." : found.joined(separator: ", ") + "."
    }

    var json: JSON {
        [
            "schema": "assay/doctor/1", "faults": .integer(count(.fault)),
            "notes": .integer(count(.note)),
            "sections": .array(
                sections.map { section in
                    [
                        "title": .string(section.title),
                        "lines": .array(
                            section.lines.map { line in
                                [
                                    "name": .string(line.name), "text": .string(line.text),
                                    "state": .string(line.state.rawValue),
                                    "advice": .optional(line.advice),
                                ]
                            }),
                    ]
                }),
        ]
    }
}

extension Checkup.Line {
    fileprivate var words: String {
        let mark = state == .fine ? "" : "\(state.rawValue): "
        return mark + text + (advice.map { "\n→ \($0)" } ?? "")
    }
}

extension Environment {
    /// The text without what says who somebody is: the home folder is `~`, and folders that are
    /// called like the user are `USER`.
    fileprivate func unnamed(_ text: String) -> String {
        var text = text
        if let home = variable("HOME"), home.utf8.count > 1 {
            text = text.replacingFolder(
                home.last == "/" ? String(home.dropLast()) : home, with: "~")
        }
        return user.isEmpty ? text : text.replacingFolder("/\(user)", with: "/USER")
    }
}

extension String {
    /// With a name in the place of the folder, and not of those whose names begin alike.
    fileprivate func replacingFolder(_ folder: String, with name: String) -> String {
        let parts = split(separator: folder, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts[0])) { text, rest in
            let goesOn =
                rest.first.map { $0.isLetter || $0.isNumber || "-_.".contains($0) } ?? false
            return text + (goesOn ? folder : name) + rest
        }
    }
}
