package import Assessment
import Results

/// Everything a command may touch of the world around it; tests put their own in its place.
package struct Environment {
    /// The words after the program's own name.
    package var arguments: [String]
    /// What to type for the program: its name, or the path by which it was called.
    package var program = "assay"
    package var console: Console
    package var inputIsTerminal: Bool
    /// Whether a command may take over the terminal of the standard streams as a full screen.
    package var mayTakeScreen: Bool
    /// Whether a question may be put to the person: a terminal, and no `--no-input`.
    package var mayAsk: Bool
    /// The name by which the system knows whoever runs the command.
    package var user: String
    private let clock: () -> Timestamp
    private let draw: () -> UInt64
    private let readLine: () -> String?
    private let wait: ((Duration?) -> InputLine)?
    private let hide: (() -> InputLine) -> InputLine
    private let rest: (Duration) -> Void
    private let suspend: () -> Void
    private let runEditor: (String) -> Bool
    /// The machine and the process, as far as sittings have to know them.
    package var machine: Machine
    /// Where the program's own content was installed, if it was.
    package var shareFolder: String?
    /// Where the program lies that makes files which take large libraries.
    package var renderProgram: String?
    /// How long a command that saves waits for others to be done.
    package var turnLimit = Duration.seconds(60)
    private let lookUp: (String) -> String?
    private let list: (String) -> [String]

    package init(
        arguments: [String], console: Console, inputIsTerminal: Bool = false,
        mayTakeScreen: Bool = false,
        variables: @escaping (String) -> String? = { _ in nil },
        names: @escaping (String) -> [String] = { _ in [] }, user: String = "somebody",
        clock: @escaping () -> Timestamp = { Timestamp(microseconds: 0) },
        chance: @escaping () -> UInt64 = { .random(in: 0 ... .max) },
        readLine: @escaping () -> String? = { nil }, wait: ((Duration?) -> InputLine)? = nil,
        hide: @escaping (() -> InputLine) -> InputLine = { $0() },
        rest: @escaping (Duration) -> Void = { _ in }, suspend: @escaping () -> Void = {},
        edit: @escaping (String) -> Bool = { _ in false },
        machine: Machine = .imaginary, shareFolder: String? = nil,
        renderProgram: String? = nil
    ) {
        self.arguments = arguments
        self.console = console
        self.inputIsTerminal = inputIsTerminal
        self.mayTakeScreen = mayTakeScreen
        mayAsk = inputIsTerminal
        lookUp = variables
        list = names
        self.user = user
        self.clock = clock
        draw = chance
        self.readLine = readLine
        self.wait = wait
        self.hide = hide
        self.rest = rest
        self.suspend = suspend
        runEditor = edit
        self.machine = machine
        self.shareFolder = shareFolder
        self.renderProgram = renderProgram
    }

    /// The value of an environment variable, perhaps empty.
    package func variable(_ name: String) -> String? { lookUp(name) }

    /// What a folder holds, in no order; nothing where it cannot be read.
    package func names(_ folder: String) -> [String] { list(folder) }

    /// What the clock says.
    package var now: Timestamp { clock() }

    /// An id that nothing else has, made from the clock and chance.
    package func newID<Named>(_ type: Named.Type = Named.self) -> UniqueID<Named> {
        var chance = Chance(draw: draw)
        return UniqueID(at: now, using: &chance)
    }

    /// Puts a question to the person and waits for a line; nil where nobody may be asked, or where
    /// the input ended instead.
    package func ask(_ question: String) -> String? {
        guard mayAsk else { return nil }
        console.prompt(question)
        return readLine()
    }

    /// Waits for a line of input, whoever it comes from; nil for as long as it takes.
    package func nextLine(within limit: Duration? = nil) -> InputLine {
        if let wait { return wait(limit) }
        return readLine().map { .line($0) } ?? .end
    }

    /// Waits for a line that the terminal does not show while it is typed.
    package func hidden(_ wait: () -> InputLine) -> InputLine { hide(wait) }

    /// Does nothing for so long.
    package func pause(_ length: Duration) { rest(length) }

    /// Does what ``InputLine/stop`` asks for, and answers when the program goes on.
    package func stop() { suspend() }
    /// Lets the person work on a file in an editor of their own; false where that failed.
    package func edit(file: String) -> Bool { runEditor(file) }

    /// Both clocks of the machine.
    package var moment: Moment {
        Moment(time: now, uptime: machine.uptime(), boot: machine.holder.boot)
    }

    /// A number by chance.
    package func newNumber() -> UInt64 { draw() }

    private struct Chance: RandomNumberGenerator {
        let draw: () -> UInt64

        func next() -> UInt64 { draw() }
    }
}
