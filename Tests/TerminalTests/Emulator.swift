import Assessment

/// As much of a terminal as the renderer talks to, to see what it would show.
///
/// Anything else that arrives is noted as a fault.
struct Emulator {
    private(set) var cells: [[String]]
    private(set) var styles: [[String]]
    private(set) var row = 0
    private(set) var column = 0
    private(set) var hasCursor = true
    private(set) var faults: [String] = []
    private(set) var written = 0
    private var style = ""
    private let columns: Int

    init(columns: Int, rows: Int) {
        self.columns = columns
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
        styles = Array(repeating: Array(repeating: "", count: columns), count: rows)
    }

    var text: [String] {
        cells.map { line in
            var text = line.joined()
            while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
            return text
        }
    }

    mutating func take(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            faults.append("no UTF-8")
            return
        }
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if scalar == "\u{1B}" {
                guard scalars.popFirst() == "[" else {
                    faults.append("an escape that is no control sequence")
                    continue
                }
                let parameters = scalars.prefix { !(0x40...0x7E).contains($0.value) }
                scalars = scalars.dropFirst(parameters.count)
                let final = scalars.popFirst() ?? " "
                obey(String(String.UnicodeScalarView(parameters)), final)
            } else if !scalar.isSafeInTerminal {
                faults.append("a control: \(scalar.value)")
            } else {
                put(scalar)
            }
        }
    }

    private mutating func obey(_ parameters: String, _ final: Unicode.Scalar) {
        // What comes next is another cluster, even where it would join.
        open = ""
        let numbers = parameters.split(separator: ";").compactMap { Int($0) }
        switch (parameters, final) {
        case (_, "H") where numbers.count == 2: (row, column) = (numbers[0] - 1, numbers[1] - 1)
        case (_, "G") where numbers.count == 1: column = numbers[0] - 1
        case ("2", "J"):
            for row in cells.indices { erase(row, from: 0) }
        case ("", "K"): erase(row, from: column)
        case (_, "m"): style = parameters == "0" ? "" : parameters
        case ("?25", "h"): hasCursor = true
        case ("?25", "l"): hasCursor = false
        case ("?2026", "h"), ("?2026", "l"): break
        default: faults.append("CSI \(parameters)\(final)")
        }
        // A terminal that does not wrap stays in the last column.
        let isMoved = final == "H" || final == "G"
        if !cells.indices.contains(row) || isMoved && !(0..<columns).contains(column) {
            faults.append("beyond the window: \(row) \(column)")
            (row, column) = (0, 0)
        }
    }

    private mutating func erase(_ row: Int, from column: Int) {
        for place in column..<columns { (cells[row][place], styles[row][place]) = (" ", "") }
    }

    /// A scalar joins the cluster before it where nothing else came between.
    private mutating func put(_ scalar: Unicode.Scalar) {
        written += 1
        var counter = ColumnCounter()
        let joined = open + String(scalar)
        let width = joined.unicodeScalars.reduce(0) { $0 + counter.advance(over: $1) }
        let isJoining = !open.isEmpty && (Array(joined).count == 1 || width == openWidth)
        (open, openStart) = isJoining ? (joined, openStart) : (String(scalar), column)
        openWidth = isJoining ? width : scalar.displayWidth
        let end = openStart + openWidth
        if end > columns {
            faults.append("beyond the edge: \(open)")
            return
        }
        cells[row][openStart] = open
        styles[row][openStart] = style
        for place in (openStart..<max(end, openStart + 1)).dropFirst() {
            (cells[row][place], styles[row][place]) = ("", style)
        }
        column = end
    }

    private var open = ""
    private var openStart = 0
    private var openWidth = 0
}
