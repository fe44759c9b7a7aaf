internal import Results

/// The statements on one table of records, written once from its columns.
struct TableStatements {
    let table: Table

    private var keys: [Table.Column] { Array(table.columns.prefix(table.keyCount)) }

    private var kept: SQL {
        let columns = table.columns.map { "\($0)" as SQL }.joined(", ")
        return table.holdsPersonal ? #"\#(columns), "salt", "seal""# : columns
    }

    private var keyList: SQL { keys.map { "\($0)" as SQL }.joined(", ") }

    var insert: SQL {
        let count = table.columns.count + (table.holdsPersonal ? 2 : 0)
        let places = repeatElement("?" as SQL, count: count).joined(", ")
        return "INSERT INTO \(table) (\(kept)) VALUES (\(places))"
    }

    /// Takes the key.
    var erase: SQL {
        let emptied = table.columns.filter { $0.part == .personal }
            .map { "\($0) = NULL" as SQL }.joined(", ")
        let found = keys.map { "\($0) = ?" as SQL }.joined(" AND ")
        return #"UPDATE \#(table) SET \#(emptied), "salt" = NULL WHERE \#(found)"#
    }

    /// Takes the query's values, then those of the key it goes on after, then the limit.
    func select(_ query: Query, goingOn: Bool) -> SQL {
        var conditions = conditions(query)
        if goingOn {
            let places = repeatElement("?" as SQL, count: keys.count).joined(", ")
            conditions.append("(\(keyList)) > (\(places))")
        }
        return "SELECT \(kept) FROM \(table)\(filter(conditions)) ORDER BY \(keyList) LIMIT ?"
    }

    func selectLast(_ query: Query) -> SQL {
        let order = keys.map { "\($0) DESC" as SQL }.joined(", ")
        return "SELECT \(kept) FROM \(table)\(filter(conditions(query))) ORDER BY \(order) LIMIT 1"
    }

    private func conditions(_ query: Query) -> [SQL] {
        switch query {
        case .all: return []
        case .under(let key):
            precondition(key.count <= keys.count, "'\(table.name)' has fewer keys than that")
            return keys.prefix(key.count).map { "\($0) = ?" }
        case .having(let name, _):
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
    var values: [Field] {
        switch self {
        case .all: []
        case .under(let key): key
        case .having(_, let value): [value]
        }
    }
}
