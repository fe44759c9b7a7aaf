import Assessment
internal import CLibXML2

extension TreeBuilder {
    /// Runs libxml2 over the source. It pulls the bytes a few thousand at a time, so that it
    /// neither copies the whole file nor reads past its end.
    func parse() {
        guard let context = ParserContext() else {
            return fail(Diagnostic(.error, "xml-syntax", "no memory is left to read the file"))
        }
        let feed = Feed(source.bytes)
        let parser = context.pointer
        withExtendedLifetime((self, feed)) {
            parser.pointee._private = Unmanaged.passUnretained(self).toOpaque()
            _ = xmlCtxtReadIO(
                parser,
                { feed, buffer, count in
                    guard let feed, let buffer else { return -1 }
                    return Unmanaged<Feed>.fromOpaque(feed).takeUnretainedValue()
                        .copy(to: buffer, count: Int(count))
                },
                nil, Unmanaged.passUnretained(feed).toOpaque(), nil, nil, ParserContext.options)
        }
        if parser.pointee.wellFormed == 0 {
            fail(Diagnostic(.error, "xml-syntax", "the file is not well-formed XML", offset: 0))
        }
    }

    /// The callbacks we have; every other pointer is nil, so there is no code to load anything.
    static var callbacks: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = assay_sax2_magic
        handler.startElementNs = { context, name, _, uri, namespaces, _, count, _, attributes in
            Parse(context)?.start(name, uri, namespaces: namespaces, count, attributes)
        }
        handler.endElementNs = { context, _, _, _ in Parse(context)?.end() }
        handler.characters = { context, start, count in Parse(context)?.add(start, count) }
        handler.ignorableWhitespace = { context, start, count in Parse(context)?.add(start, count) }
        handler.cdataBlock = { context, start, count in Parse(context)?.add(start, count) }
        handler.internalSubset = { context, _, _, _ in
            Parse(context)?.refuse { .doctype(at: $0) }
        }
        handler.getEntity = { _, name in xmlGetPredefinedEntity(name) }
        handler.reference = { context, _ in
            Parse(context)?.refuse {
                Diagnostic(.error, "xml-syntax", "this reference is not known", offset: $0)
            }
        }
        handler.serror = { context, error in
            guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
            Parse(context)?.report(error.pointee)
        }
        return handler
    }
}

/// What libxml2 is fed from.
private final class Feed {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func copy(to buffer: UnsafeMutablePointer<CChar>, count: Int) -> Int32 {
        let count = min(count, bytes.count - at)
        bytes.withUnsafeBytes {
            UnsafeMutableRawBufferPointer(start: buffer, count: count)
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[at..<at + count]))
        }
        at += count
        return Int32(count)
    }
}

/// One callback: the parser as it stands, and the builder it works for.
private struct Parse {
    let parser: xmlParserCtxtPtr
    let builder: TreeBuilder

    init?(_ context: UnsafeMutableRawPointer?) {
        guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self),
            let owner = parser.pointee._private
        else { return nil }
        self.parser = parser
        builder = Unmanaged.fromOpaque(owner).takeUnretainedValue()
    }

    /// What libxml2 delivers may be the last thing the builder wants to hear.
    private func stopIfDone() {
        if builder.isStopped { xmlStopParser(parser) }
    }

    func start(
        _ name: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, namespaces: Int32,
        _ count: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard !builder.isStopped else { return }
        let source = builder.source
        let bytes = source.bytes.span
        let end = parser.pointee.offset
        let offset = bytes.lastIndex(of: UInt8(ascii: "<"), before: end)
        guard Int(count) + Int(namespaces) <= builder.limits.attributes else {
            builder.fail(builder.limits.exceeded("this tag", by: \.attributes, at: offset))
            return stopIfDone()
        }
        let element = Markup.Element(
            name: string(name), namespace: uri.map(string),
            attributes: self.attributes(attributes, count: Int(count), tagAt: offset),
            offset: offset)
        // What is left of the tag is `>` or `/>`, or nothing where the file ends.
        let isEmpty = bytes.starts(with: "/>", at: end)
        builder.start(element, textFrom: end + (isEmpty ? 2 : 1))
        stopIfDone()
    }

    func end() {
        builder.end(at: parser.pointee.offset)
        stopIfDone()
    }

    func add(_ start: UnsafePointer<xmlChar>?, _ count: Int32) {
        builder.addText(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    func refuse(_ fault: (Int) -> Diagnostic) {
        builder.fail(fault(parser.pointee.offset))
        xmlStopParser(parser)
    }

    func report(_ error: xmlError) {
        guard !builder.isStopped else { return }
        let fault = SyntaxFault(error, at: parser.pointee.offset, open: builder.open)
        let diagnostic = fault.diagnostic(in: builder.source)
        if error.level == XML_ERR_FATAL {
            builder.fail(diagnostic)
        } else {
            builder.diagnostics.add(diagnostic)
        }
    }

    /// Five pointers each: local name, prefix, namespace, and the value's beginning and end.
    private func attributes(
        _ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, tagAt offset: Int
    ) -> [Markup.Attribute] {
        guard let fields, count > 0 else { return [] }
        let source = builder.source
        let bytes = source.bytes.span
        var scan = TagScan(bytes, at: offset)
        var attributes: [Markup.Attribute] = []
        attributes.reserveCapacity(count)
        for index in 0..<count {
            let field = fields + 5 * index
            let place = scan.nextAttribute(bytes)
            let valueOffset = place?.value ?? offset
            attributes.append(
                Markup.Attribute(
                    name: string(field[0]), namespace: field[2].map(string),
                    value: value(from: field[3], to: field[4], at: valueOffset),
                    offset: place?.name.lowerBound ?? offset, valueOffset: valueOffset))
        }
        return attributes
    }

    private func value(
        from start: UnsafePointer<xmlChar>?, to end: UnsafePointer<xmlChar>?, at offset: Int
    ) -> String {
        guard let start, let end else { return "" }
        let bytes = UnsafeBufferPointer(start: start, count: end - start)
        guard bytes.contains(UInt8(ascii: "&")) else {
            builder.check(bytes, at: offset)
            return String(decoding: bytes, as: UTF8.self)
        }
        // Unless it is to replace entities, libxml2 leaves every & of a value as &#38; for a later
        // step of its own (xmlParseAttValueComplex in parser.c).
        var plain: [UInt8] = []
        var at = 0
        while at < bytes.count {
            plain.append(bytes[at])
            at += bytes[at] == UInt8(ascii: "&") ? "&#38;".utf8.count : 1
        }
        plain.withUnsafeBufferPointer { builder.check($0, at: offset) }
        return String(decoding: plain, as: UTF8.self)
    }

    private func string(_ name: UnsafePointer<xmlChar>?) -> String {
        guard let name else { return "" }
        return builder.names.string(name)
    }
}
