package import Assessment

/// Something that is kept for good once it is added.
package protocol Record: Sendable, Hashable {
    static var table: Table { get }

    /// In the table's order.
    var fields: [Field] { get }

    /// Throws where a store holds what no version of ours wrote.
    init(_ row: RowReader) throws(StoreFault)
}

/// Reads the fields of one row by their columns' names.
package struct RowReader {
    package let row: SealedRow

    package init(_ row: SealedRow) {
        self.row = row
    }

    package func id<Named>(_ column: String) throws(StoreFault) -> UniqueID<Named> {
        guard case .bytes(let bytes) = try field(column), let id = UniqueID<Named>(bytes: bytes)
        else { throw damage(column) }
        return id
    }

    package func time(_ column: String) throws(StoreFault) -> Timestamp {
        Timestamp(microseconds: try integer(column))
    }

    package func integer(_ column: String) throws(StoreFault) -> Int64 {
        guard case .integer(let number) = try field(column) else { throw damage(column) }
        return number
    }

    package func optionalInteger(_ column: String) throws(StoreFault) -> Int64? {
        try field(column) == .null ? nil : integer(column)
    }

    /// Held as 1 or 0.
    package func flag(_ column: String) throws(StoreFault) -> Bool {
        let number = try integer(column)
        guard number == 0 || number == 1 else { throw damage(column) }
        return number == 1
    }

    package func text(_ column: String) throws(StoreFault) -> String {
        guard case .text(let text) = try field(column) else { throw damage(column) }
        return text
    }

    /// Nil where there was none, and once it is erased.
    package func optionalText(_ column: String) throws(StoreFault) -> String? {
        try field(column) == .null ? nil : text(column)
    }

    package func bytes(_ column: String) throws(StoreFault) -> [UInt8] {
        guard case .bytes(let bytes) = try field(column) else { throw damage(column) }
        return bytes
    }

    package func digest(_ column: String) throws(StoreFault) -> Digest {
        guard let digest = Digest(bytes: try bytes(column)) else { throw damage(column) }
        return digest
    }

    /// A value with a text of its own, such as an id or a kind.
    package func value<Value>(
        _ column: String, _ read: (String) -> Value?
    ) throws(StoreFault) -> Value {
        guard let value = read(try text(column)) else { throw damage(column) }
        return value
    }

    /// Nil where there was none, and once it is erased.
    package func optionalValue<Value>(
        _ column: String, _ read: (String) -> Value?
    ) throws(StoreFault) -> Value? {
        try field(column) == .null ? nil : value(column, read)
    }

    /// Values with a blank between one and the next.
    package func list<Value>(
        _ column: String, _ read: (String) -> Value?
    ) throws(StoreFault) -> [Value] {
        let words = try text(column).utf8.split(separator: UInt8(ascii: " "))
        let values = words.compactMap { String($0).flatMap(read) }
        guard values.count == words.count else { throw damage(column) }
        return values
    }

    private func field(_ column: String) throws(StoreFault) -> Field {
        guard let index = row.table.index(of: column) else {
            preconditionFailure("'\(row.table.name)' has no column '\(column)'")
        }
        guard row.fields.indices.contains(index) else { throw damage(column) }
        return row.fields[index]
    }

    private func damage(_ column: String) -> StoreFault {
        StoreFault(
            .damaged, "a record of '\(row.table.name)' holds something else than a \(column)",
            advice: "run: assay store verify")
    }
}

extension Field {
    static func id<Named>(_ id: UniqueID<Named>) -> Field { .bytes(id.bytes) }
    static func digest(_ digest: Digest) -> Field { .bytes(digest.bytes) }
    static func time(_ time: Timestamp) -> Field { .integer(time.microseconds) }
    static func optional(_ text: String?) -> Field { text.map { .text($0) } ?? .null }
    static func optional(_ number: Int64?) -> Field { number.map { .integer($0) } ?? .null }
}
