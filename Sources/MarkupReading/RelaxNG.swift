internal import CLibXML2

/// Holds documents against a RELAX NG grammar with libxml2's validator.
///
/// Builds the whole document in memory, so it is for small files and for tests. Reading a grammar
/// takes longer than validating a document of some pages.
package struct RelaxNG: ~Copyable {
    private let schema: xmlRelaxNGPtr

    /// Nil where the grammar itself cannot be read.
    package init?(grammar: [UInt8]) {
        xmlInitParser()
        let schema = grammar.withUnsafeBytes { grammar -> xmlRelaxNGPtr? in
            guard
                let parser = xmlRelaxNGNewMemParserCtxt(
                    grammar.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(grammar.count))
            else { return nil }
            defer { xmlRelaxNGFreeParserCtxt(parser) }
            return xmlRelaxNGParse(parser)
        }
        guard let schema else { return nil }
        self.schema = schema
    }

    deinit { xmlRelaxNGFree(schema) }

    /// What the validator has against the document, or nil where the grammar itself cannot be read.
    package static func faults(in document: [UInt8], by grammar: [UInt8]) -> [String]? {
        RelaxNG(grammar: grammar)?.faults(in: document)
    }

    /// What the validator has against the document.
    package borrowing func faults(in document: [UInt8]) -> [String] {
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue)
        let tree = document.withUnsafeBytes { bytes in
            xmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil,
                "UTF-8", options)
        }
        guard let tree else { return ["the document is not well formed"] }
        defer { xmlFreeDoc(tree) }
        guard let context = xmlRelaxNGNewValidCtxt(schema) else { return ["out of memory"] }
        defer { xmlRelaxNGFreeValidCtxt(context) }
        let found = Found()
        return withExtendedLifetime(found) {
            xmlRelaxNGSetValidStructuredErrors(
                context,
                { target, error in
                    guard let target, let error, let message = error.pointee.message else { return }
                    let found = Unmanaged<Found>.fromOpaque(target).takeUnretainedValue()
                    found.messages.append("line \(error.pointee.line): \(String(cString: message))")
                }, Unmanaged.passUnretained(found).toOpaque())
            let verdict = xmlRelaxNGValidateDoc(context, tree)
            return verdict == 0 ? [] : found.messages.isEmpty ? ["not valid"] : found.messages
        }
    }

    /// Where the callback puts what it is told; it lives as long as the validation.
    private final class Found {
        var messages: [String] = []
    }
}
