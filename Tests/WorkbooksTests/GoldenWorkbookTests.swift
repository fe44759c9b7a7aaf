import Rendering
import Reports
import TestSupport
import Testing
import Workbooks

@Suite(.enabled(if: OpenPyXL.isThere, "python3 with openpyxl is not installed"))
struct `A workbook of each kind of report` {
    /// What a reader that others wrote finds: a line for each row, with bold texts in stars and the
    /// format of each number, and how each sheet is set up.
    private static let reader = """
        import openpyxl, re, zipfile
        def said(cell):
            text = repr(cell.value) if isinstance(cell.value, str) else str(cell.value)
            star = "*" if cell.font.b else ""
            look = "" if cell.number_format == "General" else f" [{cell.number_format}]"
            return f"{cell.column_letter} {star}{text}{star}{look}"
        book = openpyxl.load_workbook(path)
        lines = [f"{book.properties.title}, made {book.properties.created}"]
        for sheet in book.worksheets:
            widths = [f"{letter} {shape.width:.0f}"
                      for letter, shape in sheet.column_dimensions.items()]
            lines += [
                "", f"Sheet: {sheet.title}",
                f"frozen at {sheet.freeze_panes}, filter on {sheet.auto_filter.ref}, rows on every "
                f"page {sheet.print_title_rows}, {sheet.page_setup.orientation}, "
                f"{sheet.page_setup.fitToHeight} pages high", "widths: " + ", ".join(widths)]
            for row in sheet.iter_rows():
                cells = [said(cell) for cell in row if cell.value is not None]
                height = sheet.row_dimensions[row[0].row].height
                room = "" if height is None else f" ({height:.0f} points)"
                if cells:
                    lines.append(f"{row[0].row}{room}: " + " | ".join(cells))
        package = zipfile.ZipFile(path)
        for part in package.namelist():
            xml = package.read(part).decode()
            if part.startswith("xl/charts/"):
                lines += ["", f"Chart: {re.search('<c:([a-z]+Chart)>', xml)[1]}"]
                lines += re.findall("<c:f>([^<]*)</c:f>", xml)
            if part.startswith("xl/drawings/drawing"):
                lines += ["", "Pictures:"] + re.findall('descr="([^"]*)"', xml)
        answer = "\\n".join(lines) + "\\n"
        """

    @Test(arguments: Report.Kind.allCases)
    func `is what was reviewed, and the same each time`(kind: Report.Kind) throws {
        let workbook = Workbook(of: Samples.of(kind))
        let bytes = try WorkbookFile.bytes(of: workbook)
        let text = Array(try OpenPyXL.answer(Self.reader, on: bytes, String.self).utf8)
        let path = "Tests/WorkbooksTests/Golden/\(kind).txt"
        #expect(try GoldenFile.kept(text, at: path) == text)
        #expect(try WorkbookFile.bytes(of: workbook) == bytes)
    }
}
