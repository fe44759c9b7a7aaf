import Assessment
import MarkupReading

/// Reads who scores together and how their marks become one.
struct PanelReader {
    private static let shape = Shape(
        attributes: [
            "quorum", "combine", "level", "sealed", "blind", "tolerance-total", "tolerance-levels",
            "on-disagreement", "adjudication", "severity",
        ], children: ["seat", "conflict", "calibration"])

    private let reader: ElementReader

    init(_ element: Markup.Element, in reading: Reading) {
        reader = ElementReader(element, Self.shape, in: reading)
    }

    private var reading: Reading { reader.reading }

    func read() -> Panel {
        var panel = Panel(quorum: reader.requiredCount("quorum", in: 1...100) ?? 1)
        panel.rule = reader.choice("combine", default: .mean)
        panel.level = reader.choice("level", default: .total)
        panel.isSealed = reader.flag("sealed", default: true)
        panel.blindness = reader.choice("blind", default: .none)
        panel.toleranceTotal = reader.share("tolerance-total", .zero...Rational.one)
        panel.toleranceLevels = reader.count("tolerance-levels", in: 0...100)
        panel.disagreement = reader.choice("on-disagreement", default: .flag)
        panel.adjudication = reader.choice("adjudication", default: .replace)
        panel.severity = reader.choice("severity", default: .report)
        panel.seats = readSeats()
        panel.conflicts = readConflicts()
        panel.calibration = reader.child("calibration").map(readCalibration)
        check(panel)
        return panel
    }

    private func readSeats() -> [Panel.Seat] {
        var names = UsedNames()
        return reader.children("seat").compactMap { element in
            let seat = ElementReader(
                element, Shape(attributes: ["id", "role", "min", "weight"], children: ["title"]),
                in: reading)
            let title = seat.text("title")
            guard let role = seat.requiredWords("role"), let id: Panel.Seat.ID = seat.ownID()
            else { return nil }
            names.claim(id, "seat", at: element.offset, in: reading)
            return Panel.Seat(
                id: id, role: role, minimum: seat.count("min", in: 0...100) ?? 1,
                weight: seat.number("weight", .zero...Rational(1_000_000), excluding: .zero)
                    ?? .one,
                title: title)
        }
    }

    private func readConflicts() -> [Panel.Conflict] {
        var names = UsedNames()
        return reader.children("conflict").compactMap { element in
            let conflict = ElementReader(
                element, Shape(attributes: ["id", "action"], holdsText: true), in: reading)
            let text = conflict.ownText()
            guard let action: Panel.Conflict.Action = conflict.requiredChoice("action"),
                let id: Panel.Conflict.ID = conflict.ownID()
            else { return nil }
            names.claim(id, "conflict", at: element.offset, in: reading)
            return Panel.Conflict(id: id, action: action, description: text)
        }
    }

    private func readCalibration(_ element: Markup.Element) -> Panel.Calibration {
        let calibration = ElementReader(
            element, Shape(attributes: ["anchors", "exact", "adjacent", "max-non-adjacent"]),
            in: reading)
        return Panel.Calibration(
            anchors: calibration.requiredCount("anchors", in: 1...1_000) ?? 1,
            exact: calibration.share("exact", .zero...Rational.one) ?? .zero,
            adjacent: calibration.share("adjacent", .zero...Rational.one) ?? .zero,
            maximumNonAdjacent: calibration.count("max-non-adjacent", in: 0...1_000) ?? 0)
    }

    private func check(_ panel: Panel) {
        let seated = panel.seats.reduce(0) { $0 + $1.minimum }
        if !panel.seats.isEmpty, seated < panel.quorum {
            reading.error(
                .quorum, "the seats ask for \(seated) reviewers, and the quorum is \(panel.quorum)",
                at: reader.offset, advice: "add seats, raise their 'min', or lower the quorum")
        }
        if panel.rule == .weightedMean, panel.seats.isEmpty {
            reading.error(
                .weights, "a weighted mean needs seats that carry the weights", at: reader.offset,
                advice: "add <seat role=\"…\" weight=\"…\"/>, or combine by mean")
        }
        if panel.disagreement == .adjudicate, panel.toleranceTotal == nil,
            panel.toleranceLevels == nil
        {
            reading.warning(
                .unused, "adjudication can never begin: no tolerance is given", at: reader.offset,
                advice: "add tolerance-total or tolerance-levels")
        }
        if panel.rule == .trimmedMean, panel.quorum < 3 {
            reading.error(
                .quorum, "a trimmed mean of \(panel.quorum) leaves nobody", at: reader.offset,
                advice: "raise the quorum to 3 or more")
        }
    }
}

extension Diagnostic.Code {
    static let quorum: Self = "quorum"
}
