package import Results

/// The text of a statement, made of literals and of names of tables and columns alone.
///
/// A value of any kind does not compile into it; it has to be bound.
package struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    package let text: String

    package init(stringLiteral text: String) {
        self.text = text
    }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation(_ table: Table) {
            text += "\"\(table.name)\""
        }

        package mutating func appendInterpolation(_ column: Table.Column) {
            text += "\"\(column.name)\""
        }

        package mutating func appendInterpolation(_ sql: SQL) {
            text += sql.text
        }
    }
}

extension Sequence<SQL> {
    /// One after the other, with the separator between.
    func joined(_ separator: SQL) -> SQL {
        var parts = makeIterator()
        guard var joined = parts.next() else { return "" }
        while let part = parts.next() { joined = "\(joined)\(separator)\(part)" }
        return joined
    }
}
