import Assessment
import Results
import Sittings
import Terminal

/// The same commands with a full screen; what has to outlast it is printed once it is gone.
extension SittingDesk {
    func begin(
        _ found: FoundQuiz, on screen: FullScreen, showing rules: Page
    ) throws -> ExitCode {
        defer { screen.close() }
        switch screen.read(rules, title: "Before you start", enter: "start") {
        case .accepted: return try run(begun(found), on: screen)
        case .left(let leaving):
            screen.close()
            environment.console.writeLine("Nothing was begun.")
            if case .signal(let number) = leaving { return .signal(number) }
            return .done
        }
    }

    func run(_ sitting: LiveSitting, on screen: FullScreen) throws -> ExitCode {
        defer { screen.close() }
        let leaving = try screen.run(sitting)
        var live = screen.live ?? sitting
        if live.isOver {
            try? live.leave()
        } else {
            do { try live.leave() } catch {
                // The message belongs on the terminal that is left.
                screen.close()
                throw error
            }
        }
        guard live.isOver else {
            screen.close()
            return try saved(live, leaving)
        }
        guard let kept = try sittings.first(where: { $0.record.id == live.record.id }) else {
            return .internalFault
        }
        let review = try review(kept)
        let page = page(of: review, kept)
        _ = screen.read(page.page, title: kept.quiz.title, enter: "close")
        screen.close()
        environment.console.writeLine(
            (page.headline + " 'assay quiz review' shows it again.").terminalSafe())
        return review.verdict == .notPassed ? .no : .done
    }
}
