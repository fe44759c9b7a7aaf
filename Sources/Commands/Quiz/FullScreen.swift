import Assessment
import Results
import Screens
import Sittings
import Terminal

/// Takes a learner through a sitting on a full screen; the terminal is given back with the last
/// reference, whatever happens.
final class FullScreen {
    let session: TerminalSession
    let glyphs: Glyphs
    private let environment: Environment
    /// The sitting on screen, if one is.
    private(set) var live: LiveSitting?

    /// Nil where lines are wanted: see ``Face``.
    init?(_ call: Invocation, _ environment: Environment, _ source: AnswerSource) {
        let isFullScreen =
            Face(
                isPlain: call.flag("plain"), inputIsTerminal: environment.inputIsTerminal,
                outputIsTerminal: environment.console.output.isTerminal,
                variable: environment.variable) == .fullScreen
        guard source.isPerson, environment.mayTakeScreen, environment.mayAsk, isFullScreen else {
            return nil
        }
        glyphs = Glyphs(choosingASCII: call.flag("ascii"), variable: environment.variable)
        self.environment = environment
        let theme = Theme(
            depth: ColorDepth(choice: call.value("color"), variable: environment.variable))
        environment.console.output.flush()
        guard
            let session = try? TerminalSession(
                theme: theme, isASCII: glyphs.isASCII, hasMouse: !call.flag("no-mouse"))
        else { return nil }
        self.session = session
    }

    func close() { session.close() }

    // MARK: Pages

    /// How a page was left.
    enum Reading: Hashable {
        case accepted
        case left(LineFace.Leaving)
    }

    /// Shows a page until it is left.
    func read(_ page: Page, title: String, enter: String) -> Reading {
        var screen = PageScreen(
            page, title: title, enter: enter, columns: session.columns, rows: session.rows,
            glyphs: glyphs)
        while true {
            session.show(screen.grid)
            guard let input = session.next() else { continue }
            if case .ended(let ending) = input { return .left(Self.leaving(ending)) }
            if input == .resumed { screen.resize(columns: session.columns, rows: session.rows) }
            switch screen.receive(input) {
            case .accept: return .accepted
            case .redraw: session.redraw()
            case .leave(let isInterrupt): return .left(isInterrupt ? .signal(2) : .quit)
            case nil: break
            }
        }
    }

    private static func leaving(_ ending: Ending) -> LineFace.Leaving {
        .signal(ending.exitCode - 128)
    }

    // MARK: The sitting

    /// Shows the sitting until it is over or left; what it shows as saved, is.
    func run(_ sitting: LiveSitting) throws -> LineFace.Leaving {
        live = sitting
        session.willSuspend = { [unowned self] in
            // What fails here is tried again by whatever comes next.
            _ = try? live?.receive(.leftScreen)
            _ = try? live?.receive(.pause)
        }
        session.reportsFocus = sitting.quiz.policy.isProctored
        defer {
            session.willSuspend = {}
            session.reportsFocus = false
        }
        var screen = QuizScreen(
            sitting.quiz, sitting.items, sitting.attempt, columns: session.columns,
            rows: session.rows, glyphs: glyphs, hasMouse: session.hasMouse)
        var watched = sitting.now
        var ticked = sitting.now
        while let sitting = live {
            if sitting.isOver { return .over }
            let now = sitting.now
            screen.watch(
                sitting.attempt.timeLeft(at: now),
                sitting.attempt.clock.warning(after: watched, until: now))
            watched = now
            if now.time.since(ticked.time) >= .seconds(1) || now.time < ticked.time {
                ticked = now
                _ = try carryOut(screen.tick(), on: &screen)
                try look(on: &screen)
                continue
            }
            session.show(screen.grid)
            guard let input = session.next(timeout: patience(screen, now)) else { continue }
            if input == .resumed {
                screen.resize(columns: session.columns, rows: session.rows)
                let isAway = live?.attempt.state == .away
                // Not away, it was stopped without being asked.
                let events: [Attempt.Event] =
                    isAway ? [.resume] : [.leftScreen, .cameBack, .look]
                _ = try carryOut(events.map { .send($0) }, on: &screen)
            }
            if let leaving = try carryOut(screen.receive(input), on: &screen) { return leaving }
            if case .ended(let ending) = input { return Self.leaving(ending) }
        }
        return .over
    }

