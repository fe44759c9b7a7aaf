import Assessment
import Results
import Sittings
import Statistics

/// The marks that a command line means, with what they are called and what was left out.
struct QuizMarksSource {
    let name: String
    let marks: QuizMarks
    let passMark: Rational?
    let notes: [Remark]

    init(_ call: Invocation, _ environment: Environment) throws {
        let pass = try Self.passMark(call)
        if let path = call.value("matrix") {
            guard call.argument("quiz") == nil else {
                throw CommandFault(
                    .usage, "marks come from a quiz or from --matrix, and both are given")
            }
            let file = MatrixFile(path, environment)
            self.init(name: file.name, marks: try file.quizMarks(), passMark: pass, notes: [])
        } else {
            self = try Self.stored(call, environment, pass)
        }
    }

    /// The share that `--pass` names.
    static func passMark(_ call: Invocation) throws(CommandFault) -> Rational? {
        guard let text = call.value("pass") else { return nil }
        guard let share = try? Rational(share: text), share > .zero, share <= .one else {
            throw CommandFault(
                .usage, "\(CommandFault.quoted(text)) is no pass mark",
                advice: "write a share such as 80% or 0.8")
        }
        return share
    }

    private init(name: String, marks: QuizMarks, passMark: Rational?, notes: [Remark]) {
        self.name = name
        self.marks = marks
        self.passMark = passMark
        self.notes = notes
    }

    func statistics() throws(CommandFault) -> QuizStatistics {
        do throws(Rational.Overflow) {
            return try QuizStatistics(marks, passMark: passMark)
        } catch {
            throw Self.tooFine(name)
        }
    }

    private static func tooFine(_ name: String) -> CommandFault {
        CommandFault(
            .badData, "the marks of \(name) are too fine to add up exactly",
            advice: "give them fewer different denominators")
    }

    // MARK: From the store

    private static func stored(
        _ call: Invocation, _ environment: Environment, _ pass: Rational?
    ) throws -> QuizMarksSource {
        let place = try CommandStore(call, environment)
        return try place.reading { store in
            do {
                let name = try quiz(call.argument("quiz"), in: store, environment)
                let register = try Register(store)
                let cohort = try call.value("cohort").map { try register.cohort($0).id }
                let learners = cohort.map { Set(register.members(of: $0).map(\.id)) }
                guard let results = try QuizResults(of: name, learners: learners, in: store)
                else {
                    throw CommandFault(
                        .noInput, "nobody in \(cohort?.text ?? "this store") has taken \(name)")
                }
                let selection = try SittingSelection(call)
                let chosen = try selection.choose(from: results, of: name, in: register)
                let found = try StoredQuizMarks(
                    chosen, by: selection, of: results, naming: register.name(of:))
                return QuizMarksSource(
                    name: name, marks: found.marks, passMark: pass ?? results.quiz.passMark,
                    notes: found.notes)
            } catch let fault as SittingFault {
                throw SittingDesk.worded(fault, at: place.path, in: environment)
            } catch is Rational.Overflow {
                throw tooFine("the quiz")
            } catch let fault as Statistics.MarkTable.TooManyMarks {
                throw CommandFault(
                    .badData, "item \(fault.item + 1) has more than 255 different marks")
            }
        }
    }

    /// The name of the quiz that a word means, of those that somebody took.
    static func quiz(
        _ word: String?, in store: any ResultsStore, _ environment: Environment
    ) throws -> String {
        let names = try QuizResults.names(in: store)
        guard let word else {
            if names.count == 1 { return names[0] }
            throw CommandFault(
                names.isEmpty ? .noInput : .usage,
                names.isEmpty
                    ? "nobody has taken a quiz yet"
                    : "there are \(names.count) quizzes to choose from",
                details: names,
                advice: names.isEmpty
                    ? "name a table of marks with --matrix" : "name one of them")
        }
        if word.hasSuffix(".xml") || word.contains("#") {
            return try QuizFinding(environment).quiz(word).name
        }
        let fitting = names.filter { $0 == word }
        let found =
            fitting.isEmpty
            ? names.filter { $0.split(separator: "/").contains { $0 == word } } : fitting
        if found.count == 1 { return found[0] }
        throw CommandFault(
            found.isEmpty ? .noInput : .usage,
            found.isEmpty
                ? "nobody has taken a quiz \(CommandFault.quoted(word))"
                : "\(CommandFault.quoted(word)) may be any of \(found.count) quizzes",
            details: found,
            suggestions: found.isEmpty ? Suggestions.near(word, among: names) : [],
            advice: found.isEmpty ? nil : "name one of them")
    }
}
