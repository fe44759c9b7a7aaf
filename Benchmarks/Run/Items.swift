import Assessment
import CReference
import Statistics

/// The figures of items: one loop over all marks, and what is computed of its counts, which costs as
/// much for ten learners as for a million.
extension Benchmark {
    static func items(_ place: Workplace) -> [Benchmark] {
        [(1_000_000, 20), (100_000, 200)].map { learners, items in
            let table = Self.marks(of: learners, on: items)
            let name = learners == 1_000_000 ? "1,000,000" : "100,000"
            let width = Int(ASSAY_REFERENCE_FIGURES)
            var theirs = [Double](repeating: 0, count: items * width)
            return Benchmark(
                "figures of \(name) × \(items)", against: "the same in C", pairs: 11,
                limit: .ratio(1.1)
            ) {
                var figures: [ItemFigures] = []
                let duration = try timed(.processor) {
                    figures = try ItemCounts(table).figures()
                }
                guard zip(figures.flatMap(\.numbers), theirs).allSatisfy({ abs($0 - $1) < 1e-9 }),
                    figures.count == items
                else { throw Failure("C has other figures") }
                return duration
            } reference: {
                try timed(.processor) {
                    // A code of 0 says that an item was not asked, 1 is no point and 2 is one.
                    let units = (0..<items * 3).map { $0 % 3 / 2 }
                    let outcome = table.codes.withUnsafeBufferPointer { codes in
                        assay_reference_items(
                            codes.baseAddress, learners, Int32(items), units, 3, &theirs)
                    }
                    guard outcome == 0 else { throw Failure("the reference did not count") }
                }
            }
        }
    }

    /// Right and wrong answers of learners who know more or less.
    private static func marks(of learners: Int, on items: Int) -> MarkTable {
        var generator = SeededGenerator(seed: 20)
        var codes: [UInt8] = []
        codes.reserveCapacity(learners * items)
        for _ in 0..<learners {
            let level = generator.index(below: 60) + 30
            for _ in 0..<items { codes.append(generator.index(below: 100) < level ? 2 : 1) }
        }
        return MarkTable(
            maxima: Array(repeating: .one, count: items),
            marks: Array(repeating: [.zero, .one], count: items), codes: codes)
    }
}

extension ItemFigures {
    /// In the order of the reference.
    fileprivate var numbers: [Double] {
        let interval = restCorrelation.interval
        return [
            facility.number, deviation.number, restCorrelation.number, interval?.lower,
            interval?.upper, efficiency.number, upperLower.number, effectiveWeight.number,
            intendedWeight.number,
        ].map { $0 ?? .nan }
    }
}
