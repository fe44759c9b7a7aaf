import Assessment
import Content

extension Trial.Outcome {
    /// Each diagnostic can be shown to a person: in words that are safe, at a place in the file.
    func checkDiagnostics() {
        let found = diagnostics.found
        let lines = 1 + source.bytes.count { $0 == 0x0A || $0 == 0x0D }
        demand(found.count <= diagnostics.limit, "more diagnostics are kept than was asked for")
        var last = -1
        for diagnostic in found {
            demand(diagnostic.message.isPrintable, "a message is not safe to print")
            demand(diagnostic.advice?.isPrintable ?? true, "an advice is not safe to print")
            demand(!diagnostic.message.isEmpty, "a message is empty")
            demand(!diagnostic.code.rawValue.isEmpty, "a code is empty")
            let offset = diagnostic.offset ?? -1
            demand(offset >= last, "diagnostics are not in the order of the file")
            demand(offset <= source.bytes.count, "a diagnostic is past the end of the file")
            demand(
                (diagnostic.offset == nil) == (diagnostic.place == nil),
                "a diagnostic has an offset and no place, or the reverse")
            last = offset
            if let place = diagnostic.place { check(place, lines: lines) }
        }
        checkCounts()
    }

    private func check(_ place: Diagnostic.Place, lines: Int) {
        demand(place.file == source.name, "a place is in another file")
        demand(1...lines ~= place.line, "there is no line \(place.line)")
        demand(1...(source.bytes.count + 1) ~= place.column, "there is no column \(place.column)")
        guard let excerpt = place.excerpt else { return }
        demand(excerpt.text.isPrintable, "an excerpt is not safe to print")
        let width = excerpt.text.displayWidth
        demand(0...width ~= excerpt.caretIndent, "a caret is beside its line")
        demand(width <= 100, "an excerpt is too wide")
    }

    private func checkCounts() {
        let errors = diagnostics.found.count { $0.severity == .error }
        let warnings = diagnostics.found.count { $0.severity == .warning }
        demand(diagnostics.omitted >= 0, "fewer than no diagnostics are left out")
        demand(
            errors + warnings + diagnostics.omitted
                >= diagnostics.errorCount + diagnostics.warningCount,
            "diagnostics are counted that are neither kept nor left out")
        guard diagnostics.omitted == 0 else { return }
        demand(errors == diagnostics.errorCount, "errors are miscounted")
        demand(warnings == diagnostics.warningCount, "warnings are miscounted")
    }
}

extension String {
    /// Whether a terminal shows this and does nothing else with it; told apart from the way the
    /// sources tell it, so that each checks the other.
    var isPrintable: Bool {
        if utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return true }
        return unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x00..<0x20, 0x7F..<0xA0, 0x2028...0x2029: return false
            // The joiners of emoji and scripts.
            case 0x200C, 0x200D: return true
            // Marks that are seen: signs of abbreviation, of numbers, of verses.
            case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return true
            default: break
            }
            return scalar.properties.generalCategory != .format
                && !scalar.properties.isNoncharacterCodePoint
        }
    }
}

/// What inputs are held against.
enum Samples {
    static let rubric: Rubric? = {
        var diagnostics = Diagnostics()
        return RubricReader.rubric(
            from: SourceText(name: "rubric.xml", bytes: Array(text.utf8)), into: &diagnostics)
    }()

    private static let text = """
        <rubric xmlns="urn:assay:rubric:1" id="r" version="1"><title>R</title>
        <scale id="s"><level id="low" points="0"><label>L</label></level>
        <level id="high" points="4"><label>H</label></level></scale>
        <criteria combine="mean">
        <criterion id="a" kind="levels" scale="s" not-applicable="allowed"><title>A</title></criterion>
        <criterion id="b" kind="points" min="0" max="10" step="0.5"><title>B</title></criterion>
        <criterion id="c" kind="measure" target="80%"><title>C</title></criterion>
        <criterion id="d" kind="share" target="80%"><title>D</title></criterion>
        <criterion id="e" kind="text"><title>E</title></criterion>
        <criterion id="f" kind="check" scale="s"><title>F</title></criterion>
        </criteria></rubric>
        """
}
