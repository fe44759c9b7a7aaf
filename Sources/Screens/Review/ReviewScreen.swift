package import Assessment
package import Grading
package import Terminal

/// Scoring on a full screen: what is seen of a reviewer's sheet, and what each key asks for.
///
/// A value without disk or terminal, as a ``QuizScreen`` is. Either one submission, criterion by
/// criterion, or one criterion, submission by submission:
///
///     for request in screen.receive(input) {
///         guard case .send(let event, let work) = request else { continue }
///         let action = try live[work].receive(event)
///         screen.update(work, live[work].review, try live[work].scores(), action)
///     }
///     session.show(screen.grid)
package struct ReviewScreen: Sendable {
    /// Which of its pages is seen.
    package enum Face: Sendable, Hashable {
        case criterion, list, confirm
        indirect case help(over: Face)
    }

    /// Something for the world outside to do.
    package enum Request: Sendable, Hashable {
        /// Keep what happens to the work of that index.
        case send(Review.Event, to: Int)
        /// Let the reviewer write this comment in an editor.
        case edit(String)
        /// Show a piece of evidence, by its path or address.
        case open(String)
        case showMouse(Bool)
        /// Send the screen whole, for something else wrote on it.
        case redraw
        /// Everything is saved; give the terminal back.
        case leave(isInterrupt: Bool)
    }

    /// Something to judge: a place on the sheet of one of the works.
    package struct Stop: Sendable, Hashable {
        package let work: Int
        package let place: ReviewStep.Place
    }

    package internal(set) var works: [ReviewedWork]
    /// In the order judged.
    package let stops: [Stop]
    /// The only criterion that is judged, where it is one across all works.
    package let criterion: Criterion.ID?
    package let glyphs: Glyphs
    package internal(set) var columns: Int
    package internal(set) var rows: Int
    package internal(set) var face = Face.criterion
    /// The stop on screen, counted from 0.
    package internal(set) var here = 0
    /// What is shown at the stop; it may not be kept yet.
    package internal(set) var draft = Judgment()
    package internal(set) var notice: String?
    package internal(set) var hasMouse: Bool
    /// What could not be kept, and waits to be tried again.
    var failed: Request?
    /// How sure it is that it is not saved.
    var unsaved = Unsaved.surely
    /// Whether the reviewer was told that leaving now loses what could not be kept.
    var mayLeaveUnsaved = false
    /// Whether level descriptors and guidance are shown.
    var showsDescriptors = false
    /// The part of the judgment that the keys act on.
    var part = Part.comment
    /// The line of the part that the keys act on.
    var row = 0
    /// The stop that is marked in the list.
    var listed = 0
    /// Whether letters go into the field.
    var isTyping = false
    var field = TextField()
    /// The digits of the stop to go to.
    var destination: String?
    var top = 0
    var isFollowing = false

    /// Opens where the reviewer was, or, with one criterion, at the first work that lacks it.
    ///
    /// Only works that ask for the criterion are shown; at least one has to.
    package init(
        _ works: [ReviewedWork], only criterion: Criterion.ID? = nil, columns: Int, rows: Int,
        glyphs: Glyphs = Glyphs(isASCII: false), hasMouse: Bool = true
    ) {
        self.works = works
        self.criterion = criterion
        stops = works.indices.flatMap { work in
            works[work].review.plan.places.filter { place in
                guard let criterion else { return true }
                if case .criterion(criterion, _) = place { return true }
                return false
            }.map { Stop(work: work, place: $0) }
        }
        precondition(!stops.isEmpty, "a review asks for something")
        self.columns = columns
        self.rows = rows
        self.glyphs = glyphs
        self.hasMouse = hasMouse
        open((criterion == nil ? index(of: 0, works[0].review.place) : lacking.first) ?? 0)
    }

    // MARK: What stands

    var stop: Stop { stops[here] }
    var work: ReviewedWork { works[stop.work] }
    var rubric: Rubric { work.rubric }
    /// What is judged here; nil for the words on the whole.
    var judged: Criterion? { work.review.plan.criterion(at: stop.place) }

    func kept(at stop: Stop) -> Judgment { works[stop.work].review.judgment(at: stop.place) }

    func missing(at stop: Stop) -> [String] { works[stop.work].missing(at: stop.place) }

    /// The stops that lack something.
    var lacking: [Int] { stops.indices.filter { !missing(at: stops[$0]).isEmpty } }

    package var hasFailed: Bool { failed != nil }

    /// Whether the screen shows a judgment that is not kept yet.
    package var isDirty: Bool { draft != kept(at: stop) }

    private func index(of work: Int, _ place: ReviewStep.Place) -> Int? {
        stops.firstIndex(of: Stop(work: work, place: place))
    }

    // MARK: What comes from outside

    /// Shows what came of an event that was kept, or why it was refused.
    package mutating func update(
        _ index: Int, _ review: Review, _ scores: [SheetScore], _ action: Review.Action
    ) {
        let before = works[index].review
        works[index].review = review
        works[index].scores = scores
        if hasFailed {
            failed = nil
            mayLeaveUnsaved = false
            notice = nil
        }
        if case .refuse(let refusal) = action {
            notice = refusal.text(review.plan)
            if isDirty { reload() }
            return
        }
        let current = self.index(of: index, review.place)
        if let current, current != here {
            if before.judgment(at: review.place) != review.judgment(at: review.place) {
                notice = "\(title(of: stops[current])) was changed"
            }
            open(current)
        } else if before.judgment(at: stop.place) != kept(at: stop), index == stop.work, isDirty {
            // Somebody undid or redid it; otherwise what is on screen is what was kept.
            reload()
        }
    }

    /// Says that a change is not saved, and offers to try again.
    ///
    /// `reason` is one clause, such as `no space left on the device`.
    package mutating func fail(_ reason: String, _ unsaved: Unsaved, keeping request: Request) {
        failed = request
        self.unsaved = unsaved
        let key = isTyping ? "Esc, then r" : "r"
        notice = "This \(unsaved.text) (\(reason)): \(key) to retry"
    }

    package mutating func say(_ notice: String) { self.notice = notice }

    /// A second passed; what was typed and not kept yet is asked to be.
    package func tick() -> [Request] { hasFailed ? [] : flushed() }

    /// Takes an editor's text for the comment.
    package mutating func takeEdited(_ text: String) -> [Request] {
        var text = text
        while text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
        enter(.comment)
        if !field.replace(with: text) { notice = "The text was too long; its end is left out" }
        commitField()
        return flushed()
    }

    /// What has to be sent so that nothing on screen is lost.
    func flushed() -> [Request] {
        let change = Request.send(.judge(stop.place, draft), to: stop.work)
        let requests = failed.map { [$0] } ?? []
        return isDirty && failed != change ? requests + [change] : requests
    }
}
