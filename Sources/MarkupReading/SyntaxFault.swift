import Assessment
internal import CLibXML2

/// A complaint of libxml2's, retold for a person who wrote the file by hand.
struct SyntaxFault {
    private let code: xmlParserErrors
    private let words: String
    /// What the complaint names: `str1` and `str2` of the error.
    private let names: (String, String)
    private let at: Int
    private let open: [Markup.Element]

    init(_ error: xmlError, at offset: Int, open: [Markup.Element]) {
        code = xmlParserErrors(rawValue: UInt32(bitPattern: error.code))
        words = Self.string(error.message)
        names = (Self.string(error.str1), Self.string(error.str2))
        at = offset
        self.open = open
    }

    func diagnostic(in source: SourceText) -> Diagnostic {
        let told = telling(in: source)
        return Diagnostic(
            .error, "xml-syntax", told.message, advice: told.advice,
            offset: min(told.offset, source.bytes.count))
    }

    private typealias Telling = (message: String, advice: String?, offset: Int)

    private func telling(in source: SourceText) -> Telling {
        let bytes = source.bytes.span
        let tag = bytes.lastIndex(of: UInt8(ascii: "<"), before: at)
        switch code {
        case XML_ERR_TAG_NAME_MISMATCH:
            guard let opened = open.last else { break }
            let found = TagScan.name(bytes, at: tag)
            let name = TagScan.name(bytes, at: opened.offset)
            return (
                "the end tag </\(found)> does not match <\(name)>, opened on line "
                    + "\(source.line(at: opened.offset))",
                "close <\(name)> with </\(name)> first", tag
            )
        case XML_ERR_TAG_NOT_FINISHED:
            guard let opened = open.last else { break }
            let name = TagScan.name(bytes, at: opened.offset)
            return (
                "the file ends before <\(name)>, opened on line \(source.line(at: opened.offset)), "
                    + "is closed", "write </\(name)> where it ends", at
            )
        case XML_ERR_ATTRIBUTE_REDEFINED:
            guard let field = TagScan.duplicate(bytes, at: tag) else { break }
            return (
                "the attribute '\(names.0)' stands twice in one tag", "delete one of them",
                field.name.lowerBound
            )
        case XML_NS_ERR_UNDEFINED_NAMESPACE:
            let field = TagScan.attribute(prefixed: names.0, bytes, at: tag)
            let isOnTag = TagScan.name(bytes, at: tag).hasPrefix(names.0 + ":")
            return (
                "the prefix '\(names.0)' is not declared",
                "delete '\(names.0):', or declare it with xmlns:\(names.0)=\"…\"",
                isOnTag ? tag : field?.name.lowerBound ?? tag
            )
        case XML_ERR_DOCUMENT_EMPTY:
            return ("the file does not begin with a tag", "check that it is an XML file", at)
        case XML_ERR_DOCUMENT_END:
            return (
                "there is more after the end of the document", "delete what follows the last tag",
                at
            )
        case XML_ERR_XMLDECL_NOT_FINISHED, XML_ERR_VERSION_MISSING, XML_ERR_STANDALONE_VALUE,
            XML_ERR_STRING_NOT_STARTED, XML_ERR_STRING_NOT_CLOSED, XML_ERR_EQUAL_REQUIRED,
            XML_ERR_ENCODING_NAME:
            return (
                "the XML declaration is not written as it should be",
                "begin the file with <?xml version=\"1.0\" encoding=\"UTF-8\"?>", at
            )
        case XML_ERR_RESERVED_XML_NAME:
            return (
                "an XML declaration <?xml …?> may only be the very first thing in a file",
                "delete it, or what stands before it", tag
            )
        default: break
        }
        return sign(in: source) ?? unclosed(in: source) ?? inTag(in: source)
            ?? (words, "check how the markup is written around here", at)
    }

