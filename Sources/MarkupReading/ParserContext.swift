internal import CLibXML2

/// One parser of libxml2, fit with our callbacks and with none that could load anything.
struct ParserContext: ~Copyable {
    let pointer: xmlParserCtxtPtr

    /// `nil` where there is no memory left for it.
    init?() {
        _ = Self.library
        guard let pointer = xmlNewParserCtxt() else { return nil }
        self.pointer = pointer
        pointer.pointee.sax.pointee = TreeBuilder.callbacks
    }

    deinit {
        xmlFreeParserCtxt(pointer)
    }

    /// Must be made ready once, before threads use it together. Never to be cleaned up: other
    /// users of the library in this process share its state.
    private static let library: Void = xmlInitParser()

    /// BIG_LINES keeps line numbers past 65,535. The encoding was settled by the byte pass, so the
    /// declared one is ignored, and no converter of the C library is ever reached.
    static var options: Int32 {
        let options = [XML_PARSE_NONET, XML_PARSE_BIG_LINES, XML_PARSE_IGNORE_ENC]
        return options.reduce(0) { $0 | Int32($1.rawValue) }
    }
}

extension MarkupReader {
    /// The version of libxml2 that this process runs with: `2.9.14`.
    package static var engineVersion: String {
        // Written as 20914, with more after it where it is no release.
        let text = String(cString: assay_xml_version())
        guard let number = Int(text.prefix { $0.isNumber }) else { return text }
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }
}

extension xmlParserCtxt {
    /// Bytes of the file that are consumed so far.
    var offset: Int {
        guard let input else { return 0 }
        return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }
}
