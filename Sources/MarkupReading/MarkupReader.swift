package import Assessment

/// Reads XML that a person wrote into located trees.
///
/// Nothing in a file can make it load anything: no document type, no entity but the five of XML,
/// no other encoding. Every fault is a diagnostic with an offset; nothing is thrown.
package enum MarkupReader {
    /// What a reading comes upon, in the order of the file.
    package enum Event: Sendable, Hashable {
        /// The root's start tag: its attributes, but no children yet.
        case root(Markup.Element)
        /// A child of the root with all that is in it, delivered once and not kept.
        case child(Markup.Element)
        /// Text directly in the root that is not blank.
        case text(String, offset: Int)
        /// The child that was open where a fault ended the reading.
        ///
        /// What is in it may be judged; what is missing may not. No element that was still open
        /// has an `endOffset`.
        case unfinished(Markup.Element)
    }

    /// Whether to go on after an event.
    package enum Next: Sendable, Hashable {
        case proceed, stop
    }

    /// Delivers a document child by child, in memory that no number of children adds to.
    ///
    /// ```swift
    /// MarkupReader.read(source, into: &diagnostics) { event, diagnostics in
    ///     if case .child(let element) = event { items.append(item(element, &diagnostics)) }
    ///     return .proceed
    /// }
    /// ```
    /// - Parameters:
    ///   - source: The file.
    ///   - limits: How much of each thing it may hold.
    ///   - hidden: How much a character matters that readers would not see.
    ///   - diagnostics: Where the faults go, by offset.
    ///   - receive: Is told each event, and may report faults of its own.
    /// - Returns: Whether the document is well formed to its end, or to where it was stopped.
    @discardableResult
    package static func read(
        _ source: SourceText, limits: MarkupLimits = MarkupLimits(),
        hiddenCharacters hidden: Diagnostic.Severity = .error,
        into diagnostics: inout Diagnostics,
        _ receive: (Event, inout Diagnostics) -> Next
    ) -> Bool {
        parse(source, limits, hidden, keepingRoot: false, &diagnostics, receive)
    }

    /// The whole document in memory, or `nil` where it is not well formed.
    package static func tree(
        _ source: SourceText, limits: MarkupLimits = MarkupLimits(),
        hiddenCharacters hidden: Diagnostic.Severity = .error,
        into diagnostics: inout Diagnostics
    ) -> Markup.Element? {
        var root: Markup.Element?
        let isWhole = parse(source, limits, hidden, keepingRoot: true, &diagnostics) { event, _ in
            if case .child(let element) = event { root = element }
            return .proceed
        }
        return isWhole ? root : nil
    }

    private static func parse(
        _ source: SourceText, _ limits: MarkupLimits, _ hidden: Diagnostic.Severity,
        keepingRoot: Bool, _ diagnostics: inout Diagnostics,
        _ receive: (Event, inout Diagnostics) -> Next
    ) -> Bool {
        if let fault = BytePass.firstFault(in: source, limits: limits) {
            diagnostics.add(fault)
            return false
        }
        return withoutActuallyEscaping(receive) { receive in
            let builder = TreeBuilder(
                source: source, limits: limits, hiddenCharacters: hidden, keepingRoot: keepingRoot,
                receive: receive)
            swap(&builder.diagnostics, &diagnostics)
            builder.parse()
            swap(&builder.diagnostics, &diagnostics)
            return !builder.isBroken
        }
    }
}
