/// Names made into strings once.
///
/// libxml2 keeps every name once in a dictionary of its own, at one address while it parses.
struct NameTable {
    private var names: [UnsafePointer<UInt8>: String] = [:]

    mutating func string(_ name: UnsafePointer<UInt8>) -> String {
        if let known = names[name] { return known }
        let string = String(cString: name)
        names[name] = string
        return string
    }
}
