import Assessment
internal import CPango

/// Texts laid out for documents, each once however often it is measured and drawn: reports on the same
/// quiz say much the same.
package final class Layouts {
    /// How many are kept from one document to the next.
    private static let most = 10_000

    struct Style: Hashable {
        var size = 10.0
        var isBold = false
        var isGray = false
        var isRight = false
    }

    private struct Key: Hashable {
        let text: String
        let width: Double?
        let style: Style
        let lines: Int32
    }

    private let context: OpaquePointer
    private let fonts = MissingFonts()
    private var faces: [Style: OpaquePointer] = [:]
    private var known: [Key: OpaquePointer] = [:]
    /// Breaks words that are too long without hyphens, which nobody wrote.
    private let breaking = pango_attr_list_new()

    package init() {
        guard let map = pango_cairo_font_map_get_default(),
            let context = pango_font_map_create_context(map)
        else { preconditionFailure("a context is made wherever there is memory") }
        self.context = context
        pango_attr_list_insert(breaking, pango_attr_insert_hyphens_new(0))
        // Letters are as wide as on the pages of a PDF, whatever they are drawn on.
        let surface = cairo_pdf_surface_create_for_stream(nil, nil, 1, 1)
        let cairo = cairo_create(surface)
        pango_cairo_update_context(cairo, context)
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    deinit {
        forget()
        for face in faces.values { pango_font_description_free(face) }
        pango_attr_list_unref(breaking)
        assay_unref(UnsafeMutableRawPointer(context))
    }

    /// The packages that would bring the letters that no font here has.
    var missingFonts: Set<String> { fonts.packages }

    /// Keeps few enough for a document that is about to be drawn.
    func makeRoom() {
        if known.count > Self.most { forget() }
    }

    private func forget() {
        for layout in known.values { assay_unref(UnsafeMutableRawPointer(layout)) }
        known = [:]
    }

    /// A text in such a width, or on one line without any; beyond so many lines it ends in an
    /// ellipsis.
    func layout(_ text: String, width: Double?, _ style: Style, lines: Int32) -> OpaquePointer {
        let key = Key(text: text, width: width, style: style, lines: lines)
        if let layout = known[key] { return layout }
        guard let layout = pango_layout_new(context) else {
            preconditionFailure("a layout is made wherever there is memory")
        }
        known[key] = layout
        pango_layout_set_font_description(layout, face(style))
        pango_layout_set_attributes(layout, breaking)
        let text = text.terminalSafe(keepingLineBreaks: true)
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        if let width {
            pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
            pango_layout_set_height(layout, -lines)
        } else {
            pango_layout_set_single_paragraph_mode(layout, 1)
        }
        // A name that runs from right to left still stands where its column does.
        pango_layout_set_auto_dir(layout, width == nil || style.isRight ? 0 : 1)
        if style.isRight { pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT) }
        if pango_layout_get_unknown_glyphs_count(layout) > 0 {
            fonts.note(text) { scalar in
                let letter = String(scalar)
                pango_layout_set_text(layout, letter, Int32(letter.utf8.count))
                return pango_layout_get_unknown_glyphs_count(layout) == 0
            }
            pango_layout_set_text(layout, text, Int32(text.utf8.count))
        }
        return layout
    }

    private func face(_ style: Style) -> OpaquePointer? {
        if let face = faces[style] { return face }
        guard let face = pango_font_description_new() else { return nil }
        pango_font_description_set_family(face, "DejaVu Sans,Noto Sans,sans-serif")
        pango_font_description_set_absolute_size(face, style.size * Double(PANGO_SCALE))
        if style.isBold { pango_font_description_set_weight(face, PANGO_WEIGHT_BOLD) }
        faces[style] = face
        return face
    }
}
