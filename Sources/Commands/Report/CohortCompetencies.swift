import Assessment
import Grading
import Reports
import Results
import Sittings
import Statistics

// The name is one of Sittings', too.
import struct Grading.Standing

/// How far a cohort is in the programs that its learners are in, and what most of them lack.
struct CohortCompetencies {
    /// A program with the standing of each learner who did anything for it.
    private struct Group {
        let program: Program
        let standings: [Standing]
    }

    /// How many learners the cohort has.
    private let size: Int
    private let groups: [Group]

    init(
        of learners: [Person], in programs: [Program], _ desk: ReviewDesk,
        _ invigilator: Invigilator
    ) throws {
        size = learners.count
        let lines =
            programs.isEmpty
            ? []
            : try learners.flatMap { learner in
                try desk.work(of: learner, invigilator).standings(of: learner, in: programs)
            }
        groups = programs.map { program in
            Group(
                program: program,
                standings: lines.filter { $0.program.id == program.id }.map(\.standing))
        }.filter { !$0.standings.isEmpty }
    }

    /// Nothing where nobody is in a program.
    func sections() throws(Rational.Overflow) -> [Report.Section] {
        if groups.isEmpty { return [] }
        var section = Report.Section(
            "competencies", "Programs and competencies",
            groups.map { group in
                let done = group.standings.count { $0.verdict == .passed }
                return .paragraph(
                    "\(group.program.title): \(group.standings.count) of \(counted(size, "learner")) "
                        + "did something for it, and \(done == 0 ? "nobody" : "\(done)") completed it."
                )
            })
        var gaps: [CompetencyGap] = []
        for group in groups {
            for competency in group.program.competencies {
                gaps.append(try CompetencyGap(competency, of: group.program, group.standings))
            }
        }
        if !gaps.isEmpty { section.blocks.append(.figure(figure(of: gaps.sortedByLack))) }
        section.blocks.append(.table(components))
        return [section]
    }

    // MARK: Competencies

    private func figure(of gaps: [CompetencyGap]) -> Reports.Figure {
        var table = Reports.Table(
            "gaps", "Where learners stand, the largest gap first",
            [
                .init("program", "Program"), .init("competency", "Competency"),
                .init("target", "Target"), .init("below", "Below", isNumeric: true),
                .init("learners", "All", isNumeric: true),
                .init("lacking", "Lacking", isNumeric: true),
                .init("measured", "Measured", isNumeric: true),
                .init("median", "Median", isNumeric: true),
                .init("mean", "Mean", isNumeric: true),
            ])
        for gap in gaps { table.add(gap.row) }
        table.notes = gaps.map(\.scaleNote).reduce(into: []) { notes, note in
            if !notes.contains(note) { notes.append(note) }
        }
        table.notes.append(
            "Measured are those who have a level, and median and mean are theirs. Lacking is how "
                + "many levels up to the target a learner lacks in the mean of all; without a level, "
                + "all of them.")
        let bars = gaps.filter(\.hasTarget).map { gap in
            Chart.Bar(
                groups.count > 1 ? "\(gap.title), \(gap.program)" : gap.title,
                Double(gap.below), of: Double(gap.learners), "\(gap.below) of \(gap.learners)")
        }
        return Reports.Figure(
            "Below the target", finding: finding(gaps), .bars(bars), table)
    }

    private func finding(_ gaps: [CompetencyGap]) -> String {
        guard let first = gaps.first(where: \.hasTarget) else { return "There are no targets." }
        if first.below == 0 { return "Nobody is below a target." }
        let most = gaps.filter { $0.hasTarget && $0.below * 2 > $0.learners }.map(\.title)
        let count = "\(first.below) of \(first.learners) are below \(first.target)"
        if most.count > 1 {
            return "Most lack \(most.joined(separator: ", ")). The largest gap is in "
                + "\(first.title): \(count)."
        }
        return most.isEmpty
            ? "What is lacked most is \(first.title): \(count)."
            : "Most lack \(first.title): \(count)."
    }

    // MARK: Components

    private var components: Reports.Table {
        var table = Reports.Table(
            "components", "What is still to be done",
            [
                .init("program", "Program"), .init("component", "Component"),
                .init("required", "Required"), .init("done", "Done", isNumeric: true),
                .init("lacking", "Not done yet", isNumeric: true),
            ])
        for group in groups {
            for component in group.program.components where !component.asksNothing {
                let parts = group.standings.flatMap(\.parts).filter {
                    $0.component == component.id
                }
                let done = parts.count(where: \.isComplete)
                table.add([
                    .text(group.program.id.text), .text(component.title),
                    component.isRequired ? .text("required") : .missing(), .count(done),
                    .count(parts.count - done),
                ])
            }
        }
        return table
    }
}
