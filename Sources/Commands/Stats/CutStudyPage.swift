import Assessment
import Statistics
import Terminal

/// Where judges put a pass mark, in words, as a page and as data.
struct CutStudyPage {
    let study: CutStudy
    /// The pass mark to hold it against.
    let passMark: Rational?
    let name: String

    func write(to console: Console) {
        var head = Page()
        head.heading(name)
        head.paragraph(
            "\(counted(study.items, "item")), \(counted(study.judges.count, "judge")).")
        head.space()
        var table = TextTable([.init("JUDGE"), .init("PASS MARK", isNumber: true)])
        for judge in study.judges { table.add([judge.name, judge.share.percentText]) }
        console.write(head, table)
        console.write(remarks)
    }

    // MARK: Words

    private var remarks: [Remark] { [cut, against, disputed, caution].compactMap(\.self) }

    private var cut: Remark? {
        guard let share = study.share.percent() else { return nil }
        let error = study.standardError.percent().map {
            "other judges like these would stray from it by \($0), one standard error"
        }
        return Remark(
            "cut",
            "The judges put the pass mark at \(share); "
                + (error ?? "how far other judges would stray is \(study.standardError.notDefined)")
                + ".")
    }

    private var against: Remark? {
        guard let passMark, let share = study.share.exact, let apart = try? passMark - share
        else { return nil }
        guard let error = study.standardError.number, abs(Double(apart)) > 2 * error else {
            return Remark(
                "against",
                "The pass mark of \(passMark.shareText) is within two standard errors of it: they "
                    + "bear it out.")
        }
        let side = apart.isNegative ? "below" : "above"
        return Remark(
            "against",
            "The pass mark of \(passMark.shareText) lies \(apart.magnitude.percentText) \(side) it: "
                + "change the pass mark, or write down why it stays.")
    }

    private var disputed: Remark? {
        guard !study.disputed.isEmpty else { return nil }
        let named = study.disputed.prefix(10).map {
            "\($0.item) (\($0.lowest.shareText) to \($0.highest.shareText))"
        }
        let more = study.disputed.count > 10 ? ", and \(study.disputed.count - 10) more" : ""
        return Remark(
            "disputed",
            "Judges differ by a quarter or more on \(study.disputed.count): "
                + named.joined(separator: ", ") + more + ". Talk about these, and rate them again.")
    }

    private var caution: Remark? {
        study.judges.count >= 5
            ? nil
            : Remark(
                "few",
                "\(counted(study.judges.count, "judge")) cannot bear much: ask five or more who "
                    + "know the learners.")
    }

    // MARK: Data

    var json: JSON {
        [
            "schema": .string(StatisticsSchema.cut.name), "worksheet": .string(name),
            "items": .integer(study.items), "share": study.share.json,
            "standardError": study.standardError.json,
            "passMark": .optional(passMark?.description),
            "judges": .array(
                study.judges.map {
                    ["judge": .string($0.name), "share": .string($0.share.description)]
                }),
            "disputed": .array(
                study.disputed.map {
                    [
                        "item": .string($0.item), "lowest": .string($0.lowest.description),
                        "highest": .string($0.highest.description),
                    ]
                }), "remarks": .array(remarks.map(\.json)),
        ]
    }
}

extension Rational {
    /// A share as a percentage to one decimal.
    fileprivate var percentText: String {
        ((try? self * .hundred) ?? self).rounded(toDecimals: 1) + "%"
    }
}
