import Assessment
import Content
import MarkupReading

/// Reads any bytes as one kind of file, and ends the process where a promise of the readers is broken.
///
/// The first byte chooses: its two lowest bits the reader, the next one small limits, the next one
/// whether a score sheet is held against a rubric, the next one whether many diagnostics are kept.
/// The rest is the file.
@c(LLVMFuzzerTestOneInput)
public func fuzzReaders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 0 else { return 0 }
    let input = UnsafeBufferPointer(start: start, count: count)
    let trial = Trial(choice: input[0])
    trial.run(on: SourceText(name: "input.xml", bytes: Array(input.dropFirst())))
    return 0
}

/// One of our kinds of file, and what a file of it holds.
enum FileKind: UInt8 {
    case bank, rubric, scoreSheet, program

    enum Value: Equatable {
        case bank(Bank)
        case rubric(Rubric)
        case sheet(ScoreSheet)
        case program(Program)

        var written: [UInt8] {
            switch self {
            case .bank(let bank): BankWriter.bytes(of: bank)
            case .rubric(let rubric): RubricWriter.bytes(of: rubric)
            case .sheet(let sheet): ScoreSheetWriter.bytes(of: sheet)
            case .program(let program): ProgramWriter.bytes(of: program)
            }
        }
    }
}

/// What is read how, and what has to hold afterward.
struct Trial {
    /// A file and what reading it came to.
    struct Outcome {
        let source: SourceText
        let value: FileKind.Value?
        let diagnostics: Diagnostics
    }

    let kind: FileKind
    let isTight: Bool
    let rubric: Rubric?
    /// An excerpt costs more than anything else does.
    let mostFindings: Int

    init(choice: UInt8) {
        mostFindings = choice & 16 != 0 ? 100 : 4
        kind = FileKind(rawValue: choice & 3) ?? .bank
        isTight = choice & 4 != 0
        rubric = choice & 8 != 0 ? Samples.rubric : nil
    }

    func run(on source: SourceText) {
        let outcome = read(source, isTight: isTight)
        outcome.checkDiagnostics()
        // Two more readings cost as much as the one under test, so a part of the inputs has to do.
        if source.bytes.count.isMultiple(of: 4) { checkVerdict(of: outcome) }
        if isTight {
            // What passes small limits passes the usual ones, and is the same.
            guard !outcome.diagnostics.hasErrors else { return }
            let usual = read(source, isTight: false)
            demand(usual.value == outcome.value, "limits changed what was read")
        }
        checkWriting(of: outcome)
    }

    private static let tightLimits = {
        var limits = MarkupLimits()
        limits.bytes = 1_024
        limits.tagBytes = 96
        limits.depth = 4
        limits.attributes = 3
        limits.textBytes = 64
        return limits
    }()

    private var limits: MarkupLimits { isTight ? Self.tightLimits : MarkupLimits() }

    private func read(_ source: SourceText, isTight: Bool) -> Outcome {
        var found = Diagnostics(limit: mostFindings)
        let limits = isTight ? Self.tightLimits : MarkupLimits()
        let value: FileKind.Value? =
            switch kind {
            case .bank:
                BankReader.bank(
                    from: source, limits: limits, itemLimit: isTight ? 2 : BankReader.itemLimit,
                    into: &found
                ).map { .bank($0) }
            case .rubric:
                RubricReader.rubric(from: source, limits: limits, into: &found).map { .rubric($0) }
            case .scoreSheet:
                ScoreSheetReader.sheet(from: source, against: rubric, limits: limits, into: &found)
                    .map { .sheet($0) }
            case .program:
                ProgramReader.program(from: source, limits: limits, into: &found).map {
                    .program($0)
                }
            }
        return Outcome(source: source, value: value, diagnostics: found)
    }

    /// Whether the file is well formed is one answer, however it is read.
    private func checkVerdict(of outcome: Outcome) {
        var streamed = Diagnostics()
        var events = 0
        let isWhole = MarkupReader.read(outcome.source, limits: limits, into: &streamed) { _, _ in
            events += 1
            return .proceed
        }
        var built = Diagnostics()
        let tree = MarkupReader.tree(outcome.source, limits: limits, into: &built)
        demand(isWhole == (tree != nil), "the stream and the tree disagree on being well formed")
        demand(streamed.found == built.found, "the stream and the tree have different faults")
        demand(!isWhole || events > 0, "a well-formed file brought no event")
        demand(isWhole || streamed.hasErrors, "a file is not well formed and nothing says why")
        demand(
            !streamed.hasErrors || outcome.diagnostics.hasErrors,
            "a reader is silent about a fault of the markup")
        demand(
            outcome.value != nil || outcome.diagnostics.hasErrors,
            "nothing was read and nothing says why")
    }

    /// What was read without errors is the same after being written, and so are its bytes.
    private func checkWriting(of outcome: Outcome) {
        guard !outcome.diagnostics.hasErrors, let value = outcome.value else { return }
        let written = value.written
        let again = read(SourceText(name: "written.xml", bytes: written), isTight: false)
        let first = again.diagnostics.found.first { $0.severity == .error }
        demand(first == nil, "what was written has a fault: \(first?.message ?? "")")
        demand(again.value == value, "what was written is another value")
        demand(again.value?.written == written, "writing twice gives two files")
        again.checkDiagnostics()
    }
}

/// Ends the process, so that the input is kept, unless a promise holds.
func demand(_ holds: Bool, _ otherwise: @autoclosure () -> String) {
    if !holds { fatalError(otherwise()) }
}
