import Assessment
import Foundation
import TestSupport
import Testing

/// A value of a file of expected figures.
@dynamicMemberLookup
indirect enum Golden: Decodable {
    case nothing, flag(Bool), number(Double), text(String), list([Golden]), named([String: Golden])

    static func isThere(_ name: String) -> Bool { Shared.url("golden/\(name).json") != nil }

    static func file(_ name: String) throws -> Golden {
        let url = try #require(Shared.url("golden/\(name).json"))
        return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: url))
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .nothing
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([Golden].self) {
            self = .list(list)
        } else {
            self = .named(try value.decode([String: Golden].self))
        }
    }

    subscript(dynamicMember name: String) -> Golden {
        if case .named(let values) = self { values[name] ?? .nothing } else { .nothing }
    }

    var isNothing: Bool { if case .nothing = self { true } else { false } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [Golden] { if case .list(let list) = self { list } else { [] } }

    var names: [String] { if case .named(let values) = self { Array(values.keys) } else { [] } }

    subscript(name: String) -> Golden { self[dynamicMember: name] }

    /// The fraction that `exact` says; the files write `5/6` and `-0/1`.
    var fraction: Rational? {
        get throws {
            guard let parts = self.exact.text?.split(separator: "/") else { return nil }
            let numbers = try parts.map { try #require(Int128($0)) }
            return try Rational(numbers[0], over: numbers[1])
        }
    }

    /// The case of a file that has the name.
    static func `case`(_ name: String, of file: String) throws -> Golden {
        try #require(try Golden.file(file).cases.list.first { $0.name.text == name })
    }
}

/// Whether two numbers agree to as many digits as a file gives.
func isClose(_ ours: Double?, _ theirs: Double?, relative: Double = 1e-9, absolute: Double = 1e-12)
    -> Bool
{
    guard let ours, let theirs else { return (ours == nil) == (theirs == nil) }
    return abs(ours - theirs) <= max(relative * abs(theirs), absolute)
}
