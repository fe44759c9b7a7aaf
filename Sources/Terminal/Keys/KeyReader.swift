import Assessment

/// Reads what a terminal sends: bytes in, inputs out, however the bytes are cut into pieces.
///
/// Holds no clock. Where ``patience`` is set, the bytes so far may be a key by themselves, such as
/// Esc, or the beginning of more; if nothing comes for so long, ``expire()`` settles it.
/// The forms are those of ECMA-48, xterm's ctlseqs, and kitty's keyboard protocol.
package struct KeyReader: Sendable {
    private var state = State.ground
    private var inputs: [Input] = []

    private enum State: Sendable {
        case ground
        /// Some bytes of a scalar, and how many are still to come.
        case scalar([UInt8], missing: Int)
        case escape
        /// ESC O.
        case single
        /// ESC [ and what followed.
        case sequence([UInt8])
        /// A control sequence too long to mean anything.
        case overlong
        /// The three bytes of a click in the oldest form.
        case click(missing: Int)
        /// A title, a color or another answer nobody asked for, up to BEL or ESC \.
        case string(isEnding: Bool)
        case paste([UInt8])
    }

    /// More than any sequence with a meaning has.
    private static let longestSequence = 128
    /// Bytes of a paste that are kept.
    package static let pasteLimit = 1 << 22
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    package init() {}

    /// How long to wait before ``expire()``, or nil where nothing is left open.
    package var patience: Duration? {
        switch state {
        case .ground: nil
        // The rest of a paste would be taken for keys, so a slow line gets its time.
        case .paste: .seconds(5)
        case .escape, .single, .sequence, .scalar, .overlong, .click, .string: .milliseconds(50)
        }
    }

    /// Takes in bytes and gives what they complete.
    package mutating func read(_ bytes: some Sequence<UInt8>) -> [Input] {
        for byte in bytes { take(byte) }
        defer { inputs = [] }
        return inputs
    }

    /// Settles what was left open, since nothing more is coming.
    package mutating func expire() -> [Input] {
        switch state {
        case .ground, .string: break
        case .escape: press(.escape)
        case .single: press(.alt("O"))
        case .sequence([]): press(.alt("["))
        case .sequence, .scalar, .overlong, .click: inputs.append(.unknown)
        case .paste(let bytes): inputs.append(.paste(Self.pasted(bytes)))
        }
        state = .ground
        defer { inputs = [] }
        return inputs
    }

    private mutating func press(_ key: Key) { inputs.append(.key(key)) }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeOnGround(byte)
        case .scalar(let bytes, let missing): take(byte, after: bytes, missing)
        case .escape: takeAfterEscape(byte)
        case .single:
            state = .ground
            switch SequenceMeaning(single: byte) {
            case .input(let input): inputs.append(input)
            case .paste, .nothing: giveUp(at: byte)
            }
        case .sequence(let bytes): take(byte, inSequence: bytes)
        case .overlong:
            if byte >= 0x40 || byte < 0x20 {
                state = .ground
                byte < 0x20 ? giveUp(at: byte) : inputs.append(.unknown)
            }
        case .click(let missing):
            state = missing > 1 ? .click(missing: missing - 1) : .ground
            if missing == 1 { inputs.append(.unknown) }
        case .string(let isEnding): take(byte, inString: isEnding)
        case .paste(var bytes):
            state = .ground
            bytes.append(byte)
            if byte == UInt8(ascii: "~"), bytes.hasSuffix(Self.pasteEnd) {
                inputs.append(.paste(Self.pasted(bytes.dropLast(Self.pasteEnd.count))))
            } else {
                if bytes.count >= Self.pasteLimit + 2 * Self.pasteEnd.count {
                    bytes.removeSubrange(Self.pasteLimit..<bytes.count - Self.pasteEnd.count)
                }
                state = .paste(bytes)
            }
        }
    }

    private mutating func takeOnGround(_ byte: UInt8) {
        switch byte {
        case 0x1B: state = .escape
        case 0x0D, 0x0A: press(.enter)
        case 0x09: press(.tab)
        case 0x08, 0x7F: press(.backspace)
        case 0x00: press(.control(" "))
        case 0x01..<0x20: press(.control(Self.character(byte < 0x1B ? byte + 0x60 : byte + 0x40)))
        case 0x20..<0x7F: press(.character(Self.character(byte)))
        case 0xC2...0xDF: state = .scalar([byte], missing: 1)
        case 0xE0...0xEF: state = .scalar([byte], missing: 2)
        case 0xF0...0xF4: state = .scalar([byte], missing: 3)
        default: inputs.append(.unknown)
        }
    }

    private mutating func take(_ byte: UInt8, after bytes: [UInt8], _ missing: Int) {
        guard 0x80 <= byte, byte < 0xC0 else { return giveUp(at: byte) }
        let bytes = bytes + [byte]
        if missing > 1 {
            state = .scalar(bytes, missing: missing - 1)
            return
        }
        state = .ground
        if let text = String(validating: bytes, as: UTF8.self), let character = text.first,
            text.unicodeScalars.allSatisfy(\.isSafeInTerminal)
        {
            press(.character(character))
        } else {
            inputs.append(.unknown)
        }
    }

    private mutating func takeAfterEscape(_ byte: UInt8) {
        state = .ground
        switch byte {
        case 0x1B:
            press(.escape)
            state = .escape
        case UInt8(ascii: "["): state = .sequence([])
        case UInt8(ascii: "O"): state = .single
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
            UInt8(ascii: "_"):
            state = .string(isEnding: false)
        case 0x0D, 0x0A: press(.lineBreak)
        case 0x08, 0x7F: press(.deleteWord)
        case 0x20..<0x7F: press(.alt(Self.character(byte)))
        default:
            press(.escape)
            take(byte)
        }
    }

    private mutating func take(_ byte: UInt8, inSequence bytes: [UInt8]) {
        switch byte {
        // The Linux console sends ESC [ [ A for F1.
        case UInt8(ascii: "[") where bytes.isEmpty: state = .sequence([byte])
        case UInt8(ascii: "M") where bytes.isEmpty: state = .click(missing: 3)
        case 0x20..<0x40:
            let isLong = bytes.count >= Self.longestSequence
            state = isLong ? .overlong : .sequence(bytes + [byte])
        case 0x40..<0x7F:
            state = .ground
            switch SequenceMeaning(parameters: bytes, final: byte) {
            case .input(let input): inputs.append(input)
            case .paste: state = .paste([])
            case .nothing: break
            }
        default: giveUp(at: byte)
        }
    }

    private mutating func take(_ byte: UInt8, inString isEnding: Bool) {
        switch byte {
        case 0x07, 0x18, 0x1A: state = .ground
        case UInt8(ascii: "\\") where isEnding: state = .ground
        case 0x1B: state = .string(isEnding: true)
        case _ where isEnding:
            state = .escape
            take(byte)
        // Ctrl-C gets through even where a string never ends.
        case 0x03: giveUp(at: byte)
        default: state = .string(isEnding: false)
        }
    }

    /// Drops what was begun and takes the byte for the beginning of something else.
    private mutating func giveUp(at byte: UInt8) {
        inputs.append(.unknown)
        state = .ground
        take(byte)
    }

    private static func character(_ byte: UInt8) -> Character {
        Character(Unicode.Scalar(byte))
    }

    private static func pasted(_ bytes: some Collection<UInt8>) -> String {
        var lines: [UInt8] = []
        var previous: UInt8 = 0
        for byte in bytes.prefix(pasteLimit) {
            // Terminals send CR for every line end of a paste, some of them CR LF.
            if byte == 0x0D { lines.append(0x0A) }
            if byte != 0x0D, byte != 0x0A || previous != 0x0D { lines.append(byte) }
            previous = byte
        }
        return String(decoding: lines, as: UTF8.self)
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
        self.suffix(suffix.count) == suffix[...]
    }
}
