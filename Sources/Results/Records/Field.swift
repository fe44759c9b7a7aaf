/// One value of a record, as a store keeps it.
///
/// Two texts are equal where their bytes are: a store tells é from e with an accent after it, and
/// so does this, though `String` does not.
package enum Field: Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

extension Field: Hashable {
    package static func == (one: Field, other: Field) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.integer(let one), .integer(let other)): one == other
        case (.text(let one), .text(let other)): one.utf8.elementsEqual(other.utf8)
        case (.bytes(let one), .bytes(let other)): one == other
        case (.null, _), (.integer, _), (.text, _), (.bytes, _): false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .integer(let number): hasher.combine(number)
        case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
        case .bytes(let bytes): hasher.combine(bytes)
        }
    }
}