    /// Faults at a sign that means something to XML.
    private func sign(in source: SourceText) -> Telling? {
        let bytes = source.bytes.span
        let mark = bytes.lastIndex(of: UInt8(ascii: "&"), before: at)
        switch code {
        case XML_ERR_NAME_REQUIRED where bytes.starts(with: "&", at: at - 1):
            return ("an & stands by itself", "write &amp; for the sign &", at - 1)
        case XML_ERR_NAME_REQUIRED where bytes.starts(with: "<", at: at - 1):
            return ("a < stands by itself", "write &lt; for the sign <", at - 1)
        case XML_ERR_ENTITYREF_SEMICOL_MISSING:
            return (
                "an & begins a reference that no ; ends",
                "write &amp; for the sign &, or end the reference with a semicolon", mark
            )
        case XML_ERR_UNDECLARED_ENTITY:
            return (
                "&\(names.0); is no name that XML knows",
                "write the character itself, or its number, such as &#160;", mark
            )
        case XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_CHARREF,
            XML_ERR_INVALID_CHAR:
            guard bytes[mark] == UInt8(ascii: "&") else { return nil }
            return (
                "this reference stands for no character that XML allows",
                "delete it, or write the character you meant", mark
            )
        case XML_ERR_MISPLACED_CDATA_END:
            var place = at
            while place < bytes.count, !bytes.starts(with: "]]>", at: place) { place += 1 }
            return ("]]> stands in a text", "write ]]&gt; instead", place)
        default: return nil
        }
    }

    /// Faults that go on to the end of the file, told where they begin.
    private func unclosed(in source: SourceText) -> Telling? {
        let bytes = source.bytes.span
        switch code {
        case XML_ERR_COMMENT_NOT_FINISHED:
            return (
                "this comment is not closed", "write --> where it ends", start(of: "<!--", bytes)
            )
        case XML_ERR_CDATA_NOT_FINISHED:
            return (
                "this CDATA section is not closed", "write ]]> where it ends",
                start(of: "<![CDATA[", bytes)
            )
        case XML_ERR_PI_NOT_FINISHED:
            return ("this <? is not closed", "write ?> where it ends", start(of: "<?", bytes))
        case XML_ERR_HYPHEN_IN_COMMENT:
            return ("a comment holds --", "write a single hyphen, or a dash", at)
        default: return nil
        }
    }

    /// Faults within a tag.
    private func inTag(in source: SourceText) -> Telling? {
        let told: Telling? =
            switch code {
            case XML_ERR_LT_IN_ATTRIBUTE:
                (
                    "a < stands in the value of an attribute",
                    "write &lt;, or close the quote before it", at
                )
            case XML_ERR_ATTRIBUTE_NOT_STARTED where startsWithCurlyQuote(source.bytes.span):
                (
                    "the quotes around this value are curly, as word processors make them",
                    "write them straight, as in name=\"value\"", at
                )
            case XML_ERR_ATTRIBUTE_NOT_STARTED:
                ("the value of this attribute has no quotes", "write it as name=\"value\"", at)
            case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
                ("this attribute has no value", "write it as name=\"value\"", at)
            case XML_ERR_ATTRIBUTE_NOT_FINISHED:
                ("the value of this attribute is not closed", "close its quote", at)
            case XML_ERR_GT_REQUIRED:
                ("the tag does not end where it should", "write > to end it", at)
            case XML_ERR_NAME_REQUIRED:
                (
                    "this is neither an attribute nor the end of the tag",
                    "write name=\"value\", or > to end the tag", at
                )
            case XML_ERR_SPACE_REQUIRED:
                ("a space is missing between two attributes", "write one", at)
            default: nil
            }
        guard told != nil, at >= source.bytes.count else { return told }
        let tag = source.bytes.span.lastIndex(of: UInt8(ascii: "<"), before: at)
        return ("the file ends within a tag", "check that it was saved whole", tag)
    }

    /// Whether a value begins with one of ‘ ’ ‚ “ ” „ and their like.
    private func startsWithCurlyQuote(_ bytes: borrowing Span<UInt8>) -> Bool {
        let mark = at < bytes.count ? UTF8Step(in: bytes, at: at).shown : " "
        return ("\u{2018}"..."\u{201F}").contains(mark)
    }

    private func start(of mark: StaticString, _ bytes: borrowing Span<UInt8>) -> Int {
        var start = min(at, bytes.count) - 1
        while start > 0, !bytes.starts(with: mark, at: start) { start -= 1 }
        return max(start, 0)
    }

    /// Text of libxml2's in one safe line: it quotes the document, line ends and all.
    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        guard let text else { return "" }
        var line = Substring(String(cString: text))
        while line.utf8.last.map(\.isBlankMarkup) == true { line = line.dropLast() }
        return String(line.prefix(200)).terminalSafe()
    }
}
