import Glibc

/// A plain table, line by line as the results come.
struct Report {
    private static let widths = [36, 30, 11, 11, 7, 13]

    init(_ machine: String) {
        print(machine)
        print(
            "Milliseconds are medians; a ratio is the median of those of pairs, with the quartiles."
        )
        print()
        line(["WORK", "REFERENCE", "OURS", "THEIRS", "RATIO", "", "LIMIT"])
    }

    func add(_ benchmark: Benchmark, _ outcome: Benchmark.Outcome) {
        let limit =
            switch benchmark.limit {
            case .time(let most):
                verdict(
                    (most / .milliseconds(1)).places(0) + " ms",
                    isKept: outcome.ours.median < most / .milliseconds(1))
            case .ratio(let most):
                verdict(most.places(1), isKept: outcome.ratio.median <= most)
            case nil: ""
            }
        line([
            benchmark.work, benchmark.reference, outcome.ours.median.places(2) + " ms",
            outcome.theirs.median.places(2) + " ms", outcome.ratio.median.places(2),
            "\(outcome.ratio.low.places(2))…\(outcome.ratio.high.places(2))", limit,
        ])
    }

    private func verdict(_ limit: String, isKept: Bool) -> String {
        "\(limit): \(isKept ? "kept" : "missed")"
    }

    private func line(_ cells: [String]) {
        var text = ""
        for (column, cell) in cells.enumerated() {
            let width = column < Self.widths.count ? Self.widths[column] : 0
            let blanks = String(repeating: " ", count: max(width - cell.count, 0))
            text += (2..<5).contains(column) ? blanks + cell : cell + blanks
            text += "  "
        }
        while text.last == " " { text.removeLast() }
        print(text)
        // Each as it comes, in a file too.
        fflush(nil)
    }
}

extension Double {
    /// With so many decimals, as in 12.30.
    fileprivate func places(_ count: Int) -> String {
        let unit = (0..<count).reduce(1.0) { unit, _ in unit * 10 }
        let whole = Int((self * unit).rounded())
        guard count > 0 else { return "\(whole)" }
        let digits = String(whole % Int(unit))
        return "\(whole / Int(unit))." + String(repeating: "0", count: count - digits.count)
            + digits
    }
}
