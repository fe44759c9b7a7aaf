package import Assessment
internal import Sealing

/// A record as stores keep it: its fields, and what is needed to show later that it is unchanged.
///
/// The personal fields are sealed apart, with salt of their own. Once they are erased their seal
/// stays, so the rest can still be held against the audit chain; without the salt nobody can find
/// out by trying whether a name was the one that was sealed.
package struct SealedRow: Sendable, Hashable {
    package let table: Table
    /// In the table's order; the personal ones are null once they are erased.
    package private(set) var fields: [Field]
    /// Nil where the table has nothing personal, and once that is erased.
    package private(set) var salt: [UInt8]?
    /// Nil where the table has nothing personal.
    package let personalSeal: Digest?

    /// Seals a new record.
    package init(
        _ table: Table, _ fields: [Field], using generator: inout some RandomNumberGenerator
    ) {
        precondition(
            fields.count == table.columns.count, "a record of '\(table.name)' has every column")
        self.table = table
        self.fields = fields
        if table.holdsPersonal {
            let salt = [generator.next(), generator.next()].flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
            }
            self.salt = salt
            personalSeal = Self.seal(fields.suffix(table.personalCount), salt)
        } else {
            salt = nil
            personalSeal = nil
        }
    }

    /// Takes a row as a store held it, without trusting it.
    package init(_ table: Table, _ fields: [Field], salt: [UInt8]?, personalSeal: Digest?) {
        self.table = table
        self.fields = fields
        self.salt = salt
        self.personalSeal = personalSeal
    }

    package var key: [Field] { Array(fields.prefix(table.keyCount)) }

    /// What the audit chain holds of this row; the same before and after erasing.
    package var digest: Digest {
        var bytes: [UInt8] = []
        Field.text(table.name).encode(into: &bytes)
        for field in fields.dropLast(table.personalCount) { field.encode(into: &bytes) }
        if let personalSeal { bytes.append(contentsOf: personalSeal.bytes) }
        return .sealing(bytes)
    }

    package var isErased: Bool { table.holdsPersonal && salt == nil }

    /// Whether the personal fields are the ones that were sealed, or none are left.
    package var isSealIntact: Bool {
        guard table.holdsPersonal else { return salt == nil && personalSeal == nil }
        let personal = fields.suffix(table.personalCount)
        guard let salt else {
            return personalSeal != nil && personal.allSatisfy { $0 == .null }
        }
        return Self.seal(personal, salt) == personalSeal
    }

    /// The same row without what is personal.
    package func erased() -> SealedRow {
        guard table.holdsPersonal else { return self }
        var row = self
        row.salt = nil
        for index in fields.indices.suffix(table.personalCount) { row.fields[index] = .null }
        return row
    }

    private static func seal(_ fields: ArraySlice<Field>, _ salt: [UInt8]) -> Digest {
        .sealing(salt + fields.encoded)
    }
}
