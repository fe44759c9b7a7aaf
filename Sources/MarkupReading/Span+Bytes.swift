extension Span<UInt8> {
    /// Whether these bytes stand at a place.
    func starts(with prefix: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + prefix.utf8CodeUnitCount <= count else { return false }
        return prefix.withUTF8Buffer { prefix in
            prefix.indices.allSatisfy { self[index + $0] == prefix[$0] }
        }
    }

    func starts(with prefix: [UInt8]) -> Bool {
        prefix.count <= count && prefix.indices.allSatisfy { self[$0] == prefix[$0] }
    }

    /// The last place of a byte before another; 0 where there is none.
    func lastIndex(of byte: UInt8, before end: Int) -> Int {
        var at = Swift.min(end, count) - 1
        while at > 0, self[at] != byte { at -= 1 }
        return Swift.max(at, 0)
    }
}
