import Assessment
import Content
import MarkupReading
import Terminal

/// A kind of content a person can check and look at.
struct ContentKind: Sendable {
    /// The command's noun.
    let noun: String
    let folder: String
    /// Whether it can grow without bound and has keys to hide.
    var holdsItems = false
    /// The grammars of its files, its own first.
    let schemas: [Schema]
    /// Reads a file, adds its faults, and says in a few words what it holds.
    let check: @Sendable (SourceText, ReadingLimits, inout Diagnostics) -> String?
    /// The same as text for people; `keys` says whether to show what is right.
    let show: @Sendable (SourceText, ReadingLimits, _ keys: Bool, inout Diagnostics) -> Page?

    /// Places in which to look for its files where none is named, the nearest first.
    func folders(in environment: Environment) -> [String] {
        if let content = environment.variable("ASSAY_CONTENT"), !content.isEmpty {
            return [content + "/" + folder, content]
        }
        return [folder] + (environment.shareFolder.map { [$0 + "/" + folder] } ?? [])
    }
}

/// How much a file may hold before it is refused.
struct ReadingLimits: Sendable {
    var markup = MarkupLimits()
    var items = BankReader.itemLimit
}

extension ContentKind {
    static let bank = ContentKind(
        noun: "bank", folder: "QuestionBanks", holdsItems: true, schemas: [.bank],
        check: { source, limits, diagnostics in
            var items = 0
            let bank = BankReader.read(
                source, limits: limits.markup, itemLimit: limits.items, into: &diagnostics
            ) { _ in items += 1 }
            return bank.map { bank in
                [
                    counted(items, "item"), counted(bank.objectives.count, "objective"),
                    counted(bank.quizzes.count, "quiz", "quizzes"),
                ].joined(separator: ", ")
            }
        },
        show: { source, limits, keys, diagnostics in
            BankReader.bank(
                from: source, limits: limits.markup, itemLimit: limits.items, into: &diagnostics
            ).map { BankPage.page(of: $0, showingKeys: keys) }
        })

    static let rubric = ContentKind(
        noun: "rubric", folder: "Rubrics", schemas: [.rubric, .scoreSheet],
        check: { source, limits, diagnostics in
            if RootName.of(source) == "score-sheet" {
                return ScoreSheetReader.sheet(
                    from: source, limits: limits.markup, into: &diagnostics
                ).map { "score sheet with \(counted($0.marks.count, "mark"))" }
            }
            return RubricReader.rubric(from: source, limits: limits.markup, into: &diagnostics)
                .map { rubric in
                    let criteria = rubric.allCriteria.count
                    return [
                        counted(criteria, "criterion", "criteria"),
                        counted(rubric.bands.count, "verdict"),
                    ].joined(separator: ", ")
                }
        },
        show: { source, limits, _, diagnostics in
            RubricReader.rubric(from: source, limits: limits.markup, into: &diagnostics)
                .map { RubricPage.page(of: $0) }
        })

    static let program = ContentKind(
        noun: "program", folder: "Programs", schemas: [.program],
        check: { source, limits, diagnostics in
            ProgramReader.program(from: source, limits: limits.markup, into: &diagnostics)
                .map { program in
                    [
                        counted(program.components.count, "component"),
                        counted(program.competencies.count, "competency", "competencies"),
                    ].joined(separator: ", ")
                }
        },
        show: { source, limits, _, diagnostics in
            ProgramReader.program(from: source, limits: limits.markup, into: &diagnostics)
                .map { ProgramPage.page(of: $0) }
        })
}
