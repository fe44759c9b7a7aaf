internal import CXLSXWriter

/// How cells look, each look made once.
struct CellStyles {
    struct Look: Hashable {
        /// As a spreadsheet spells it; `@` keeps what is typed a text.
        var format = ""
        var isBold = false
        var isItalic = false
        var isRight = false
        var isWrapped = false
        var isEditable = false
    }

    private let file: UnsafeMutablePointer<lxw_workbook>
    private var made: [Look: UnsafeMutablePointer<lxw_format>] = [:]

    init(of file: UnsafeMutablePointer<lxw_workbook>) {
        self.file = file
    }

    /// The library's format of that look; nil, which it takes for plain, where memory is short.
    mutating func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
        if let format = made[look] { return format }
        guard let format = workbook_add_format(file) else { return nil }
        if !look.format.isEmpty { format_set_num_format(format, look.format) }
        if look.isBold { format_set_bold(format) }
        if look.isItalic { format_set_italic(format) }
        if look.isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
        if look.isWrapped { format_set_text_wrap(format) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if look.isEditable {
            format_set_unlocked(format)
            format_set_bg_color(format, 0xFFF8E1)
        }
        made[look] = format
        return format
    }
}
