import Assessment
import MarkupReading
import Terminal

/// `assay bank show` and its like: content as a person reads it.
struct ShowCommand: Sendable {
    let kind: ContentKind

    func run(_ invocation: Invocation, _ environment: Environment) throws -> ExitCode {
        let limits = ReadingLimits(invocation, for: kind)
        let console = environment.console
        var isUsable = true
        var isUnread = true
        var isFirst = true
        for path in try ContentFiles.expand(invocation.arguments("file"), environment) {
            var diagnostics = Diagnostics()
            var page: Page?
            var name = ""
            switch path {
            case .failure(let fault):
                name = fault.path
                diagnostics.add(fault.diagnostic)
            case .success(let path):
                name = ContentFiles.shownName(path)
                let source = SourceFile.read(path, limit: limits.markup.bytes, into: &diagnostics)
                if source != nil || diagnostics.found.first?.code == "too-large" {
                    isUnread = false
                }
                let keys = kind.holdsItems && invocation.flag("keys")
                page = source.flatMap { kind.show($0, limits, keys, &diagnostics) }
            }
            if let page {
                if !isFirst { console.write("\n") }
                isFirst = false
                console.write(page.text(width: console.width, palette: console.outputPalette))
            }
            if diagnostics.hasErrors || page == nil {
                isUsable = false
                for diagnostic in diagnostics.found where diagnostic.severity == .error {
                    let text = DiagnosticText.lines(of: diagnostic, in: name, console.errorPalette)
                    console.output.flush()
                    console.errors.write(text)
                }
            }
        }
        if isUnread { return .noInput }
        return isUsable ? .done : .no
    }
}

extension ReadingLimits {
    /// The limits a command line sets.
    init(_ invocation: Invocation, for kind: ContentKind) {
        if let bytes = invocation.size("max-bytes") { markup.bytes = bytes }
        if let bytes = invocation.size("max-tag") { markup.tagBytes = bytes }
        if let bytes = invocation.size("max-text") { markup.textBytes = bytes }
        if let count = invocation.number("max-depth") { markup.depth = count }
        if let count = invocation.number("max-attributes") { markup.attributes = count }
        if kind.holdsItems, let count = invocation.number("max-items") { items = count }
    }
}