    /// Hands in what stands once time and grace are over, and gives a sign of life where the clock
    /// wants one.
    private func look(on screen: inout QuizScreen) throws {
        if !screen.hasFailed { _ = try carryOut([.send(.look)], on: &screen) }
    }

    /// How long nothing has to happen: a second where the clock is seen to go, or typing waits to be
    /// kept, and else until the next warning or the end.
    private func patience(_ screen: QuizScreen, _ now: Moment) -> Duration? {
        guard let sitting = live else { return nil }
        if screen.isDirty, !screen.hasFailed { return .seconds(1) }
        let life = sitting.quiz.policy.clock == .active ? Attempt.signOfLife : nil
        switch sitting.attempt.timeLeft(at: now) {
        case .unlimited: return nil
        case .grace, .out: return .seconds(1)
        case .left(let left):
            if screen.showsClock { return .seconds(1) }
            let next = TimeWarning.allCases.map(\.left).first { $0 < left } ?? .zero
            let wait = left - next + .milliseconds(50)
            return min(wait, life ?? wait)
        }
    }

    /// Does what the screen asks for, and stops at the first that cannot be done.
    private func carryOut(
        _ requests: [QuizScreen.Request], on screen: inout QuizScreen
    ) throws -> LineFace.Leaving? {
        for request in requests {
            switch request {
            case .send(let event):
                guard try keep(event, on: &screen) else { return nil }
                if live?.isOver == true { return .over }
            case .retry: return try retry(on: &screen)
            case .edit(let text): try edit(text, on: &screen)
            case .showMouse(let isOn): session.hasMouse = isOn
            case .redraw: session.redraw()
            case .leave(let isInterrupt): return isInterrupt ? .signal(2) : .quit
            }
        }
        return nil
    }

    private func keep(_ event: Attempt.Event, on screen: inout QuizScreen) throws -> Bool {
        guard var sitting = live else { return false }
        do throws(SittingFault) {
            let action = try sitting.receive(event)
            live = sitting
            screen.update(sitting.attempt, action)
            return true
        } catch {
            live = sitting
            try say(error, on: &screen)
            return false
        }
    }

    private func retry(on screen: inout QuizScreen) throws -> LineFace.Leaving? {
        guard var sitting = live else { return nil }
        do throws(SittingFault) {
            let action = try sitting.retry()
            live = sitting
            screen.update(sitting.attempt, action ?? .nothing)
        } catch {
            live = sitting
            try say(error, on: &screen)
            return nil
        }
        return try carryOut(screen.retried(), on: &screen)
    }

    /// A full disk is said on the screen; a sitting that is somebody else's now is over here.
    private func say(_ fault: SittingFault, on screen: inout QuizScreen) throws {
        guard let cause = fault.store, cause.kind != .leased else { throw fault }
        screen.fail(cause.kind == .full ? "no space" : cause.message, Unsaved(cause.outcome))
    }

    // MARK: The editor

    private func edit(_ text: String, on screen: inout QuizScreen) throws {
        _ = try? live?.receive(.leftScreen)
        let editor = Editor(variable: environment.variable)
        let result = EditedText.edit(text, environment) {
            session.edit(file: $0, with: editor).isSuccess
        }
        _ = try? live?.receive(.cameBack)
        screen.resize(columns: session.columns, rows: session.rows)
        switch result {
        case .text(let text): _ = try carryOut(screen.takeEdited(text), on: &screen)
        case .failed(let reason): screen.say(reason)
        }
    }
}
