import Assessment
import Foundation
import Rendering
import TestSupport
import Testing
import Workbooks

@Suite(.enabled(if: OpenPyXL.isThere, "python3 with openpyxl is not installed"))
struct `Hostile texts in a workbook` {
    /// What a reader that others wrote finds in a file.
    struct Book: Decodable {
        struct Sheet: Decodable {
            let name: String
            let titles: String?
            let cells: [String: Cell]
        }

        struct Cell: Decodable {
            let value: String
            let kind: String
        }

        let title: String
        let parts: [String]
        /// Where charts take their data and words from.
        let sources: [String]
        /// Elements that compute, lead somewhere or bring something in.
        let acting: [String]
        let sheets: [Sheet]
    }

    private static let reader = """
        import openpyxl, zipfile
        from xml.etree import ElementTree
        package = zipfile.ZipFile(path)
        acting, sources = [], []
        for part in package.namelist():
            for element in ElementTree.fromstring(package.read(part)).iter():
                tag = element.tag.split("}")[-1]
                if tag == "f" and part.startswith("xl/charts/"):
                    sources.append(element.text)
                if tag in ("hyperlink", "oleObject", "externalReference", "ddeLink", "control") \\
                        or tag == "f" and part.startswith("xl/worksheets/") \\
                        or element.get("TargetMode") == "External":
                    acting.append(f"{part}: {tag}")
        def cell(c):
            return {"value": c.value if isinstance(c.value, str) else repr(c.value),
                    "kind": c.data_type}
        book = openpyxl.load_workbook(path)
        answer = {
            "title": book.properties.title or "", "parts": package.namelist(), "acting": acting,
            "sources": sources,
            "sheets": [{"name": s.title, "titles": s.print_title_rows,
                        "cells": {c.coordinate: cell(c) for row in s.iter_rows() for c in row
                                  if c.value is not None}} for s in book.worksheets]}
        """

    @Test func `stay texts for a reader that others wrote`() throws {
        let texts = ["harmless"] + Attacks.all
        let files = try texts.map {
            try WorkbookFile.bytes(of: Workbook(of: Attacks.report(of: $0)))
        }
        let books = try OpenPyXL.answers(Self.reader, on: files, Book.self)
        let usual = try #require(books.first)
        for (text, book) in zip(texts, books) {
            let about = Comment(rawValue: text.prefix(60).debugDescription)
            #expect(book.acting == [], about)
            #expect(book.parts == usual.parts, about)
            #expect(book.sources == usual.sources, about)
            #expect(book.title == text.spreadsheetSafe(), about)
            checkNames(of: book.sheets, about)
            #expect(book.sheets.map(\.titles) == usual.sheets.map(\.titles), about)
            for (sheet, usualSheet) in zip(book.sheets, usual.sheets) {
                #expect(Set(sheet.cells.keys).isSubset(of: usualSheet.cells.keys), about)
                for (place, cell) in usualSheet.cells {
                    let wanted = expected(cell.value, text, book, usual)
                    let found = sheet.cells[place]
                    #expect(
                        said(found?.value ?? "", wanted), "\(text.prefix(60).debugDescription)")
                    #expect(wanted.isEmpty || found?.kind == cell.kind, about)
                }
            }
        }
    }

    /// What a cell is to say that is usually about something harmless, or names a sheet.
    private func expected(_ value: String, _ text: String, _ book: Book, _ usual: Book) -> String {
        for (name, usualName) in zip(book.sheets.map(\.name), usual.sheets.map(\.name)) {
            let end = "See the sheet '\(usualName)'."
            guard value.hasSuffix(end) else { continue }
            return value.dropLast(end.count).replacing("harmless", with: text)
                + "See the sheet '\(name)'."
        }
        return value.replacing("harmless", with: text)
    }

    /// The reader leaves characters as they are spelled, and drops the spelling of `_`.
    private func said(_ found: String, _ wanted: String) -> Bool {
        let spelled = wanted.spreadsheetSafe()
        if spelled.utf16.count > SpreadsheetLimit.cellUnits { return found.hasSuffix(" … (cut)") }
        let read = spelled.replacing("x005F_", with: "")
        return found.unicodeScalars.elementsEqual(read.unicodeScalars)
    }

    /// https://support.microsoft.com/en-us/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9
    private func checkNames(of sheets: [Book.Sheet], _ about: Comment) {
        for name in sheets.map(\.name) {
            #expect((1...31).contains(name.utf16.count), about)
            #expect(!name.hasPrefix("'") && !name.hasSuffix("'"), about)
            #expect(!name.contains { "[]:*?/\\".contains($0) }, about)
            #expect(name.terminalSafe() == name, about)
        }
        #expect(Set(sheets.map { $0.name.lowercased() }).count == sheets.count, about)
    }
}
