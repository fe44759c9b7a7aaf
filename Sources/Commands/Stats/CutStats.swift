import Assessment
import Content
import Statistics

/// `assay stats worksheet` and `assay stats cut`: a pass mark that judges can defend.
enum CutStats {
    /// The column of what is asked, which is not a judge's.
    private static let question = "question"

    static func worksheet(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let found = try QuizFinding(environment).quiz(call.argument("quiz"))
        let named = call.values("judge")
        let judges = named.isEmpty ? (1...5).map { "judge \($0)" } : named
        guard Set(judges).count == judges.count, !judges.contains(question) else {
            throw CommandFault(.usage, "two columns would have the same heading")
        }
        var bytes: [UInt8] = []
        CSV.append((["item", question] + judges).map { CSV.cell($0) }, to: &bytes)
        for item in found.bank.cut(to: found.quiz).items {
            let prompt = item.prompt.split { $0.isWhitespace }.joined(separator: " ")
            CSV.append(
                [item.id.text, prompt].map { CSV.cell($0) } + judges.map { _ in CSV.cell("") },
                to: &bytes)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let console = environment.console
        console.write(
            console.output.isTerminal ? text.terminalSafe(keepingLineBreaks: true) : text)
        return .done
    }

    static func cut(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let passMark = try QuizMarksSource.passMark(call)
        let file = MatrixFile(call.argument("worksheet") ?? "-", environment)
        let judgments = try file.cutJudgments(besides: question)
        let study: CutStudy
        do throws(Rational.Overflow) {
            study = try CutStudy(judgments)
        } catch {
            throw CommandFault(
                .badData, "the judgments are too fine to add up exactly",
                advice: "write whole percents")
        }
        let page = CutStudyPage(study: study, passMark: passMark, name: file.name)
        if call.flag("json") {
            environment.console.write(json: page.json)
        } else {
            page.write(to: environment.console)
        }
        return .done
    }
}

extension MatrixFile {
    /// What judges said of each item; a column with the heading that is named is none of theirs.
    fileprivate func cutJudgments(besides heading: String) throws(CommandFault) -> CutJudgments {
        try read(.judgments) { matrix, diagnostics throws(CommandFault) in
            let places = matrix.columns.indices.filter { matrix.columns[$0] != heading }
            let judges = places.map { matrix.columns[$0] }
            var (items, ratings): ([String], [[Rational]]) = ([], [])
            while let row = matrix.next(into: &diagnostics) {
                let shares = places.compactMap { place in
                    Self.share(
                        row.cells[place], of: row, judge: matrix.columns[place], &diagnostics)
                }
                guard shares.count == judges.count else { continue }
                items.append(row.name)
                ratings.append(shares)
            }
            if items.isEmpty || judges.isEmpty, !diagnostics.hasErrors {
                diagnostics.error(
                    "no-rows", "nobody has judged anything here", at: nil,
                    advice: "fill in a worksheet that 'assay stats worksheet' prints")
            }
            return CutJudgments(items: items, judges: judges, ratings: ratings)
        }
    }

    private static func share(
        _ cell: MatrixReader.Cell?, of row: MatrixReader.Row, judge: String,
        _ diagnostics: inout Diagnostics
    ) -> Rational? {
        guard let cell else {
            diagnostics.error(
                "missing-mark", "'\(judge)' has not judged '\(row.name)'", at: row.offset,
                advice: "write how many of 100 who just pass get it right, such as 70%")
            return nil
        }
        if let share = try? Rational(share: cell.text), !share.isNegative, share <= .one {
            return share
        }
        diagnostics.error(
            "bad-value", "\(CommandFault.quoted(cell.text)) is no share", at: cell.offset,
            advice: "write how many of 100 who just pass get it right, such as 70% or 0.7")
        return nil
    }
}
