/// A name that stays the same while titles and positions change.
///
/// Letters, digits, dots, hyphens and underscores, all ASCII, at most 64 of them, a letter or a
/// digit first: the same bytes to Swift, to SQLite, to a file system and to a shell. The type's
/// parameter keeps an item's id from being taken for a quiz's.
package struct Identifier<Named>: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let text: String

    /// Nil where the text breaks a rule above.
    package init?(_ text: String) {
        guard text.utf8.count <= 64, let first = text.utf8.first, Self.isAlphanumeric(first),
            text.utf8.allSatisfy({ Self.isAlphanumeric($0) || ".-_".utf8.contains($0) }),
            !Self.holdsTwoDots(text)
        else { return nil }
        self.text = text
    }

    package var description: String { text }

    /// What two ids must differ in, because people and file systems overlook case.
    package var folded: String { text.lowercased() }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// Two dots make a path of an id.
    private static func holdsTwoDots(_ text: String) -> Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains {
            $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".")
        }
    }
}
