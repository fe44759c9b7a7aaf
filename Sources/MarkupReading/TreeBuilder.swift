import Assessment

/// Grows elements from the events of a parser, and hands each over as it is complete.
final class TreeBuilder {
    let source: SourceText
    let limits: MarkupLimits
    private let hiddenCharacters: Diagnostic.Severity
    /// How many open elements are kept back from delivery: the root, or none.
    private let held: Int
    private let receive: (MarkupReader.Event, inout Diagnostics) -> MarkupReader.Next

    var diagnostics = Diagnostics()
    /// A fault past which nothing can be read.
    private(set) var isBroken = false
    private(set) var isStopped = false
    /// The elements whose end tags are still to come, outermost first.
    private(set) var open: [Markup.Element] = []
    var names = NameTable()
    private var text: [UInt8] = []
    /// Where the text began: after the last tag.
    private var textStart = 0

    init(
        source: SourceText, limits: MarkupLimits, hiddenCharacters: Diagnostic.Severity,
        keepingRoot: Bool,
        receive: @escaping (MarkupReader.Event, inout Diagnostics) -> MarkupReader.Next
    ) {
        self.source = source
        self.limits = limits
        self.hiddenCharacters = hiddenCharacters
        held = keepingRoot ? 0 : 1
        self.receive = receive
    }

    func start(_ element: Markup.Element, textFrom offset: Int) {
        endText()
        guard !isStopped else { return }
        guard open.count < limits.depth else {
            fail(limits.exceeded("the nesting of elements", by: \.depth, at: element.offset))
            return
        }
        if open.count < held { deliver(.root(element)) }
        open.append(element)
        textStart = offset
    }

    func end(at offset: Int) {
        endText()
        guard !isStopped, var element = open.popLast() else { return }
        element.endOffset = offset
        textStart = offset
        if open.count == held {
            deliver(.child(element))
        } else if !open.isEmpty {
            open[open.count - 1].children.append(.element(element))
        }
    }

    func addText(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !isStopped else { return }
        text.append(contentsOf: bytes)
    }

    /// Ends the reading at a fault; of several the first is told, the others follow from it.
    func fail(_ fault: Diagnostic) {
        guard !isBroken, !isStopped else { return }
        endText()
        isBroken = true
        diagnostics.add(fault)
        while open.count > held + 1, let inner = open.popLast() {
            open[open.count - 1].children.append(.element(inner))
        }
        if open.count > held, let child = open.popLast() { deliver(.unfinished(child)) }
        isStopped = true
    }

    /// Checks the value of an attribute for what readers would not see.
    func check(_ value: UnsafeBufferPointer<UInt8>, at offset: Int) {
        report(TextFault(in: value.span), inTextAt: offset)
    }

    private func endText() {
        guard !text.isEmpty else { return }
        defer { text.removeAll(keepingCapacity: true) }
        let firstVisible = text.firstIndex { !$0.isBlankMarkup }
        let fault = text.withUnsafeBufferPointer { TextFault(in: $0.span) }
        report(fault, inTextAt: textStart)
        if open.count <= held, firstVisible == nil { return }
        let offset = RawText.offset(of: firstVisible ?? 0, inTextAt: textStart, of: source)
        let value = String(decoding: text, as: UTF8.self)
        if open.count > held {
            open[open.count - 1].children.append(.text(value, offset: offset))
        } else {
            deliver(.text(value, offset: offset))
        }
    }

    private func report(_ fault: TextFault?, inTextAt start: Int) {
        guard let fault else { return }
        let offset = RawText.offset(of: fault.position, inTextAt: start, of: source)
        diagnostics.add(fault.diagnostic(at: offset, severity: hiddenCharacters))
    }

    private func deliver(_ event: MarkupReader.Event) {
        if receive(event, &diagnostics) == .stop { isStopped = true }
    }
}
