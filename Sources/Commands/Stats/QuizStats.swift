import Assessment
import Statistics

/// `assay stats quiz` and `assay stats item`.
enum QuizStats {
    static func quiz(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let marks = try QuizMarksSource(call, environment)
        let page = QuizStatisticsPage(
            statistics: try marks.statistics(), name: marks.name, notes: marks.notes)
        if call.flag("json") {
            environment.console.write(json: page.json)
        } else {
            page.write(to: environment.console)
        }
        return .done
    }

    static func item(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let marks = try QuizMarksSource(call, environment)
        let statistics = try marks.statistics()
        let page = ItemStatisticsPage(
            statistics: statistics, name: marks.name, notes: marks.notes)
        let wanted = try call.values("item").map { word throws(CommandFault) in
            guard let item = statistics.items.first(where: { $0.item.id == word }) else {
                throw CommandFault(
                    .noInput, "there is no item \(CommandFault.quoted(word))",
                    suggestions: Suggestions.near(word, among: statistics.items.map(\.item.id)))
            }
            return item
        }
        if call.flag("json") {
            environment.console.write(
                json: page.json(wanted.isEmpty ? statistics.items : wanted))
        } else if wanted.isEmpty {
            page.write(to: environment.console)
        } else {
            page.write(wanted, to: environment.console)
        }
        return .done
    }
}

/// The marks that a command line means, with what they are called and what was left out.
struct QuizMarksSource {
    let name: String
    let marks: QuizMarks
    let passMark: Rational?
    let notes: [Remark]

    init(_ call: Invocation, _ environment: Environment) throws {
        let pass = try call.value("pass").map { text throws(CommandFault) in
            guard let share = try? Rational(share: text), share > .zero, share <= .one else {
                throw CommandFault(
                    .usage, "\(CommandFault.quoted(text)) is no pass mark",
                    advice: "write a share such as 80% or 0.8")
            }
            return share
        }
        guard let path = call.value("matrix") else {
            throw CommandFault(
                .usage, "it is not said where the marks are", advice: "name a table with --matrix")
        }
        let file = MatrixFile(path, environment)
        name = file.name
        marks = try file.quizMarks()
        passMark = pass
        notes = []
    }

    func statistics() throws(CommandFault) -> QuizStatistics {
        do throws(Rational.Overflow) {
            return try QuizStatistics(marks, passMark: passMark)
        } catch {
            throw CommandFault(
                .badData, "the marks of \(name) are too fine to add up exactly",
                advice: "give them fewer different denominators")
        }
    }
}
