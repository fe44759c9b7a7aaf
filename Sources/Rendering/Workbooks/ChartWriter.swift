import Assessment
internal import CXLSXWriter
import Workbooks

/// Puts a chart beside a table, drawn by the spreadsheet from cells.
struct ChartWriter {
    let chart: Workbook.Chart
    let file: UnsafeMutablePointer<lxw_workbook>

    func insert(
        into worksheet: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int
    ) {
        let kind =
            chart.kind == .bars ? LXW_CHART_BAR_STACKED : LXW_CHART_SCATTER
        guard let drawn = workbook_add_chart(file, UInt8(kind.rawValue)) else { return }
        for series in chart.series { add(series, to: drawn) }
        chart_title_set_name(drawn, Self.words(chart.title))
        chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        switch chart.kind {
        case .bars:
            chart_set_series_overlap(drawn, 100)
            chart_axis_set_min(drawn.pointee.x_axis, 0)
            chart_axis_set_max(drawn.pointee.x_axis, chart.end)
            chart_axis_set_reverse(drawn.pointee.y_axis)
        case .dots:
            chart_axis_set_min(drawn.pointee.x_axis, 0)
            chart_axis_set_max(drawn.pointee.x_axis, chart.end)
            chart_axis_set_min(drawn.pointee.y_axis, 0)
            chart_axis_off(drawn.pointee.y_axis)
            chart_axis_major_gridlines_set_visible(drawn.pointee.y_axis, 0)
        }
        var finding = Array(chart.finding.spreadsheetSafe().utf8CString)
        finding.withUnsafeMutableBufferPointer { finding in
            var options = lxw_chart_options()
            options.x_scale = 1.4
            options.y_scale = 1.4
            options.description = finding.baseAddress
            worksheet_insert_chart_opt(
                worksheet, lxw_row_t(row), lxw_col_t(column), drawn, &options)
        }
    }

    private func add(_ series: Workbook.Series, to drawn: UnsafeMutablePointer<lxw_chart>) {
        guard let added = chart_add_series(drawn, nil, nil) else { return }
        chart_series_set_name(added, Self.words(series.name))
        let (names, values) = (series.names, series.values)
        chart_series_set_categories(
            added, names.sheet, lxw_row_t(names.rows.lowerBound), lxw_col_t(names.column),
            lxw_row_t(names.rows.upperBound), lxw_col_t(names.column))
        chart_series_set_values(
            added, values.sheet, lxw_row_t(values.rows.lowerBound), lxw_col_t(values.column),
            lxw_row_t(values.rows.upperBound), lxw_col_t(values.column))
        switch series.look {
        case .strong: fill(added, 0x0072B2)
        case .marked: fill(added, 0xD55E00)
        case .faint: fill(added, 0xD9D9D9)
        case .circle: mark(added, LXW_CHART_MARKER_CIRCLE, 0x0072B2)
        case .square: mark(added, LXW_CHART_MARKER_SQUARE, 0xD55E00)
        case .diamond: mark(added, LXW_CHART_MARKER_DIAMOND, 0x767676)
        case .line:
            chart_series_set_marker_type(added, UInt8(LXW_CHART_MARKER_NONE.rawValue))
            var line = lxw_chart_line()
            line.color = 0x333333
            line.width = 1.5
            chart_series_set_line(added, &line)
        }
    }

    /// A name as a text: one that begins with `=` would be read as a formula,
    /// https://libxlsxwriter.github.io/chart_8h.html#chart_title_set_name
    private static func words(_ name: String) -> String {
        (name.utf8.first == UInt8(ascii: "=") ? " " : "") + name.spreadsheetSafe()
    }

    private func fill(_ series: UnsafeMutablePointer<lxw_chart_series>, _ color: UInt32) {
        var fill = lxw_chart_fill()
        fill.color = color
        chart_series_set_fill(series, &fill)
    }

    private func mark(
        _ series: UnsafeMutablePointer<lxw_chart_series>, _ shape: lxw_chart_marker_type,
        _ color: UInt32
    ) {
        chart_series_set_marker_type(series, UInt8(shape.rawValue))
        chart_series_set_marker_size(series, 7)
        var fill = lxw_chart_fill()
        fill.color = color
        chart_series_set_marker_fill(series, &fill)
    }
}
