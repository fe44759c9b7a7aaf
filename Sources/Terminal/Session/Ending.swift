internal import Glibc

/// Why a conversation with a terminal is over.
package enum Ending: Sendable, Hashable, CaseIterable {
    /// SIGINT from outside; Ctrl-C typed on a full screen is a key.
    case interrupted
    /// SIGTERM.
    case terminated
    /// SIGQUIT.
    case quit
    /// The terminal is gone: SIGHUP, the end of its input, or an error while reading or writing.
    case hangup

    init?(signal: Int32) {
        switch signal {
        case SIGINT: self = .interrupted
        case SIGTERM: self = .terminated
        case SIGQUIT: self = .quit
        case SIGHUP: self = .hangup
        default: return nil
        }
    }

    /// What a shell would report: 128 and the signal's number.
    package var exitCode: Int32 {
        switch self {
        case .hangup: 128 + SIGHUP
        case .interrupted: 128 + SIGINT
        case .quit: 128 + SIGQUIT
        case .terminated: 128 + SIGTERM
        }
    }
}
