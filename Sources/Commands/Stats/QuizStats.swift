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
