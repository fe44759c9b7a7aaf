import Assessment

/// Reads the version and the encoding that an XML declaration names.
///
/// A declaration that is ill-formed is left to libxml2 to complain about.
enum DeclarationScan {
    static func firstFault(in bytes: borrowing Span<UInt8>) -> Diagnostic? {
        var at = BytePass.start(bytes)
        guard bytes.starts(with: "<?xml", at: at), at + 5 < bytes.count,
            bytes[at + 5].isBlankMarkup
        else { return nil }
        at += 5
        while let field = field(in: bytes, at: &at) {
            switch field.name {
            case "version" where field.value != "1.0":
                return Diagnostic(
                    .error, "xml-version",
                    "the file says it is XML \(field.shown); only XML 1.0 is read",
                    advice: "write version=\"1.0\" in its first line", offset: field.offset)
            case "encoding" where !["utf-8", "us-ascii"].contains(field.value.lowercased()):
                return .foreignEncoding(
                    "the file says it is written in \(field.shown); only UTF-8 is read",
                    at: field.offset)
            default: continue
            }
        }
        return nil
    }

    private struct Field {
        let name: String
        let value: String
        let offset: Int

        /// The value made fit for a message.
        var shown: String {
            let safe = String(value.unicodeScalars.prefix(40)).terminalSafe()
            return value.unicodeScalars.count > 40 ? safe + "…" : safe
        }
    }

    private static func field(in bytes: borrowing Span<UInt8>, at: inout Int) -> Field? {
        skipBlanks(bytes, &at)
        var name = ""
        while at < bytes.count, UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[at] {
            name.unicodeScalars.append(Unicode.Scalar(bytes[at]))
            at += 1
        }
        skipBlanks(bytes, &at)
        guard !name.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return nil }
        at += 1
        skipBlanks(bytes, &at)
        guard at < bytes.count else { return nil }
        let quote = bytes[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        let start = at + 1
        var value: [UInt8] = []
        at = start
        while at < bytes.count, bytes[at] != quote {
            // A quote that is missing is another fault than a strange value.
            if bytes[at] == UInt8(ascii: "<") || bytes[at] == UInt8(ascii: ">") { return nil }
            value.append(bytes[at])
            at += 1
        }
        at += 1
        return Field(name: name, value: String(decoding: value, as: UTF8.self), offset: start)
    }

    private static func skipBlanks(_ bytes: borrowing Span<UInt8>, _ at: inout Int) {
        while at < bytes.count, bytes[at].isBlankMarkup { at += 1 }
    }
}
