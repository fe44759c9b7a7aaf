import Assessment
internal import CQPDF

/// What cairo leaves out of a tagged PDF and PDF/UA asks for: the language, words for pictures, what
/// headings of tables head, the title in the window, and the mark that all this was done.
enum TaggedPDF {
    /// The document with all of it; the pictures' words in the order of the document.
    static func finished(
        _ bytes: [UInt8], title: String, language: String, pictures: [String]
    ) throws(RenderFault) -> [UInt8] {
        var document: qpdf_data? = qpdf_init()
        defer { qpdf_cleanup(&document) }
        qpdf_silence_errors(document)
        let code = bytes.withUnsafeBytes { bytes in
            qpdf_read_memory(
                document, "report", bytes.bindMemory(to: CChar.self).baseAddress,
                UInt64(bytes.count), nil)
        }
        guard code & 2 == 0 else { throw RenderFault("the pages cannot be read again") }
        let root = qpdf_get_root(document)
        set("/Lang", of: root, text: language)
        set("/MarkInfo", of: root, parsing: "<< /Marked true >>")
        set("/ViewerPreferences", of: root, parsing: "<< /DisplayDocTitle true >>")
        setMetadata(title, of: root)
        for page in 0..<qpdf_get_num_pages(document) {
            set("/Tabs", of: qpdf_get_page_n(document, Int(page)), parsing: "/S")
        }
        var words = pictures[...]
        describe(qpdf_oh_get_key(document, root, "/StructTreeRoot"), &words)
        return try written()

        func set(_ key: String, of object: qpdf_oh, text: String) {
            qpdf_oh_replace_key(
                document, object, key, qpdf_oh_new_unicode_string(document, text))
        }

        func set(_ key: String, of object: qpdf_oh, parsing value: String) {
            qpdf_oh_replace_key(document, object, key, qpdf_oh_parse(document, value))
        }

        func setMetadata(_ title: String, of root: qpdf_oh) {
            let stream = qpdf_oh_new_stream(document)
            let xmp = Array(metadata(title).utf8)
            qpdf_oh_replace_stream_data(
                document, stream, xmp, xmp.count, qpdf_oh_new_null(document),
                qpdf_oh_new_null(document))
            let dictionary = qpdf_oh_get_dict(document, stream)
            set("/Type", of: dictionary, parsing: "/Metadata")
            set("/Subtype", of: dictionary, parsing: "/XML")
            qpdf_oh_replace_key(document, root, "/Metadata", stream)
        }

        func describe(_ element: qpdf_oh, _ words: inout ArraySlice<String>) {
            let kind = qpdf_oh_get_key(document, element, "/S")
            if qpdf_oh_is_name(document, kind) != 0 {
                switch String(cString: qpdf_oh_get_name(document, kind)) {
                case "/Figure": set("/Alt", of: element, text: words.popFirst() ?? "")
                case "/TH": set("/A", of: element, parsing: "<< /O /Table /Scope /Column >>")
                default: break
                }
            }
            let children = qpdf_oh_get_key(document, element, "/K")
            if qpdf_oh_is_array(document, children) != 0 {
                for index in 0..<qpdf_oh_get_array_n_items(document, children) {
                    let child = qpdf_oh_get_array_item(document, children, index)
                    if qpdf_oh_is_dictionary(document, child) != 0 { describe(child, &words) }
                }
            } else if qpdf_oh_is_dictionary(document, children) != 0 {
                describe(children, &words)
            }
        }

        func written() throws(RenderFault) -> [UInt8] {
            guard qpdf_init_write_memory(document) & 2 == 0 else {
                throw RenderFault("the pages cannot be written")
            }
            qpdf_set_deterministic_ID(document, 1)
            guard qpdf_write(document) & 2 == 0, let buffer = qpdf_get_buffer(document) else {
                throw RenderFault("the pages cannot be written")
            }
            return Array(
                UnsafeBufferPointer(start: buffer, count: Int(qpdf_get_buffer_length(document))))
        }
    }

    /// The mark of PDF/UA-1, ISO 14289-1, and the title, which it asks for as well.
    private static func metadata(_ title: String) -> String {
        """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
              <dc:title><rdf:Alt>
                <rdf:li xml:lang="x-default">\(title.htmlSafe())</rdf:li>
              </rdf:Alt></dc:title>
              <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """
    }
}
