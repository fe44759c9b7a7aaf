/// What a run tells the shell: one number a script can rely on.
package enum ExitCode: Sendable, Hashable {
    /// The work was done and the answer, where there is one, is yes.
    case done
    /// The work was done and the answer is no: not passed, or findings.
    case no
    case usage
    case badData
    case noInput
    case terminalUnusable
    case internalFault
    case cannotWrite
    case inputOutput
    case locked
    case permission
    case timeOut
    /// Stopped by the signal of that number.
    case signal(Int32)

    /// Every code but the signals, in the order of their numbers.
    package static let named: [ExitCode] = [
        .done, .no, .usage, .badData, .noInput, .terminalUnusable, .internalFault, .cannotWrite,
        .inputOutput, .locked, .permission, .timeOut,
    ]

    /// The number handed to the operating system.
    package var status: Int32 {
        switch self {
        case .done: 0
        case .no: 1
        case .usage: 2
        case .badData: 65
        case .noInput: 66
        case .terminalUnusable: 69
        case .internalFault: 70
        case .cannotWrite: 73
        case .inputOutput: 74
        case .locked: 75
        case .permission: 77
        case .timeOut: 124
        case .signal(let number): 128 + number
        }
    }

    /// One sentence for the manual.
    package var meaning: String {
        switch self {
        case .done: "Done. Where the command answers a question, the answer is yes."
        case .no: "Done, and the answer is a clear no: not passed, or errors found in the content."
        case .usage: "The command line was not understood. Nothing was done."
        case .badData: "A file or an answer could not be read as what it should be."
        case .noInput: "A file, a folder or a record that was named does not exist."
        case .terminalUnusable: "The terminal cannot do what the command needs."
        case .internalFault: "A fault in the program itself. Please report it."
        case .cannotWrite: "An output file could not be created."
        case .inputOutput: "Reading or writing failed underway, as with a full disk."
        case .locked: "Something else is using it now. Try again later."
        case .permission: "The system does not allow it, or a proctor's code is missing or wrong."
        case .timeOut: "The time limit was reached."
        case .signal: "Stopped by a signal."
        }
    }
}
