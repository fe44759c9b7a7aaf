import Assessment
import MarkupReading

/// One file being read: where its faults are gathered.
///
/// A class, because every reader of a part of the file adds to the same list. It never leaves the
/// function that made it.
final class Reading {
    var diagnostics: Diagnostics

    init(_ diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
    }

    /// Delivers the file event by event; whether it is well formed to its end.
    func read(
        _ source: SourceText, _ limits: MarkupLimits,
        _ receive: (MarkupReader.Event) -> MarkupReader.Next
    ) -> Bool {
        var found = diagnostics
        let isWhole = MarkupReader.read(source, limits: limits, into: &found) { event, found in
            swap(&diagnostics, &found)
            defer { swap(&diagnostics, &found) }
            return receive(event)
        }
        diagnostics = found
        return isWhole
    }

    /// Reads a whole file of one kind; nil where it is of another kind or not well formed.
    ///
    /// Where a fault breaks the file off, what came before is still judged.
    static func value<Value>(
        of kind: RootKind, from source: SourceText, _ limits: MarkupLimits,
        into diagnostics: inout Diagnostics, read: (Markup.Element, Reading) -> Value?
    ) -> Value? {
        let reading = Reading(diagnostics)
        var root: Markup.Element?
        var children: [Markup.Node] = []
        let isWhole = reading.read(source, limits) { event in
            switch event {
            case .root(let element):
                guard kind.admits(element, in: reading) else { return .stop }
                root = element
            case .child(let element), .unfinished(let element): children.append(.element(element))
            case .text(let text, let offset): children.append(.text(text, offset: offset))
            }
            return .proceed
        }
        var value: Value?
        if let root {
            let tree = Markup.Element(
                name: root.name, namespace: root.namespace, attributes: root.attributes,
                children: children, offset: root.offset)
            if isWhole {
                value = read(tree, reading)
            } else {
                reading.judgePart { _ = read(tree, $0) }
            }
        }
        diagnostics = reading.located(in: source)
        return value
    }

    /// Judges content that a fault cut short: what is in it, but not what is missing from it.
    func judgePart(_ read: (Reading) -> Void) {
        let part = Reading(Diagnostics(limit: diagnostics.limit))
        read(part)
        let certain: Set<Diagnostic.Code> = [
            .unknownElement, .unknownAttribute, .badID, .badNumber, .badValue, .strayText,
        ]
        for diagnostic in part.diagnostics.found where certain.contains(diagnostic.code) {
            diagnostics.add(diagnostic)
        }
    }

    func located(in source: SourceText) -> Diagnostics {
        diagnostics.locate(in: source)
        return diagnostics
    }

    func error(
        _ code: Diagnostic.Code, _ message: String, at offset: Int, advice: String? = nil
    ) {
        diagnostics.error(code, message, at: offset, advice: advice)
    }

    func warning(
        _ code: Diagnostic.Code, _ message: String, at offset: Int, advice: String? = nil
    ) {
        diagnostics.warning(code, message, at: offset, advice: advice)
    }
}

extension Reading {
    /// Says that a name points at nothing, with a guess at what was meant.
    func reportDangling(_ noun: String, _ name: String, among known: [String], at offset: Int) {
        let guess = Suggestions.near(name, among: known).first
        error(
            .danglingID, "there is no \(noun) '\(name.shortened)'", at: offset,
            advice: guess.map { "did you mean '\($0)'?" }
                ?? (known.isEmpty
                    ? "declare it first"
                    : "there is: \(known.prefix(12).joined(separator: ", "))"))
    }

    func reportDangling<Named>(
        _ noun: String, _ id: Identifier<Named>, among known: [Identifier<Named>], at offset: Int
    ) {
        reportDangling(noun, id.text, among: known.map(\.text), at: offset)
    }
}

/// Tells when an id is used a second time, and where the first was.
struct UsedNames {
    private var offsets: [String: Int] = [:]

    /// Ids that differ only in case count as the same: file systems and people mix them up.
    mutating func claim<Named>(
        _ id: Identifier<Named>, _ noun: String, at offset: Int, in reading: Reading
    ) {
        guard offsets.updateValue(offset, forKey: id.folded) == nil else {
            return reading.error(
                .duplicateID, "another \(noun) already has the id '\(id)'", at: offset,
                advice: "give each \(noun) an id of its own; letter case does not count")
        }
    }
}

extension Diagnostic.Code {
    static let unknownElement: Self = "unknown-element"
    static let unknownAttribute: Self = "unknown-attribute"
    static let unknownNamespace: Self = "unknown-namespace"
    static let futureVersion: Self = "version"
    static let missingElement: Self = "missing-element"
    static let missingAttribute: Self = "missing-attribute"
    static let duplicateElement: Self = "duplicate-element"
    static let strayText: Self = "stray-text"
    static let emptyText: Self = "empty-text"
    static let badID: Self = "bad-id"
    static let duplicateID: Self = "duplicate-id"
    static let danglingID: Self = "dangling-id"
    static let badNumber: Self = "bad-number"
    static let badValue: Self = "bad-value"
    static let markupInText: Self = "markup-in-text"
}
