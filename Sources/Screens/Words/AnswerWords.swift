package import Assessment
package import Grading
package import Sittings

/// How answers are asked for and spoken of, in the same words on every face.
extension Draft.Control {
    /// What to do, in one sentence.
    package var instruction: String {
        switch self {
        case .choose: "Choose one."
        case .chooseMany(_, let limit): Self.chooseMany(limit: limit)
        case .match: "Give each line one of the answers below."
        case .order: "Put these in order."
        case .sort: "Put each line into one of the groups below."
        case .number(let number): number.instruction
        case .words: "Type a few words."
        case .written(let written): written.instruction
        }
    }

    package static func chooseMany(limit: Int?) -> String {
        limit.map { "Choose up to \($0)." } ?? "Choose all that apply."
    }
}

extension NumberEntry {
    package var instruction: String {
        switch unitRule {
        case .none: "Type a number."
        case .optional: "Type a number; a unit may follow."
        case .required: "Type a number and its unit."
        }
    }

    /// How a typed text is understood, in one sentence; thrown is what to type instead.
    package func understood(_ text: String) throws(TypedNumber.Fault) -> String {
        _ = try read(text)
        let typed = try TypedNumber(text)
        let unit = units.first { $0.symbol.text == typed.unit }?.name ?? typed.unit
        return "Understood as \(typed.value)\(unit.isEmpty ? "" : " " + unit)."
    }

    /// What to type instead.
    package func advice(on fault: TypedNumber.Fault) -> String {
        let known = units.map { unit in
            unit.symbol.text == unit.name ? unit.name : "\(unit.symbol) (\(unit.name))"
        }.joined(separator: ", ")
        return switch fault {
        case .notANumber: "This cannot be read as a number: type one such as 12, 2.5 or 1/3."
        case .ambiguousComma:
            "This could be two numbers: type the thousand without a comma, or the decimals after a "
                + "point."
        case .strayGrouping: "The digits are set apart in an unusual way: type them without marks."
        case .zeroDenominator: "Nothing can be divided by zero: type another number."
        case .tooManyDigits: "This has too many digits: type no more than 18."
        case .unitNotAskedFor: "Type the number alone, without a unit."
        case .unknownUnit: "This unit is not known here: type one of \(known)."
        case .missingUnit: "The unit is missing: type one of \(known) after the number."
        }
    }
}

extension Written {
    package var instruction: String {
        switch (minimumWords, maximumWords) {
        case (let least?, let most?): "Write \(least) to \(most) words; a reviewer scores them."
        case (let least?, nil): "Write at least \(least) words; a reviewer scores them."
        case (nil, let most?): "Write up to \(most) words; a reviewer scores them."
        case (nil, nil): "Write your answer; a reviewer scores it."
        }
    }
}

extension Draft.Refusal {
    /// A sentence without a full stop.
    package var text: String {
        switch self {
        case .notOffered: "The question offers no such answer"
        case .tooMany(let limit): "No more than \(limit) may be chosen"
        case .incomplete: "Every line needs its place"
        }
    }
}

extension Outcome {
    /// What the answer was, amid a sentence.
    package var text: String {
        switch self {
        case .right: "right"
        case .partly: "partly right"
        case .wrong: "wrong"
        case .missing: "not answered"
        case .needsReviewer: "waits for a reviewer"
        }
    }
}
