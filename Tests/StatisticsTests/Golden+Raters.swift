import Assessment
import Foundation
import Statistics

extension Golden {
    var whole: Int? { number.map { Int($0) } }

    /// Whole marks, nil where one is missing.
    var wholes: [Int?] { list.map(\.whole) }

    /// A table of whole numbers that lacks none.
    var wholeRows: [[Int]] { list.map { $0.wholes.compactMap(\.self) } }
}

extension Figure {
    /// Whether the figure is just that fraction, or not defined where there is none.
    func isExactly(_ expected: Golden) throws -> Bool {
        try exact == expected.fraction && (undefined != nil) == expected.isNothing
    }
}

extension Quantity {
    func isExactly(_ expected: Golden) throws -> Bool {
        try expected.fraction.map { self == .exact($0) } ?? false
    }
}

/// Whether a number rounds to what was printed, which it need not where nothing was.
func rounds(_ ours: Double?, to published: Golden, decimals: Int? = nil) -> Bool {
    let (value, places) = (published.value.number ?? published.number, published.decimals.whole)
    guard let value, let places = decimals ?? places else { return published.isNothing }
    guard let ours else { return false }
    return abs(ours - value) <= 0.5001 * pow(10, -Double(places))
}
