internal import Glibc

/// Why a terminal cannot be used.
package struct TerminalFault: Error, Sendable, Hashable, CustomStringConvertible {
    package let kind: Kind
    /// The system's error number, or 0.
    package let code: Int32

    package enum Kind: Sendable, Hashable, CaseIterable {
        case notATerminal
        /// This process already holds one.
        case alreadyOpen
        case system
    }

    init(_ kind: Kind, code: Int32 = 0) {
        self.kind = kind
        self.code = code
    }

    static func system() -> TerminalFault { TerminalFault(.system, code: errno) }

    /// One clause without a full stop.
    package var description: String {
        switch kind {
        case .notATerminal: "this is not a terminal"
        case .alreadyOpen: "the terminal is in use by this program already"
        case .system: "the terminal cannot be used: \(String(cString: strerror(code)))"
        }
    }

    /// What to do about it, in lower case and without a full stop.
    package var advice: String {
        switch kind {
        case .notATerminal, .system: "use --plain, which asks line by line"
        case .alreadyOpen: "leave one screen before opening another"
        }
    }
}
