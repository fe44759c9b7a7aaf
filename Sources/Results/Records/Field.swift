/// One value of a record, as any store can hold it.
///
/// Two texts are equal where their bytes are: a store tells é from e with an accent after it, and
/// so does this, though `String` does not.
package enum Field: Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    /// The value with its kind and length before it, so that no two lists of fields have the same
    /// bytes. Written to audit records: never to be changed.
    func encode(into bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(0)
        case .integer(let number):
            bytes.append(1)
            Self.append(UInt64(bitPattern: number), to: &bytes)
        case .text(let text):
            bytes.append(2)
            Self.append(UInt64(text.utf8.count), to: &bytes)
            bytes.append(contentsOf: text.utf8)
        case .bytes(let content):
            bytes.append(3)
            Self.append(UInt64(content.count), to: &bytes)
            bytes.append(contentsOf: content)
        }
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
        }
    }
}

extension Field: Hashable {
    /// Byte by byte, as databases compare: two ways to write one accent are two texts.
    package static func == (left: Field, right: Field) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.integer(let left), .integer(let right)): left == right
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.bytes(let left), .bytes(let right)): left == right
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: break
        case .integer(let number): hasher.combine(number)
        case .text(let text): hasher.combine(text)
        case .bytes(let bytes): hasher.combine(bytes)
        }
    }
}

extension Collection<Field> {
    /// The fields one after the other, in a form that only they have.
    package var encoded: [UInt8] {
        var bytes: [UInt8] = []
        for field in self { field.encode(into: &bytes) }
        return bytes
    }
}

extension [Field] {
    /// Reads what ``encoded`` writes; nil for anything else.
    package init?(encoded bytes: [UInt8]) {
        var left = bytes[...]
        var fields: [Field] = []
        func number() -> UInt64? {
            guard left.count >= 8 else { return nil }
            defer { left = left.dropFirst(8) }
            return left.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
        func content() -> ArraySlice<UInt8>? {
            guard let count = number(), count <= left.count else { return nil }
            defer { left = left.dropFirst(Int(count)) }
            return left.prefix(Int(count))
        }
        while let kind = left.popFirst() {
            switch kind {
            case 0: fields.append(.null)
            case 1:
                guard let bits = number() else { return nil }
                fields.append(.integer(Int64(bitPattern: bits)))
            case 2:
                guard let part = content(), let text = String(validating: part, as: UTF8.self)
                else { return nil }
                fields.append(.text(text))
            case 3:
                guard let part = content() else { return nil }
                fields.append(.bytes([UInt8](part)))
            default: return nil
            }
        }
        self = fields
    }
}
