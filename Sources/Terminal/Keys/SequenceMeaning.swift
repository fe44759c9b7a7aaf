import Assessment

/// What a control sequence means once it is whole.
enum SequenceMeaning {
    case input(Input)
    /// A paste begins.
    case paste
    /// Something known that is no input, such as a key that went up.
    case nothing

    /// ESC O and one more byte.
    init(single byte: UInt8) {
        switch byte {
        case UInt8(ascii: "M"): self = .input(.key(.enter))
        case UInt8(ascii: "X"): self = .input(.key(.character("=")))
        // The number block in application mode: * + , - . / and the digits.
        case UInt8(ascii: "j")...UInt8(ascii: "y"):
            self = .input(.key(.character(Character(Unicode.Scalar(byte - 0x40)))))
        default:
            self = Key(letter: byte).map { .input(.key($0)) } ?? .nothing
        }
    }

    /// ESC [, the parameters, and the byte that ends it.
    init(parameters bytes: [UInt8], final: UInt8) {
        if bytes.first == UInt8(ascii: "<") {
            self = Self.mouse(Self.numbers(bytes.dropFirst()), final)
            return
        }
        if bytes == [UInt8(ascii: "[")] {
            self =
                (0x41...0x45).contains(final)
                ? .input(.key(.function(Int(final) - 0x40))) : .unknown
            return
        }
        guard let groups = Self.groups(bytes) else {
            self = .unknown
            return
        }
        let first = groups.first?.first ?? nil
        let modifiers = Modifiers(groups.count > 1 ? groups[1] : [])
        if modifiers.isRelease {
            self = .nothing
            return
        }
        switch final {
        case UInt8(ascii: "I") where bytes.isEmpty: self = .input(.focus(true))
        case UInt8(ascii: "O") where bytes.isEmpty: self = .input(.focus(false))
        case UInt8(ascii: "Z"): self = .input(.key(.backTab))
        case UInt8(ascii: "u"): self = Self.kitty(groups, modifiers)
        case UInt8(ascii: "~"):
            switch first {
            case 200: self = .paste
            // The end of a paste that never began, or was given up.
            case 201: self = .nothing
            // modifyOtherKeys: ESC [ 27 ; modifiers ; code ~
            case 27 where groups.count == 3: self = Self.kitty([groups[2]], modifiers)
            default: self = Self.key(first.flatMap { Key(number: $0) }, modifiers)
            }
        default: self = Self.key(Key(letter: final), modifiers)
        }
    }

    private static let unknown = SequenceMeaning.input(.unknown)

    private static func key(_ key: Key?, _ modifiers: Modifiers) -> SequenceMeaning {
        guard let key else { return unknown }
        return .input(.key(key.with(modifiers)))
    }

    /// https://sw.kovidgoyal.net/kitty/keyboard-protocol/
    private static func kitty(_ groups: [[Int?]], _ modifiers: Modifiers) -> SequenceMeaning {
        guard let codes = groups.first, let code = codes.first ?? nil else { return unknown }
        if let key = Key(kitty: code) { return .input(.key(key.with(modifiers))) }
        // The scalars that kitty keeps for keys by themselves, such as Shift.
        if (57344...63743).contains(code) { return .nothing }
        let shifted = codes.count > 1 && modifiers.isShift ? codes[1] : nil
        guard let scalar = UInt32(exactly: shifted ?? code).flatMap(Unicode.Scalar.init),
            scalar.isSafeInTerminal
        else { return unknown }
        var character = Character(scalar)
        if modifiers.isControl {
            let small = scalar.properties.lowercaseMapping
            return .input(.key(.control(small.first ?? character)))
        }
        if modifiers.isShift, shifted == nil, scalar.properties.isLowercase {
            character = scalar.properties.uppercaseMapping.first ?? character
        }
        return .input(.key(modifiers.isAlt ? .alt(character) : .character(character)))
    }

