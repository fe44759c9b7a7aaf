import Assessment
internal import CXLSXWriter
import Workbooks

/// Puts one sheet of a workbook into the file.
struct SheetWriter {
    let sheet: Workbook.Sheet
    let worksheet: UnsafeMutablePointer<lxw_worksheet>
    let file: UnsafeMutablePointer<lxw_workbook>

    private var firstRow: Int { sheet.hasHeadings ? 1 : 0 }

    func write(_ styles: inout CellStyles) {
        for (column, shape) in sheet.columns.enumerated() {
            let format =
                shape.isEditable
                ? styles.format(.init(format: "@", isWrapped: true, isEditable: true)) : nil
            let column = lxw_col_t(column)
            worksheet_set_column(worksheet, column, column, Double(shape.width), format)
            if sheet.hasHeadings {
                let look = CellStyles.Look(isBold: true, isRight: shape.isNumeric, isWrapped: true)
                put(shape.title, 0, Int(column), styles.format(look))
            }
        }
        for (row, cells) in sheet.rows.enumerated() {
            makeRoom(for: cells, firstRow + row)
            for (column, cell) in cells.enumerated() {
                write(cell, firstRow + row, column, &styles)
            }
        }
        let below = firstRow + sheet.rows.count + 1
        for (index, note) in sheet.notes.enumerated() {
            put(note, below + index, 0, styles.format(.init(isItalic: true)))
        }
        if sheet.hasHeadings, !sheet.columns.isEmpty { keepHeadings() }
        if sheet.isLocked { lock() }
        setUpPrinting()
        for (index, chart) in sheet.charts.enumerated() {
            ChartWriter(chart: chart, file: file)
                .insert(into: worksheet, row: 1 + index * 22, column: sheet.columns.count + 1)
        }
    }

    /// As high as its texts need, since LibreOffice draws lines that have no room over the next row's.
    ///
    /// Rows that people write into are left to grow by themselves.
    private func makeRoom(for cells: [Workbook.Cell], _ row: Int) {
        guard !sheet.columns.contains(where: \.isEditable) else { return }
        let heights = zip(cells, sheet.columns).map { cell, column in
            guard case .text(let text) = cell else { return 1 }
            // Widths are in digits, and letters are narrower.
            let width = max(column.width * 11 / 10, 1)
            return text.split(separator: "\n", omittingEmptySubsequences: false)
                .reduce(0) { $0 + 1 + max($1.displayWidth - 1, 0) / width }
        }
        guard let lines = heights.max(), lines > 1 else { return }
        // A line has 15 points, and a row at most 409:
        // https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
        worksheet_set_row(worksheet, lxw_row_t(row), min(Double(lines) * 15, 409), nil)
    }

    private func write(
        _ cell: Workbook.Cell, _ row: Int, _ column: Int, _ styles: inout CellStyles
    ) {
        var look = CellStyles.Look()
        if sheet.columns.indices.contains(column) {
            look.isRight = sheet.columns[column].isNumeric
            look.isEditable = sheet.columns[column].isEditable
        }
        switch cell {
        case .blank:
            guard look.isEditable else { return }
            look.format = "@"
            look.isWrapped = true
            worksheet_write_blank(
                worksheet, lxw_row_t(row), lxw_col_t(column), styles.format(look))
        case .text(let text):
            look.isWrapped = true
            if look.isEditable { look.format = "@" }
            put(text, row, column, styles.format(look))
        case .heading(let text):
            look.isBold = true
            put(text, row, column, styles.format(look))
        case .number(let number, let format):
            look.format = format
            worksheet_write_number(
                worksheet, lxw_row_t(row), lxw_col_t(column), number, styles.format(look))
        case .moment(let moment):
            look.format = "yyyy-mm-dd hh:mm"
            worksheet_write_unixtime(
                worksheet, lxw_row_t(row), lxw_col_t(column), moment.microseconds / 1_000_000,
                styles.format(look))
        case .choice(let text, let words):
            look.format = "@"
            if text.isEmpty {
                worksheet_write_blank(
                    worksheet, lxw_row_t(row), lxw_col_t(column), styles.format(look))
            } else {
                put(text, row, column, styles.format(look))
            }
            offer(words, row, column)
        }
    }

    /// Always a string, and cut where a cell can hold no more.
    private func put(
        _ text: String, _ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) {
        worksheet_write_string(
            worksheet, lxw_row_t(row), lxw_col_t(column), text.fittingCell.spreadsheetSafe(),
            format)
    }

    private func offer(_ words: [String], _ row: Int, _ column: Int) {
        // What a list may be long when it stands in the cell itself, commas included:
        // https://libxlsxwriter.github.io/working_with_data_validation.html
        let units = words.reduce(words.count - 1) { $0 + $1.utf16.count }
        guard !words.isEmpty, units <= 255 else { return }
        var list: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        defer { for word in list { free(word) } }
        list.append(nil)
        list.withUnsafeMutableBufferPointer { list in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            validation.value_list = list.baseAddress
            worksheet_data_validation_cell(
                worksheet, lxw_row_t(row), lxw_col_t(column), &validation)
        }
    }

    private func keepHeadings() {
        worksheet_freeze_panes(worksheet, 1, 0)
        worksheet_repeat_rows(worksheet, 0, 0)
        if !sheet.rows.isEmpty {
            worksheet_autofilter(
                worksheet, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.columns.count - 1))
        }
    }

    /// Without a password, against slips and not against people.
    private func lock() {
        var allowed = lxw_protection()
        allowed.format_columns = 1
        allowed.format_rows = 1
        allowed.autofilter = 1
        worksheet_protect(worksheet, nil, &allowed)
    }

    private func setUpPrinting() {
        // Of the paper sizes of ECMA-376, A4.
        worksheet_set_paper(worksheet, 9)
        if sheet.columns.reduce(0, { $0 + $1.width }) > 90 { worksheet_set_landscape(worksheet) }
        worksheet_fit_to_pages(worksheet, 1, 0)
        worksheet_set_header(worksheet, "&L&A")
        worksheet_set_footer(worksheet, "&R&P / &N")
    }
}

extension String {
    /// The text as far as a cell can hold it, with a word on what is missing.
    fileprivate var fittingCell: String {
        let safe = spreadsheetSafe()
        guard safe.utf16.count > SpreadsheetLimit.cellUnits else { return self }
        let mark = " … (cut)"
        var units = mark.utf16.count
        var kept = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            units += String(scalar).spreadsheetSafe().utf16.count + (scalar == "_" ? 6 : 0)
            if units > SpreadsheetLimit.cellUnits { break }
            kept.append(scalar)
        }
        return String(kept) + mark
    }
}
