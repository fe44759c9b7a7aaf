/// A JSON value that always becomes the same bytes: keys sorted, no rounding, nothing left raw
/// that a terminal or a script tag could take for its own.
package enum JSON: Sendable {
    /// Written by key in the order of UTF-8; of two equal keys the later one holds.
    case object([(String, JSON)])
    case array([JSON])
    case string(String)
    case integer(Int)
    /// A number as its digits, which must be those of JSON.
    case number(String)
    case bool(Bool)
    case null

    /// UTF-8 without a line end; indented by two spaces when asked.
    package func bytes(indented: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, indented: indented)
        return bytes
    }

    /// The same as text.
    package func text(indented: Bool = false) -> String {
        String(decoding: bytes(indented: indented), as: UTF8.self)
    }

    /// Adds the value to a buffer that may already hold others.
    package func append(to bytes: inout [UInt8], indented: Bool = false) {
        write(to: &bytes, depth: indented ? 0 : nil)
    }

    private func write(to bytes: inout [UInt8], depth: Int?) {
        switch self {
        case .object(let members):
            let members = Self.sorted(members)
            Self.write(members, between: "{", "}", to: &bytes, depth) { member, bytes, depth in
                Self.write(member.0, to: &bytes)
                bytes.append(contentsOf: (depth == nil ? ":" : ": ").utf8)
                member.1.write(to: &bytes, depth: depth)
            }
        case .array(let elements):
            Self.write(elements, between: "[", "]", to: &bytes, depth) { element, bytes, depth in
                element.write(to: &bytes, depth: depth)
            }
        case .string(let text): Self.write(text, to: &bytes)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let digits):
            precondition(Self.isNumber(digits), "not a JSON number")
            bytes.append(contentsOf: digits.utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .null: bytes.append(contentsOf: "null".utf8)
        }
    }

    private static func write<Element>(
        _ elements: [Element], between open: Unicode.Scalar, _ close: Unicode.Scalar,
        to bytes: inout [UInt8], _ depth: Int?, each: (Element, inout [UInt8], Int?) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine(in: &bytes, depth.map { $0 + 1 })
            each(element, &bytes, depth.map { $0 + 1 })
        }
        if !elements.isEmpty { breakLine(in: &bytes, depth) }
        bytes.append(UInt8(ascii: close))
    }

    private static func breakLine(in bytes: inout [UInt8], _ depth: Int?) {
        guard let depth else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private static func sorted(_ members: [(String, JSON)]) -> [(String, JSON)] {
        // By bytes and not by Swift's order, which is that of canonical forms.
        let ordered = members.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        var kept: [(String, JSON)] = []
        for member in ordered {
            if let last = kept.last, last.0.utf8.elementsEqual(member.0.utf8) { kept.removeLast() }
            kept.append(member)
        }
        return kept
    }
}

extension JSON {
    private static let digits = Array("0123456789abcdef".utf8)

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: "\\\"".utf8)
            case "\\": bytes.append(contentsOf: "\\\\".utf8)
            case "\n": bytes.append(contentsOf: "\\n".utf8)
            case "\r": bytes.append(contentsOf: "\\r".utf8)
            case "\t": bytes.append(contentsOf: "\\t".utf8)
            // Controls, line separators, and what turns the direction of text on a screen.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}",
                "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}":
                bytes.append(contentsOf: "\\u".utf8)
                for shift in [12, 8, 4, 0] as [UInt32] {
                    bytes.append(digits[Int(scalar.value >> shift & 0xF)])
                }
            default:
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The grammar of RFC 8259, section 6.
    static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func skipDigits(_ rest: inout Substring.UTF8View) -> Int {
            let run = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(run)
            return run
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let whole = skipDigits(&rest)
        if whole == 0 || startsWithZero && whole > 1 { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            if skipDigits(&rest) == 0 { return false }
        }
        if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                rest = rest.dropFirst()
            }
            if skipDigits(&rest) == 0 { return false }
        }
        return rest.isEmpty
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }
    package init(nilLiteral: ()) { self = .null }
}
