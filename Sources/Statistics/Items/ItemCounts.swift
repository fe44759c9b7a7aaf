package import Assessment

/// How many learners of each total earned each mark of each item: all that the figures of a quiz
/// and of its items need, in memory that does not grow with the number of learners.
///
/// Counts of parts of a table add up to those of the whole, whoever counted them.
package struct ItemCounts: Sendable {
    package let items: Int
    package private(set) var learners = 0
    let perPoint: Int
    let maxima: [Int]
    /// The units of each mark; every item has `stride` places, and the first says it was not asked.
    let units: [Int]
    let stride: Int
    /// In the order they were met; `counts` has a row for each, `units.count` wide.
    private(set) var totals: [Int] = []
    private(set) var counts: [UInt32] = []
    private var places: Places

    /// Counts the learners given, or all of them.
    package init(
        _ table: MarkTable, learners range: Range<Int>? = nil
    ) throws(Rational.Overflow) {
        let units = try table.units()
        items = table.items
        perPoint = units.perPoint
        maxima = units.maxima
        let stride = 1 + (units.marks.map(\.count).max() ?? 0)
        self.stride = stride
        self.units = units.marks.flatMap { marks in
            [0] + marks + Array(repeating: 0, count: stride - 1 - marks.count)
        }
        places = Places(
            from: units.marks.reduce(0) { $0 + min($1.min() ?? 0, 0) },
            through: units.marks.reduce(0) { $0 + max($1.max() ?? 0, 0) })
        counts.reserveCapacity(min(places.near.count, table.learners, 256) * self.units.count)
        count(table.codes, range ?? 0..<table.learners)
    }

    /// The one loop that runs once for every mark.
    ///
    /// It counts a learner and adds up the marks of the next one, which a processor does at once. Its
    /// checks of bounds would take half as long again as its sums, and a `MarkTable` has made sure
    /// already that every code stands for a mark of its item.
    private mutating func count(_ codes: [UInt8], _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let (width, step, units) = (items, stride, units)
        let rows = codes[range.lowerBound * width..<range.upperBound * width]
        unsafe rows.withUnsafeBufferPointer { rows in
            unsafe units.withUnsafeBufferPointer { units in
                var total = 0
                for item in 0..<width { total += unsafe units[item * step + Int(rows[item])] }
                for first in Swift.stride(from: 0, to: rows.count, by: width) {
                    let next = min(first &+ width, rows.count &- width)
                    var (counted, added) = (row(of: total), 0)
                    total = 0
                    unsafe counts.withUnsafeMutableBufferPointer { counts in
                        for item in 0..<width {
                            total &+= unsafe units[added &+ Int(rows[next &+ item])]
                            unsafe counts[counted &+ Int(rows[first &+ item])] &+= 1
                            added &+= step
                            counted &+= step
                        }
                    }
                }
            }
        }
        learners += range.count
    }

    private mutating func row(of total: Int) -> Int {
        if let row = places[total] { return row }
        let row = counts.count
        places[total] = row
        totals.append(total)
        counts.append(contentsOf: repeatElement(0, count: units.count))
        return row
    }

    /// Counts a table in so many parts at once.
    package static func of(_ table: MarkTable, parts: Int) async throws -> ItemCounts {
        precondition(parts > 0, "there is a part at least")
        let size = (table.learners + parts - 1) / parts
        return try await withThrowingTaskGroup(of: ItemCounts.self) { group in
            for part in 1..<parts {
                let first = min(part * size, table.learners)
                let range = first..<min(first + size, table.learners)
                group.addTask { try ItemCounts(table, learners: range) }
            }
            var whole = try ItemCounts(table, learners: 0..<min(size, table.learners))
            for try await counts in group { whole.add(counts) }
            return whole
        }
    }

    /// Adds what was counted of another part of the same table.
    package mutating func add(_ other: ItemCounts) {
        precondition(units == other.units && stride == other.stride, "parts of one table")
        for (number, total) in other.totals.enumerated() {
            let row = row(of: total)
            for slot in units.indices {
                counts[row + slot] += other.counts[number * units.count + slot]
            }
        }
        learners += other.learners
    }

    /// Where each total has its row: looked up by its distance from the lowest, or, where marks
    /// are so fine that this would take more memory than the counts, in a dictionary.
    private struct Places: Sendable {
        private let lowest: Int
        private(set) var near: [Int32] = []
        private var far: [Int: Int] = [:]

        init(from lowest: Int, through highest: Int) {
            self.lowest = lowest
            if highest - lowest < 1 << 20 {
                near = Array(repeating: -1, count: highest - lowest + 1)
            }
        }

        subscript(total: Int) -> Int? {
            get {
                guard !near.isEmpty else { return far[total] }
                let row = near[total - lowest]
                return row < 0 ? nil : Int(row)
            }
            set {
                if near.isEmpty {
                    far[total] = newValue
                } else {
                    near[total - lowest] = newValue.map(Int32.init) ?? -1
                }
            }
        }
    }
}
