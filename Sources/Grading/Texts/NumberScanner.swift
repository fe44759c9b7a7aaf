/// A sign that numbers are written with, whichever of its shapes was typed.
enum NumberSymbol: Hashable {
    case digit(Int)
    case plus, minus, point, comma, blank, apostrophe, lowLine, slash, percent

    init?(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "0"..."9": self = .digit(Int(scalar.value) - 0x30)
        case "+", "\u{FF0B}": self = .plus
        // The minus sign, the en dash and the full-width and small hyphens are typed for it, too.
        case "-", "\u{2212}", "\u{2013}", "\u{FE63}", "\u{FF0D}": self = .minus
        case ".", "\u{FF0E}", "\u{66B}": self = .point
        case ",", "\u{FF0C}": self = .comma
        case "'", "\u{2019}", "\u{66C}": self = .apostrophe
        case "_": self = .lowLine
        case "/", "\u{2044}", "\u{2215}": self = .slash
        case "%", "\u{FF05}", "\u{66A}": self = .percent
        default:
            let properties = scalar.properties
            if properties.isWhitespace {
                self = .blank
            } else if properties.numericType == .decimal, let value = properties.numericValue {
                self = .digit(Int(value))
            } else {
                return nil
            }
        }
    }

    var isDigit: Bool { digit != nil }

    var digit: Int? {
        if case .digit(let value) = self { value } else { nil }
    }

    /// Sets groups apart, and only where a digit stands on both its sides.
    fileprivate var standsBetweenDigits: Bool {
        self == .blank || self == .apostrophe || self == .lowLine
    }
}

/// Takes a typed text apart from its front: a sign, digits, what makes them a fraction or a share.
struct NumberScanner {
    private let scalars: [Unicode.Scalar]
    private let symbols: [NumberSymbol?]
    private var index = 0

    init(_ text: String) {
        scalars = text.unicodeScalars.filter { !$0.isInvisible }
        symbols = scalars.map { NumberSymbol($0) }
        skipBlanks()
    }

    private func symbol(at place: Int) -> NumberSymbol? {
        place < symbols.count ? symbols[place] : nil
    }

    private func isDigit(at place: Int) -> Bool { symbol(at: place)?.isDigit == true }

    private func pastBlanks(_ place: Int) -> Int {
        symbols[place...].firstIndex { $0 != .blank } ?? symbols.count
    }

    private mutating func skipBlanks() { index = pastBlanks(index) }

    /// Whether the sign was a minus.
    mutating func takeSign() -> Bool {
        let sign = symbol(at: index)
        guard sign == .minus || sign == .plus else { return false }
        index += 1
        skipBlanks()
        return sign == .minus
    }

    /// Digits and everything that may stand among them.
    mutating func takeDigits() -> [NumberSymbol] {
        let start = index
        while let next = symbol(at: index) {
            let isTaken =
                next.isDigit || next == .point || next == .comma
                || (next.standsBetweenDigits && index > start && isDigit(at: index - 1)
                    && isDigit(at: index + 1))
            guard isTaken else { break }
            index += 1
        }
        return symbols[start..<index].compactMap(\.self)
    }

    /// The digits below a stroke, where there is one before a digit.
    mutating func takeDenominator() -> [NumberSymbol]? {
        let stroke = pastBlanks(index)
        guard symbol(at: stroke) == .slash, isDigit(at: pastBlanks(stroke + 1)) else { return nil }
        index = pastBlanks(stroke + 1)
        return takeDigits()
    }

    /// The power of ten after an `e` that digits follow; more digits than can matter are a large one.
    mutating func takeExponent() -> Int? {
        guard index < scalars.count, scalars[index] == "e" || scalars[index] == "E" else {
            return nil
        }
        let sign = symbol(at: index + 1)
        let first = sign == .minus || sign == .plus ? index + 2 : index + 1
        guard isDigit(at: first) else { return nil }
        index = first
        var exponent = 0
        while let digit = symbol(at: index)?.digit {
            exponent = min(exponent * 10 + digit, 1_000)
            index += 1
        }
        return sign == .minus ? -exponent : exponent
    }

    mutating func takePercent() -> Bool {
        let place = pastBlanks(index)
        guard symbol(at: place) == .percent else { return false }
        index = place + 1
        return true
    }

    /// What is left, blanks at its ends removed.
    func rest() -> String {
        var left = scalars[pastBlanks(index)...]
        while let last = left.last, last.properties.isWhitespace { left.removeLast() }
        return String(String.UnicodeScalarView(left))
    }
}
