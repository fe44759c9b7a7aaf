import Assessment
import Content
import MarkupReading
import TestSupport
import Testing

/// Any of the values our files hold.
enum ContentValue: Equatable {
    case bank(Bank)
    case rubric(Rubric)
    case sheet(ScoreSheet)
    case program(Program)

    var bytes: [UInt8] {
        switch self {
        case .bank(let bank): BankWriter.bytes(of: bank)
        case .rubric(let rubric): RubricWriter.bytes(of: rubric)
        case .sheet(let sheet): ScoreSheetWriter.bytes(of: sheet)
        case .program(let program): ProgramWriter.bytes(of: program)
        }
    }
}

/// A file of content, known by its path.
struct ContentFile: Sendable, CustomTestStringConvertible {
    let path: String

    static let shipped = ["QuestionBanks", "Rubrics", "Programs"].flatMap(files)
    /// One file of each kind with everything its kind can hold.
    static let samples = files(in: "Tests/ContentTests/Samples")
    static let all = shipped + samples

    private static func files(in folder: String) -> [ContentFile] {
        Project.files(in: folder).map(ContentFile.init)
    }

    var testDescription: String { path }

    var schema: Schema {
        switch (try? Project.bytes(path)).flatMap({ RootName.of(SourceText(name: path, bytes: $0)) }
        ) {
        case "bank": .bank
        case "rubric": .rubric
        case "score-sheet": .scoreSheet
        default: .program
        }
    }

    func read() throws -> (value: ContentValue?, Diagnostics) {
        read(try Project.bytes(path))
    }

    func read(_ bytes: [UInt8]) -> (value: ContentValue?, Diagnostics) {
        ContentReading.read(bytes, as: schema, named: path)
    }
}

/// Reads bytes as one kind of content.
enum ContentReading {
    static func read(
        _ bytes: [UInt8], as schema: Schema, named name: String = "file.xml"
    ) -> (value: ContentValue?, Diagnostics) {
        var diagnostics = Diagnostics()
        let source = SourceText(name: name, bytes: bytes)
        let value: ContentValue? =
            switch schema {
            case .bank: BankReader.bank(from: source, into: &diagnostics).map { .bank($0) }
            case .rubric: RubricReader.rubric(from: source, into: &diagnostics).map { .rubric($0) }
            case .scoreSheet:
                ScoreSheetReader.sheet(from: source, into: &diagnostics).map { .sheet($0) }
            case .program:
                ProgramReader.program(from: source, into: &diagnostics).map { .program($0) }
            }
        return (value, diagnostics)
    }
}

extension Diagnostic {
    /// One line for a test to compare.
    var summary: String {
        "\(severity.rawValue) \(code.rawValue) \(place.map { "\($0.line):\($0.column)" } ?? "-"): \(message)"
    }
}
