package import Results

/// Values in the order of their keys.
struct Sorted<Key: Comparable, Value> {
    private(set) var keys: [Key] = []
    private(set) var values: [Value] = []

    /// The first place of which the condition holds, where it holds of every later one, too.
    func firstPlace(where condition: (Key) -> Bool) -> Int {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if condition(keys[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    subscript(key: Key) -> Value? {
        get {
            let place = firstPlace { $0 >= key }
            return place < keys.count && keys[place] == key ? values[place] : nil
        }
        set {
            let place = firstPlace { $0 >= key }
            let isThere = place < keys.count && keys[place] == key
            switch newValue {
            case let value? where isThere: values[place] = value
            case let value?:
                keys.insert(key, at: place)
                values.insert(value, at: place)
            case nil where isThere:
                keys.remove(at: place)
                values.remove(at: place)
            case nil: break
            }
        }
    }
}

/// A row's key, in the order that stores promise.
package struct RowKey: Comparable {
    package let fields: [Field]

    package init(_ fields: [Field]) {
        self.fields = fields
    }

    package static func < (left: Self, right: Self) -> Bool {
        for (left, right) in zip(left.fields, right.fields) where left != right {
            return left.comes(before: right)
        }
        return left.fields.count < right.fields.count
    }

    /// Whether it comes after everything that begins with the other one.
    func reaches(past other: RowKey) -> Bool {
        RowKey(Array(fields.prefix(other.fields.count))) > other
    }
}

extension Field {
    fileprivate func comes(before other: Field) -> Bool {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): left < right
        case (.text(let left), .text(let right)):
            left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.bytes(let left), .bytes(let right)): left.lexicographicallyPrecedes(right)
        default: rank < other.rank
        }
    }

    private var rank: Int {
        switch self {
        case .null: 0
        case .integer: 1
        case .text: 2
        case .bytes: 3
        }
    }
}
