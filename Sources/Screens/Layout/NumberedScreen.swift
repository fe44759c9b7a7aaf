internal import Terminal

/// A screen of places with numbers, one of which is seen at a time: what keys do on each in the same
/// way.
protocol NumberedScreen: ScrollingScreen {
    associatedtype Request: ScreenRequest

    var notice: String? { get set }
    var hasMouse: Bool { get set }
    var isTyping: Bool { get }
    /// The digits of the place to go to, while they are typed.
    var destination: String? { get set }
    var placeCount: Int { get }
    /// What the numbers belong to, at the beginning of a sentence.
    var placeName: String { get }
    /// What could not be kept, and how sure that is; nil where nothing failed.
    var failure: String? { get }
    /// Whether the person was told that leaving now loses what could not be kept.
    var mayLeaveUnsaved: Bool { get set }

    /// What has to be kept before anything else is done.
    func flushed() -> [Request]
    mutating func go(to place: Int) -> [Request]
}

/// What every full screen asks of the world outside.
protocol ScreenRequest {
    static func showMouse(_ isOn: Bool) -> Self
    static func leave(isInterrupt: Bool) -> Self
}

extension NumberedScreen {
    mutating func leave(isInterrupt: Bool) -> [Request] {
        guard let failure else { return flushed() + [.leave(isInterrupt: isInterrupt)] }
        // Whoever presses it again was told.
        if mayLeaveUnsaved { return [.leave(isInterrupt: isInterrupt)] }
        mayLeaveUnsaved = true
        notice =
            "\(failure): \(isTyping ? "Esc, then r" : "r") to retry, "
            + "\(isInterrupt ? "Ctrl-C" : "q") again to leave without it"
        return []
    }

    mutating func choosingDestination(_ key: Key) -> [Request] {
        guard let digits = destination else { return [] }
        switch key {
        case .character(let digit) where digit.isASCII && digit.isNumber:
            if digits.utf8.count < 4 { destination = digits + String(digit) }
        case .backspace: destination = String(digits.dropLast())
        case .enter:
            destination = nil
            guard let number = Int(digits), (1...placeCount).contains(number) else {
                notice = "\(placeName) are numbered from 1 to \(placeCount)"
                return []
            }
            return go(to: number - 1)
        default: destination = nil
        }
        return []
    }

    mutating func toggleMouse() -> [Request] {
        hasMouse.toggle()
        notice = hasMouse ? "Mouse on" : "Mouse off: text can be selected"
        return [.showMouse(hasMouse)]
    }
}
