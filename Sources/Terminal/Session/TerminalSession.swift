internal import Glibc

/// A terminal held as a full screen, from which inputs come and to which grids go.
///
/// Whatever ends the session, the terminal is as it was: ``close()``, the last reference going,
/// `exit`, a signal that kills, or a trap. A process holds one at a time.
///
///     let session = try TerminalSession(theme: theme)
///     while true {
///         session.show(screen.grid(session.columns, session.rows))
///         guard let input = session.next(timeout: .seconds(1)) else { continue }
///         if case .ended(let ending) = input { return ending.exitCode }
///     }
package final class TerminalSession {
    package private(set) var columns = 80
    package private(set) var rows = 24
    /// Whether clicks and the wheel are reported.
    package var hasMouse: Bool {
        didSet { if isShown, hasMouse != oldValue { send(ScreenModes.mouse(hasMouse)) } }
    }
    /// Whether ``Input/focus(_:)`` is reported, by terminals that can.
    package var reportsFocus = false {
        didSet {
            if isShown, reportsFocus != oldValue { send(ScreenModes.focus(reportsFocus)) }
        }
    }
    /// What has to be done before the program stops, while the terminal is still held.
    package var willSuspend: () -> Void = {}
    let input: Int32
    let output: Int32
    let signals: SignalPipe
    private let modes: TerminalModes
    private var renderer: Renderer
    private var reader = KeyReader()
    private var waiting: [Input] = []
    private var ending: Ending?
    private var isShown = false
    /// When the reader stops waiting for the rest of a sequence.
    private var patience: Deadline?

    /// Takes over a terminal, by default that of the standard streams.
    package init(
        input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, theme: Theme,
        isASCII: Bool = false, hasMouse: Bool = true
    ) throws(TerminalFault) {
        guard let modes = TerminalModes(of: input), isatty(output) == 1 else {
            throw TerminalFault(.notATerminal)
        }
        guard
            let signals = SignalPipe([
                SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH,
            ])
        else { throw TerminalFault(.alreadyOpen) }
        self.input = input
        self.output = output
        self.modes = modes
        self.signals = signals
        self.hasMouse = hasMouse
        renderer = Renderer(theme: theme, isASCII: isASCII)
        enter()
    }

    deinit { close() }

    /// Gives the terminal back; nothing is shown and nothing comes any more.
    package func close() {
        if ending == nil { ending = .hangup }
        leave(forgetting: true)
    }

    /// Shows the grid, sending what changed since the last.
    package func show(_ grid: Grid) {
        guard isShown else { return }
        send(renderer.frame(grid))
    }

    /// Sends the next grid whole, for a screen that something else wrote on.
    package func redraw() { renderer.forget() }

    /// Waits for what comes next; nil when the time is up, which is where clocks tick.
    ///
    /// Ctrl-Z is taken care of: it stops the program, and comes back as ``Input/resumed``.
    package func next(timeout: Duration? = nil) -> Input? {
        let deadline = timeout.map { Deadline(after: $0) }
        while true {
            if !waiting.isEmpty {
                let input = waiting.removeFirst()
                guard input == .key(.control("z")) else { return input }
                return suspend()
            }
            if let ending { return .ended(ending) }
            let sooner = [deadline, patience].compactMap(\.self).min {
                $0.milliseconds < $1.milliseconds
            }
            let ready = waitToRead([input, signals.descriptor], until: sooner)
            if ready[1], let input = takeSignals() { waiting.append(input) }
            if ready[0] {
                takeBytes()
            } else if let patience, patience.milliseconds == 0 {
                self.patience = nil
                waiting += reader.expire()
            }
            if waiting.isEmpty, ending == nil, let deadline, deadline.milliseconds == 0 {
                return nil
            }
        }
    }

    private func takeBytes() {
        switch readChunk(from: input) {
        case .bytes(let bytes):
            waiting += reader.read(bytes)
            patience = reader.patience.map { Deadline(after: $0) }
        case .later: break
        case .end:
            waiting += reader.expire()
            ending = ending ?? .hangup
        }
    }

    private func takeSignals() -> Input? {
        var answer: Input?
        for signal in signals.take() {
            switch signal {
            case SIGTSTP: answer = suspend()
            // Somebody stopped the program without asking it, and may have used the terminal.
            case SIGCONT: answer = resume()
            case SIGWINCH: answer = answer ?? resized()
            default: ending = ending ?? Ending(signal: signal)
            }
        }
        // What was typed before the end still counts, but nothing waits for more.
        return ending == nil ? answer : nil
    }

    private func resized() -> Input? {
        let (columns, rows) = windowSize(of: output)
        if columns == self.columns, rows == self.rows { return nil }
        (self.columns, self.rows) = (columns, rows)
        renderer.forget()
        return .resize(columns: columns, rows: rows)
    }

    /// Stops the program as Ctrl-Z does, and answers when it goes on.
    package func suspend() -> Input {
        willSuspend()
        leave()
        signals.withDefault(of: [SIGTSTP]) {
            // The whole group, as the terminal itself would, so that the shell gets its turn even
            // where another program, such as make, runs this one.
            kill(0, SIGTSTP)
            // The process stops in here; one that nobody could bring back is not stopped.
            _ = waitToRead([signals.descriptor], until: Deadline(after: .milliseconds(50)))
        }
        noteEnding(among: [SIGINT, SIGTERM, SIGQUIT, SIGHUP])
        return resume()
    }

    /// Passes over the signals that came while the terminal was left, save those that end it.
    func noteEnding(among deadly: [Int32]) {
        for signal in signals.take() where deadly.contains(signal) {
            ending = ending ?? Ending(signal: signal)
        }
    }

    /// Takes the terminal over again.
    private func resume() -> Input {
        isShown = false
        enter()
        return .resumed
    }

    /// Gives the terminal back while the body uses it, then takes it over again.
    package func outside<Answer: ~Copyable, Failure: Error>(
        _ body: () throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        leave()
        defer { if ending == nil { enter() } }
        return try body()
    }

    private func enter() {
        guard !isShown else { return }
        (columns, rows) = windowSize(of: output)
        renderer.forget()
        CrashGuard.arm(input: input, output: output, modes: modes.before)
        modes.setRaw(on: input)
        isShown = true
        send(
            ScreenModes.enter + (hasMouse ? ScreenModes.mouse(true) : [])
                + (reportsFocus ? ScreenModes.focus(true) : []))
    }

    private func leave(forgetting: Bool = false) {
        guard isShown else { return }
        isShown = false
        _ = withoutStopping { writeAll(ScreenModes.leave, to: output) }
        modes.restore(on: input, forgetting: forgetting)
        CrashGuard.disarm()
    }

    private func send(_ bytes: [UInt8]) {
        if !bytes.isEmpty, writeAll(bytes, to: output) != 0 { ending = ending ?? .hangup }
    }
}
