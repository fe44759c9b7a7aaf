import Assessment
import MarkupReading

/// Reads a passage with gaps, and checks that each gap and each marker has the other.
struct BlanksReader {
    private let reader: ElementReader

    init(_ reader: ElementReader) {
        self.reader = reader
    }

    private var reading: Reading { reader.reading }

    func read() -> Blanks {
        let passage = reader.requiredText("passage")
        var names = UsedNames()
        var blanks: [Blanks.Blank] = []
        for element in reader.children("blank") {
            let blank = ElementReader(
                element,
                Shape(
                    attributes: ["id"] + TypedAnswerReader.comparisonAttributes,
                    children: ["accept", "option"]), in: reading)
            let filling = filling(of: blank)
            guard let id: Entry.ID = blank.ownID() else { continue }
            names.claim(id, "blank", at: element.offset, in: reading)
            blanks.append(Blanks.Blank(id: id, filling: filling))
        }
        checkMarkers(passage, blanks)
        return Blanks(
            passage: passage, blanks: blanks,
            credit: reader.choice("credit", default: .perBlank, among: Blanks.creditRules))
    }

    private func filling(of blank: ElementReader) -> Blanks.Filling {
        let accepts = blank.children("accept")
        let options = blank.children("option")
        if let option = options.first, !accepts.isEmpty {
            reading.error(
                .answerKey, "the blank is both typed and picked", at: option.offset,
                advice: "keep either its <accept>s or its <option>s")
        }
        guard options.isEmpty else {
            for name in TypedAnswerReader.comparisonAttributes where blank.attribute(name) != nil {
                reading.error(
                    .unknownAttribute, "a blank with options has no attribute '\(name)'",
                    at: blank.offset(of: name), advice: "remove it: nothing is typed")
            }
            return .picked(OptionList(blank, rule: .one).read())
        }
        return .typed(TypedAnswerReader(blank).shortText())
    }

    private func checkMarkers(_ passage: String, _ blanks: [Blanks.Blank]) {
        let markers = Self.markers(in: passage)
        let ids = blanks.map(\.id.text)
        for marker in Set(markers).subtracting(ids).sorted() {
            let guess = Suggestions.near(marker, among: ids).first
            reading.error(
                .danglingID, "the passage marks [[\(marker.shortened)]], and no blank has that id",
                at: reader.offset,
                advice: guess.map { "did you mean [[\($0)]]?" } ?? "add a <blank> for it")
        }
        for id in ids where !markers.contains(id) {
            reading.error(
                .danglingID, "blank '\(id)' is nowhere in the passage", at: reader.offset,
                advice: "write [[\(id)]] where the gap is")
        }
        for (index, marker) in markers.enumerated() where markers[..<index].contains(marker) {
            reading.error(
                .duplicateID, "the passage marks [[\(marker.shortened)]] twice", at: reader.offset,
                advice: "give each gap a blank of its own")
        }
        if markers.isEmpty, blanks.isEmpty, !passage.isEmpty {
            reading.error(
                .noChoices, "<blanks> has no gaps", at: reader.offset,
                advice: "mark a gap with [[id]] and add a <blank id=\"id\">")
        }
    }

    /// The ids between double brackets, in order.
    private static func markers(in passage: String) -> [String] {
        var found: [String] = []
        var rest = passage.unicodeScalars[...]
        while let open = rest.firstIndex(of: "[") {
            rest = rest[rest.index(after: open)...]
            guard rest.first == "[" else { continue }
            let inside = rest.dropFirst()
            guard let close = inside.firstIndex(of: "]"), inside[close...].dropFirst().first == "]"
            else { continue }
            found.append(String(inside[..<close]))
            rest = inside[inside.index(after: close)...]
        }
        return found
    }
}