    /// ESC [ < button ; column ; row M or m.
    private static func mouse(_ numbers: [Int]?, _ final: UInt8) -> SequenceMeaning {
        guard let numbers, numbers.count == 3, numbers[1] > 0, numbers[2] > 0,
            final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
        else { return unknown }
        let place = Grid.Position(row: numbers[2] - 1, column: numbers[1] - 1)
        // Shift, Alt and Ctrl are 4, 8 and 16.
        let button = numbers[0] & ~28
        switch button {
        case 64: return .input(.mouse(.wheelUp(at: place)))
        case 65: return .input(.mouse(.wheelDown(at: place)))
        case _ where final == UInt8(ascii: "m"): return .input(.mouse(.release(at: place)))
        case 0...2: return .input(.mouse(.press(button: button, at: place)))
        case 32...35: return .input(.mouse(.drag(at: place)))
        default: return .nothing
        }
    }

    private static func numbers(_ bytes: some Collection<UInt8>) -> [Int]? {
        groups(bytes)?.compactMap { $0.count == 1 ? $0[0] : nil }
    }

    /// The parameters, with those after colons beside them; nil where they are malformed.
    private static func groups(_ bytes: some Collection<UInt8>) -> [[Int?]]? {
        if bytes.isEmpty { return [] }
        var groups: [[Int?]] = [[nil]]
        for byte in bytes {
            let last = groups.count - 1
            switch byte {
            case 0x30...0x39:
                let place = groups[last].count - 1
                let value = (groups[last][place] ?? 0) * 10 + Int(byte - 0x30)
                if value > 0x10_FFFF * 10 { return nil }
                groups[last][place] = value
            case UInt8(ascii: ":"): groups[last].append(nil)
            case UInt8(ascii: ";"): groups.append([nil])
            default: return nil
            }
        }
        return groups
    }
}

/// Which of Shift, Alt and Ctrl were down.
struct Modifiers {
    let isShift: Bool
    let isAlt: Bool
    let isControl: Bool
    /// Whether the key went up, which only terminals that were asked say.
    let isRelease: Bool

    /// From a parameter that is 1 more than the sum of 1, 2 and 4, with the event after a colon.
    fileprivate init(_ group: [Int?]) {
        let bits = max((group.first ?? nil) ?? 1, 1) - 1
        isShift = bits & 1 != 0
        isAlt = bits & 2 != 0
        isControl = bits & 4 != 0
        isRelease = group.count > 1 && group[1] == 3
    }
}

extension Key {
    /// By the letter that ends ESC [ or ESC O.
    fileprivate init?(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "A"): self = .up
        case UInt8(ascii: "B"): self = .down
        case UInt8(ascii: "C"): self = .right
        case UInt8(ascii: "D"): self = .left
        case UInt8(ascii: "F"): self = .end
        case UInt8(ascii: "H"): self = .home
        case UInt8(ascii: "P")...UInt8(ascii: "S"): self = .function(Int(letter) - 0x4F)
        default: return nil
        }
    }

    /// By the number before `~`.
    fileprivate init?(number: Int) {
        switch number {
        case 1, 7: self = .home
        case 2: self = .insert
        case 3: self = .delete
        case 4, 8: self = .end
        case 5: self = .pageUp
        case 6: self = .pageDown
        case 11...15: self = .function(number - 10)
        case 17...21: self = .function(number - 11)
        case 23...24: self = .function(number - 12)
        default: return nil
        }
    }

    /// By the number that kitty gives keys that type nothing.
    fileprivate init?(kitty code: Int) {
        switch code {
        case 27: self = .escape
        case 13, 57414: self = .enter
        case 9: self = .tab
        case 8, 127: self = .backspace
        case 57399...57408: self = .character(Character(String(code - 57399)))
        case 57409: self = .character(".")
        case 57410: self = .character("/")
        case 57411: self = .character("*")
        case 57412: self = .character("-")
        case 57413: self = .character("+")
        case 57417: self = .left
        case 57418: self = .right
        case 57419: self = .up
        case 57420: self = .down
        case 57421: self = .pageUp
        case 57422: self = .pageDown
        case 57423: self = .home
        case 57424: self = .end
        case 57425: self = .insert
        case 57426: self = .delete
        default: return nil
        }
    }

    fileprivate func with(_ modifiers: Modifiers) -> Key {
        let isFar = modifiers.isControl || modifiers.isAlt
        return switch self {
        case .left where isFar: .wordLeft
        case .right where isFar: .wordRight
        case .backspace where isFar: .deleteWord
        case .enter where isFar || modifiers.isShift: .lineBreak
        case .tab where modifiers.isShift: .backTab
        default: self
        }
    }
}
