import Assessment
import Foundation
import TestSupport
import Testing

/// A value of the reference data that lies beside the project.
struct Golden {
    private let value: Any?

    static let isAtHand: ConditionTrait = .enabled(
        if: Shared.url("golden") != nil, "the golden files are not at hand")

    static func file(_ name: String) throws -> Golden {
        let url = try #require(Shared.url("golden/\(name).json"))
        return Golden(value: try JSONSerialization.jsonObject(with: Data(contentsOf: url)))
    }

    /// One of the cases that have an id, which is counted as taken.
    static func workedExample(_ id: String) throws -> Golden {
        let cases = try file("seed_worked_examples")["cases"].list
        return try #require(cases.first { $0["id"].text == id }, "\(id)")
    }

    subscript(key: String) -> Golden { Golden(value: (value as? [String: Any])?[key]) }
    subscript(index: Int) -> Golden { list[index] }

    var list: [Golden] { (value as? [Any] ?? []).map { Golden(value: $0) } }
    var keys: [String] { (value as? [String: Any] ?? [:]).keys.sorted() }
    var text: String? { value as? String }
    var texts: [String] { list.compactMap(\.text) }
    var flag: Bool? { value as? Bool }
    var isNull: Bool { value == nil || value is NSNull }
    var int: Int? { value as? Int }
    var number: Double? { value as? Double }

    /// A number, or an object whose `exact` is one.
    var rational: Rational? {
        if let text = self["exact"].text { return try? Rational(exactly: text) }
        return (value as? NSNumber).flatMap { try? Rational(exactly: "\($0)") }
    }

    var rationals: [Rational] { list.compactMap(\.rational) }
}
