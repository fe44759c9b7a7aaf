import Assessment
internal import CXLSXWriter
internal import Glibc
package import Workbooks

/// Writes workbooks as XLSX; the same workbook has the same bytes wherever and whenever.
package enum WorkbookFile {
    /// The whole file.
    package static func bytes(of workbook: Workbook) throws(RenderFault) -> [UInt8] {
        let memory = assay_memory_file()
        guard memory >= 0 else { throw RenderFault("there is no memory for the workbook") }
        defer { close(memory) }
        var options = lxw_workbook_options()
        options.use_zip64 = 0
        guard let file = workbook_new_opt("/proc/self/fd/\(memory)", &options) else {
            throw RenderFault("the workbook cannot be begun")
        }
        setProperties(of: file, workbook)
        var styles = CellStyles(of: file)
        for sheet in workbook.sheets {
            let name = sheet.name.spreadsheetSafe()
            guard let worksheet = workbook_add_worksheet(file, name) else {
                workbook_close(file)
                throw RenderFault("no sheet can be named '\(sheet.name)'")
            }
            SheetWriter(sheet: sheet, worksheet: worksheet, file: file).write(&styles)
        }
        let code = workbook_close(file)
        guard code == LXW_NO_ERROR else {
            throw RenderFault(lxw_strerror(code).map { String(cString: $0) } ?? "no workbook")
        }
        return try contents(of: memory)
    }

    private static func setProperties(
        of file: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook
    ) {
        var properties = lxw_doc_properties()
        // 1980 is where the clock of zip files begins, and what the library writes for its parts.
        properties.created = time_t(
            (workbook.created?.microseconds ?? 315_532_800_000_000) / 1_000_000)
        // The library copies what it is given.
        var title = Array(workbook.title.spreadsheetSafe().utf8CString.prefix(while: { $0 != 0 }))
        title.append(0)
        title.withUnsafeMutableBufferPointer { title in
            properties.title = title.baseAddress
            workbook_set_properties(file, &properties)
        }
    }

    private static func contents(of file: Int32) throws(RenderFault) -> [UInt8] {
        let size = Int(lseek(file, 0, SEEK_END))
        guard size > 0 else { throw RenderFault("the workbook came out empty") }
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while done < size {
                let read = pread(
                    file, buffer.baseAddress.map { $0 + done }, size - done, off_t(done))
                if read <= 0 { break }
                done += read
            }
            count = done
        }
        guard done == size else { throw RenderFault("the workbook cannot be read back") }
        return bytes
    }
}

/// Why a document was not made, in a clause.
package struct RenderFault: Error, Sendable, Hashable {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}
