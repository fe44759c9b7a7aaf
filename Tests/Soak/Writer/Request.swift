import Assessment

/// The command line: a command, a store, and options that each take a value.
struct Request {
    let command: String
    let store: String
    private(set) var worker = 0
    private(set) var count = Int.max
    private(set) var seconds = 10
    /// How often a step is tried; 1 stops at the first fault.
    private(set) var tries = 1
    private(set) var pause = 0
    private(set) var checkpointEvery = 0
    private(set) var gate = Gate.none
    private(set) var known: [Digest] = []

    /// When the writer waits for a line of its standard input.
    enum Gate: String {
        case none, once, each
    }

    init?(_ arguments: some Collection<String>) {
        var rest = Array(arguments)
        guard rest.count >= 2, rest.count.isMultiple(of: 2) else { return nil }
        command = rest.removeFirst()
        store = rest.removeFirst()
        while !rest.isEmpty {
            guard set(rest.removeFirst(), rest.removeFirst()) else { return nil }
        }
    }

    private mutating func set(_ option: String, _ value: String) -> Bool {
        switch (option, Int(value)) {
        case ("--worker", let number?): worker = number
        case ("--count", let number?): count = number
        case ("--seconds", let number?): seconds = number
        case ("--tries", let number?): tries = number
        case ("--pause", let number?): pause = number
        case ("--checkpoint-every", let number?): checkpointEvery = number
        case ("--gate", nil):
            guard let gate = Gate(rawValue: value) else { return false }
            self.gate = gate
        case ("--known", _):
            guard let digest = Digest(hex: value) else { return false }
            known.append(digest)
        default: return false
        }
        return true
    }
}
