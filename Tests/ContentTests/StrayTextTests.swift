import Assessment
import Content
import Testing

@Suite struct `Words where elements belong` {
    struct Row: Sendable, CustomTestStringConvertible {
        let element: String
        let place: String

        var testDescription: String { element.debugDescription }
    }

    @Test(arguments: [
        Row(element: "<choose>x</choose>", place: "1:9"),
        Row(element: "<choose> \n\t x</choose>", place: "2:3"),
        Row(element: "<choose><!-- c -->\r\n  x</choose>", place: "2:3"),
        Row(element: "<choose>\n<option id=\"a\">A</option>\n  &#32;x</choose>", place: "3:8"),
        Row(element: "<choose>\n  x", place: "2:3"),
    ]) func `are reported where the first of them stands`(_ row: Row) throws {
        let before = "<bank xmlns=\"urn:assay:bank:1\" id=\"b\" version=\"1\"><item id=\"i\">"
        let text = before + row.element
        let (_, diagnostics) = ContentReading.read(Array(text.utf8), as: .bank)
        let fault = try #require(diagnostics.found.first { $0.code == "stray-text" })
        let place = try #require(fault.place)
        let column = place.line == 1 ? place.column - before.utf8.count : place.column
        #expect("\(place.line):\(column)" == row.place)
    }
}
