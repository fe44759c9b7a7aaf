import Assessment
import Reports
import Statistics

/// The items of a quiz as tables of a report, with a word on those to look at.
struct ItemTables {
    let statistics: QuizStatistics

    init(_ statistics: QuizStatistics) { self.statistics = statistics }

    var section: Report.Section {
        var table = Reports.Table(
            "items", "Every question",
            [
                .init("item", "Question"), .init("n", "Learners", isNumeric: true),
                .init("facility", "Ease", isNumeric: true),
                .init("rest_correlation", "Rest", isNumeric: true),
                .init("upper_lower", "D", isNumeric: true), .init("look", "Look"),
            ])
        for item in statistics.items {
            let words = ItemStatisticsWords(item: item)
            table.add([
                .text(item.item.id), .count(item.figures.facility.basis.units),
                item.figures.facility.exact.map { .share($0, places: 0) }
                    ?? item.figures.facility.reportValue,
                item.figures.restCorrelation.reportValue, item.figures.upperLower.reportValue,
                words.flag.isEmpty ? .missing() : .text(words.flag),
            ])
        }
        table.notes = [ItemStatisticsWords.legend]
        var blocks: [Report.Block] = [.table(table)]
        for item in statistics.flagged { blocks += Self.blocks(on: item) }
        return Report.Section("items", "Questions", blocks)
    }

    /// What to do about an item, and who chose what.
    static func blocks(on item: ItemStatistics) -> [Report.Block] {
        var blocks: [Report.Block] = [.heading(item.item.id)]
        let remarks = ItemStatisticsWords(item: item).remarks
        if !remarks.isEmpty { blocks.append(.list(remarks.map(\.line))) }
        if !item.options.isEmpty { blocks.append(.figure(options(of: item))) }
        return blocks
    }

    private static func options(of item: ItemStatistics) -> Reports.Figure {
        let all = item.figures.facility.basis.units
        var table = Reports.Table(
            "options-\(item.item.id)", "Who chose what",
            [
                .init("option", "Option"), .init("key", "Key"),
                .init("learners", "Chose it", isNumeric: true),
                .init("rest_correlation", "Rest", isNumeric: true),
            ])
        var bars: [Chart.Bar] = []
        for option in item.options {
            let count = option.figures.learners
            table.add([
                .text(option.option.name), option.option.isKey ? .text("key") : .missing(),
                .count(count), option.figures.restCorrelation.reportValue,
            ])
            bars.append(
                Chart.Bar(
                    option.option.name, Double(count), of: Double(max(all, 1)),
                    "\(count) of \(all)",
                    isMarked: option.option.isKey))
        }
        let most = item.options.max { $0.figures.learners < $1.figures.learners }
        let finding =
            most.map {
                "\($0.figures.learners) of \(all) chose \($0.option.name)"
                    + ($0.option.isKey ? ", which is the key." : ", which is not the key.")
            } ?? ""
        return Reports.Figure("Who chose what", finding: finding, .bars(bars), table)
    }

    /// One item in full.
    static func report(on item: ItemStatistics, of quiz: String, prompt: String) -> Report {
        var report = Report(.item, "\(item.item.id), \(quiz)")
        let figures = item.figures
        report.answer =
            ItemStatisticsWords(item: item).remarks.map(\.text)
        if report.answer.isEmpty { report.answer = ["Nothing speaks against this question."] }
        report.facts = [
            Report.Fact("item", "Question", .text(item.item.id)),
            Report.Fact("learners", "Learners", .count(figures.facility.basis.units)),
            Report.Fact("facility", "Ease", figures.facility.reportValue),
            Report.Fact(
                "rest_correlation", "Goes with the rest", figures.restCorrelation.reportValue),
            Report.Fact("upper_lower", "D", figures.upperLower.reportValue),
        ]
        report.sections = [
            Report.Section("question", "The question", [.quote(prompt, by: nil)]),
            Report.Section("answers", "Answers", Array(blocks(on: item).dropFirst())),
        ]
        report.smallPrint = [ItemStatisticsWords.legend]
        return report
    }
}

extension Statistics.Figure {
    /// The figure in a table: its number, or why there is none.
    var reportValue: Reports.Value {
        number.map { .estimate($0) } ?? .missing(notDefined)
    }
}
