import Assessment
internal import CPango

/// Paper that text and drawings are put on from the top down, page after page.
///
/// Everything on it lies between tags, which tell a screen reader what it is:
/// https://www.cairographics.org/manual/cairo-Tags-and-Links.html
final class PageCanvas {
    /// A4 in points, and what is left free on each side.
    static let width = 595.28
    static let height = 841.89
    static let margin = 50.0
    static var textWidth: Double { width - 2 * margin }
    private static let bottom = height - margin - 20

    typealias Style = Layouts.Style

    let cairo: OpaquePointer
    private(set) var y = PageCanvas.margin
    private(set) var page = 1
    private let footer: (_ page: Int) -> String
    private let layouts: Layouts

    init(on surface: OpaquePointer, _ layouts: Layouts, footer: @escaping (Int) -> String) {
        cairo = cairo_create(surface)
        self.layouts = layouts
        self.footer = footer
    }

    deinit { cairo_destroy(cairo) }

    // MARK: Pages

    /// How much fits below on this page.
    var room: Double { Self.bottom - y }

    func skip(_ points: Double) { y += points }

    /// Goes on to a new page where so much does not fit below any more.
    func need(_ points: Double) {
        if points > room, y > Self.margin { turnPage() }
    }

    func turnPage() {
        finishPage()
        page += 1
        y = Self.margin
    }

    /// Puts the page's number on it.
    func finishPage() {
        tagged("P") {
            draw(
                footer(page), x: Self.margin, y: Self.height - Self.margin, width: Self.textWidth,
                Style(size: 8, isGray: true, isRight: true))
        }
        cairo_show_page(cairo)
    }

    func tagged(_ name: String, _ body: () -> Void) {
        cairo_tag_begin(cairo, name, "")
        body()
        cairo_tag_end(cairo, name)
    }

    // MARK: Text

    /// A text in full width, on as many pages as it takes, each part under a tag of its own.
    func write(_ text: String, tag: String = "P", _ style: Style = Style(), indent: Double = 0) {
        let layout = layouts.layout(
            text, width: Self.textWidth - indent, style, lines: 1_000_000)
        setColor(of: style)
        guard let lines = pango_layout_get_iter(layout) else { return }
        defer { pango_layout_iter_free(lines) }
        var isLast = false
        while !isLast {
            need(lineHeight(lines))
            tagged(tag) {
                repeat {
                    var extents = PangoRectangle()
                    pango_layout_iter_get_line_extents(lines, nil, &extents)
                    let height = Double(extents.height) / scale
                    if height > room, y > Self.margin { return }
                    let base = Double(pango_layout_iter_get_baseline(lines) - extents.y) / scale
                    cairo_move_to(
                        cairo, Self.margin + indent + Double(extents.x) / scale, y + base)
                    pango_cairo_show_layout_line(
                        cairo, pango_layout_iter_get_line_readonly(lines))
                    y += height
                    isLast = pango_layout_iter_next_line(lines) == 0
                } while !isLast
            }
        }
    }

    private func lineHeight(_ lines: OpaquePointer) -> Double {
        var extents = PangoRectangle()
        pango_layout_iter_get_line_extents(lines, nil, &extents)
        return min(Double(extents.height) / scale, Self.bottom - Self.margin)
    }

    /// How wide and high a text becomes in such a width.
    func size(of text: String, width: Double? = nil, _ style: Style) -> (Double, Double) {
        let layout = layouts.layout(text, width: width, style, lines: 40)
        var wide: Int32 = 0
        var high: Int32 = 0
        pango_layout_get_size(layout, &wide, &high)
        return (Double(wide) / scale, Double(high) / scale)
    }

    /// A text at a place, without a tag; beyond 40 lines it ends in an ellipsis.
    func draw(
        _ text: String, x: Double, y: Double, width: Double? = nil, _ style: Style = Style()
    ) {
        let layout = layouts.layout(text, width: width, style, lines: 40)
        setColor(of: style)
        cairo_move_to(cairo, x, y)
        pango_cairo_show_layout(cairo, layout)
    }

    private var scale: Double { Double(PANGO_SCALE) }

    private func setColor(of style: Style) {
        let gray = style.isGray ? 0.33 : 0.0
        cairo_set_source_rgb(cairo, gray, gray, gray)
    }
}
