import Assessment
import CReference
import Statistics

/// The one loop over all marks that figures of items take, for as many learners as there ever are.
///
/// What is computed of the counts costs as much for ten learners as for a million.
extension Benchmark {
    static func items(_ place: Workplace) -> [Benchmark] {
        [(1_000_000, 20), (100_000, 200)].map { learners, items in
            let table = Self.marks(of: learners, on: items)
            let name = learners == 1_000_000 ? "1,000,000" : "100,000"
            return Benchmark(
                "count marks of \(name) × \(items)", against: "the same in C, with sums", pairs: 11
            ) {
                try timed(.processor) {
                    let counts = try ItemCounts(table)
                    guard counts.learners == learners, counts.items == items else {
                        throw Failure("the marks were not counted")
                    }
                }
            } reference: {
                try timed(.processor) {
                    // A code of 0 says that an item was not asked, 1 is no point and 2 is one.
                    let units = (0..<items * 3).map { $0 % 3 / 2 }
                    var sums = [Int](repeating: 0, count: items * 6)
                    let outcome = table.codes.withUnsafeBufferPointer { codes in
                        assay_reference_items(
                            codes.baseAddress, learners, Int32(items), units, 3, &sums)
                    }
                    guard outcome == 0, sums[0] == learners else {
                        throw Failure("the reference did not count")
                    }
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
