import Assessment
import Grading
import Results
import Reviews
import Screens
import Terminal

/// Takes a reviewer through sheets on a full screen; what it shows as saved, is.
final class ScoringScreen {
    /// As they stand.
    private(set) var sheets: [LiveReview]
    private let full: FullScreen
    private let desk: ReviewDesk
    private var screen: ReviewScreen

    /// One sheet, or one criterion of all of them.
    init(
        _ full: FullScreen, _ desk: ReviewDesk, _ sheets: [LiveReview],
        only criterion: Criterion.ID? = nil
    ) throws {
        self.full = full
        self.desk = desk
        self.sheets = sheets
        let session = full.session
        do {
            screen = ReviewScreen(
                try sheets.map { try desk.work($0) }, only: criterion, columns: session.columns,
                rows: session.rows, glyphs: full.glyphs, hasMouse: session.hasMouse)
        } catch {
            full.close()
            throw error
        }
    }

    /// Shows the sheets until one is submitted, or they are left, and gives the terminal back.
    func run() throws -> ReviewFace.Leaving {
        let session = full.session
        session.willSuspend = { [unowned self] in
            // What fails here is tried again by whatever comes next.
            _ = try? carryOut(screen.tick())
        }
        defer {
            session.willSuspend = {}
            full.close()
        }
        var ticked = desk.environment.now
        while true {
            let now = desk.environment.now
            if screen.isDirty, now.since(ticked) >= .seconds(1) || now < ticked {
                ticked = now
                _ = try carryOut(screen.tick())
            }
            session.show(screen.grid)
            let mustKeep = screen.isDirty && !screen.hasFailed
            guard let input = session.next(timeout: mustKeep ? .seconds(1) : nil) else { continue }
            if input == .resumed { screen.resize(columns: session.columns, rows: session.rows) }
            if let leaving = try carryOut(screen.receive(input)) { return leaving }
            if case .ended(let ending) = input { return .signal(ending.exitCode - 128) }
        }
    }

    /// Fails where somebody left although a change could not be kept.
    func checkSaved() throws(CommandFault) {
        guard screen.hasFailed else { return }
        throw CommandFault(
            .cannotWrite, "the last change may not be saved", advice: "what came before it is")
    }

    /// Does what the screen asks for, and stops at the first that cannot be done.
    private func carryOut(_ requests: [ReviewScreen.Request]) throws -> ReviewFace.Leaving? {
        for request in requests {
            switch request {
            case .send(let event, let index):
                guard try keep(event, at: index, for: request) else { return nil }
                if sheets[index].review.state == .submitted { return .submitted }
            case .edit(let text): try edit(text)
            case .open(let link): if let leaving = open(link) { return leaving }
            case .showMouse(let isOn): full.session.hasMouse = isOn
            case .redraw: full.session.redraw()
            case .leave(let isInterrupt): return isInterrupt ? .signal(2) : .quit
            }
        }
        return nil
    }

    /// Makes an event durable; a sheet is begun with the first one.
    private func keep(
        _ event: Review.Event, at index: Int, for request: ReviewScreen.Request
    ) throws -> Bool {
        do throws(ReviewFault) {
            if sheets[index].review.state == .notBegun {
                try sheets[index].receive(.begin)
                try desk.look(&sheets[index])
            }
            let action = try sheets[index].receive(event)
            screen.update(index, sheets[index].review, try sheets[index].scores(), action)
            return true
        } catch {
            guard let cause = error.store, cause.kind != .refused else { throw error }
            screen.fail(
                cause.kind == .full ? "no space" : cause.message, Unsaved(cause.outcome),
                keeping: request)
            return false
        }
    }

    // MARK: Programs and pages beside it

    private func edit(_ text: String) throws {
        let editor = Editor(variable: desk.environment.variable)
        let result = EditedText.edit(text, desk.environment) {
            full.session.edit(file: $0, with: editor).isSuccess
        }
        screen.resize(columns: full.session.columns, rows: full.session.rows)
        switch result {
        case .text(let text): _ = try carryOut(screen.takeEdited(text))
        case .failed(let reason): screen.say(reason)
        }
    }

    /// Shows the words of a file; whatever else it is, a program of its own shows better.
    private func open(_ link: String) -> ReviewFace.Leaving? {
        guard let text = EvidenceFiles.text(of: link) else {
            screen.say("This is no text that can be shown here: open it in a program of its own")
            return nil
        }
        var page = Page()
        page.paragraph(text)
        let reading = full.read(page, title: link, enter: "close")
        screen.resize(columns: full.session.columns, rows: full.session.rows)
        if case .left(.signal(let number)) = reading { return .signal(number) }
        return nil
    }
}

extension ReviewDesk {
    /// A sheet as the screen shows it; the learner's name is told where the rubric lets it be seen.
    fileprivate func work(_ live: LiveReview) throws -> ReviewedWork {
        let record = live.submission
        let sight = try submission(record.submission).sight(of: live.kept.reviewer)
        let exhibits = record.exhibits ?? []
        return ReviewedWork(
            name: sight.showsLearnersName
                ? "\(record.submission), \(name(of: record.learner))" : record.submission,
            exhibits: exhibits, found: exhibits.map(EvidenceFiles.now),
            isAdjudication: live.kept.assignment.role == Panel.adjudicator, review: live.review,
            scores: try live.scores())
    }
}
