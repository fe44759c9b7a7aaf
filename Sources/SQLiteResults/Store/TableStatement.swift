internal import Results

/// A statement on one table of records, whatever the values it is run with.
struct TableStatement: Hashable {
    enum Deed: Hashable {
        case insert
        /// Takes the key.
        case erase
        /// Takes the query's values, then those of the key it goes on after, then the limit.
        case select(Query.Shape, goingOn: Bool)
        case selectLast(Query.Shape)
    }

    let table: Table
    let deed: Deed

    init(_ deed: Deed, in table: Table) {
        self.table = table
        self.deed = deed
    }

    /// Its text, made from the table's columns.
    var sql: SQL {
        switch deed {
        case .insert: insert
        case .erase: erase
        case .select(let query, let goingOn): select(query, goingOn: goingOn)
        case .selectLast(let query): selectLast(query)
        }
    }

    private var keys: [Table.Column] { Array(table.columns.prefix(table.keyCount)) }

    private var kept: SQL {
        let columns = table.columns.map { "\($0)" as SQL }.joined(", ")
        return table.holdsPersonal ? #"\#(columns), "salt", "seal""# : columns
    }

    private var keyList: SQL { keys.map { "\($0)" as SQL }.joined(", ") }

    private var insert: SQL {
        let count = table.columns.count + (table.holdsPersonal ? 2 : 0)
        let places = repeatElement("?" as SQL, count: count).joined(", ")
        return "INSERT INTO \(table) (\(kept)) VALUES (\(places))"
    }

    private var erase: SQL {
        let emptied = table.columns.filter { $0.part == .personal }
            .map { "\($0) = NULL" as SQL }.joined(", ")
        let found = keys.map { "\($0) = ?" as SQL }.joined(" AND ")
        return #"UPDATE \#(table) SET \#(emptied), "salt" = NULL WHERE \#(found)"#
    }

    private func select(_ query: Query.Shape, goingOn: Bool) -> SQL {
        var conditions = conditions(query)
        if goingOn {
            let places = repeatElement("?" as SQL, count: keys.count).joined(", ")
            conditions.append("(\(keyList)) > (\(places))")
        }
        return "SELECT \(kept) FROM \(table)\(filter(conditions)) ORDER BY \(keyList) LIMIT ?"
    }

    private func selectLast(_ query: Query.Shape) -> SQL {
        let order = keys.map { "\($0) DESC" as SQL }.joined(", ")
        return "SELECT \(kept) FROM \(table)\(filter(conditions(query))) ORDER BY \(order) LIMIT 1"
    }

    private func conditions(_ query: Query.Shape) -> [SQL] {
        switch query {
        case .all: return []
        case .under(let count):
            precondition(count <= keys.count, "'\(table.name)' has fewer keys than that")
            return keys.prefix(count).map { "\($0) = ?" }
        case .having(let name):
            guard let index = table.index(of: name), table.columns[index].isLooked else {
                preconditionFailure("nothing is looked up by '\(name)' in '\(table.name)'")
            }
            return ["\(table.columns[index]) = ?"]
        }
    }

    private func filter(_ conditions: [SQL]) -> SQL {
        conditions.isEmpty ? "" : " WHERE \(conditions.joined(" AND "))"
    }
}

extension Query {
    /// A query without its values.
    enum Shape: Hashable {
        case all
        case under(Int)
        case having(String)
    }

    var shape: Shape {
        switch self {
        case .all: .all
        case .under(let key): .under(key.count)
        case .having(let column, _): .having(column)
        }
    }

    var values: [Field] {
        switch self {
        case .all: []
        case .under(let key): key
        case .having(_, let value): [value]
        }
    }
}
