internal import Assessment

/// Numbers as stores keep them: `7` or `7/3`, with as many digits as it takes.
extension Rational {
    var exactText: String { isWhole ? "\(numerator)" : "\(numerator)/\(denominator)" }

    init?(exactText: String) {
        let parts = exactText.split(separator: "/", omittingEmptySubsequences: false)
        guard let top = parts.first.flatMap({ Int128($0) }) else { return nil }
        switch parts.count {
        case 1: try? self.init(top, over: 1)
        case 2:
            guard let bottom = Int128(parts[1]), bottom > 1 else { return nil }
            try? self.init(top, over: bottom)
        default: return nil
        }
    }
}
