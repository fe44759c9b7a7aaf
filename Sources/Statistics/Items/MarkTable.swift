package import Assessment

/// Who earned what on which item, packed into a byte a mark.
///
/// An item gives few different marks, so a byte says which of them it was. That holds every
/// fraction exactly and a million sittings of twenty items in twenty megabytes.
package struct MarkTable: Sendable {
    /// Says that an item has more different marks than a byte can tell apart.
    package struct TooManyMarks: Error, Hashable {
        package let item: Int
    }

    /// The most that each item gives.
    package let maxima: [Rational]
    /// The marks that occur, item by item.
    package private(set) var marks: [[Rational]]
    /// Learner by learner: the place of each mark among its item's marks, and one more; a zero
    /// says that the learner was not asked.
    package private(set) var codes: [UInt8] = []
    private var known: [[Rational: UInt8]]

    package init(maxima: [Rational]) {
        precondition(!maxima.isEmpty, "a table needs an item")
        self.maxima = maxima
        marks = Array(repeating: [], count: maxima.count)
        known = Array(repeating: [:], count: maxima.count)
    }

    /// Takes marks that are packed already.
    package init(maxima: [Rational], marks: [[Rational]], codes: [UInt8]) {
        self.init(maxima: maxima)
        precondition(marks.count == maxima.count && marks.allSatisfy { $0.count < 256 })
        precondition(codes.count.isMultiple(of: maxima.count), "every learner has a full row")
        for first in stride(from: 0, to: codes.count, by: items) {
            for item in 0..<items {
                precondition(codes[first + item] <= marks[item].count, "a code stands for a mark")
            }
        }
        self.marks = marks
        self.codes = codes
        known = marks.map { marks in
            Dictionary(zip(marks, 1...255), uniquingKeysWith: { first, _ in first })
        }
    }

    package var items: Int { maxima.count }
    package var learners: Int { codes.count / items }

    /// Adds a learner's marks, with nil for what they were not asked; an answer that was left out
    /// earns zero and is no nil.
    package mutating func append(_ row: [Rational?]) throws(TooManyMarks) {
        precondition(row.count == items, "a row has a mark for every item")
        var added: [UInt8] = []
        for (item, mark) in row.enumerated() {
            guard let mark else {
                added.append(0)
                continue
            }
            if known[item][mark] == nil {
                guard marks[item].count < 255 else { throw TooManyMarks(item: item) }
                marks[item].append(mark)
                known[item][mark] = UInt8(marks[item].count)
            }
            added.append(known[item][mark] ?? 0)
        }
        codes += added
    }

    package func mark(of learner: Int, on item: Int) -> Rational? {
        let code = codes[learner * items + item]
        return code == 0 ? nil : marks[item][Int(code) - 1]
    }

    /// Only the learners who were asked everything.
    package var complete: MarkTable {
        guard codes.contains(0) else { return self }
        var kept: [UInt8] = []
        for learner in 0..<learners {
            let row = codes[learner * items..<(learner + 1) * items]
            if !row.contains(0) { kept += row }
        }
        return MarkTable(maxima: maxima, marks: marks, codes: kept)
    }

    /// How many of one unit each mark and each maximum is, with as many units to a point as make
    /// all of them whole.
    func units() throws(Rational.Overflow) -> (perPoint: Int, marks: [[Int]], maxima: [Int]) {
        let (perPoint, units) = try (maxima + marks.joined()).inUnits()
        var rest = units[items...]
        let scaled = marks.map { marks in
            defer { rest = rest.dropFirst(marks.count) }
            return Array(rest.prefix(marks.count))
        }
        return (perPoint, scaled, Array(units[..<items]))
    }
}

extension Array where Element == Rational {
    /// Each as a number of one unit, with as many units to one as make all of them whole.
    func inUnits() throws(Rational.Overflow) -> (perPoint: Int, units: [Int]) {
        var perPoint = Rational.one
        for number in self {
            perPoint = try perPoint * Rational((number * perPoint).denominator, over: 1)
        }
        func whole(_ number: Rational) throws(Rational.Overflow) -> Int {
            // So that sums of products of them, and products of sums, fit into 128 bits.
            guard let whole = Int32(exactly: try (number * perPoint).numerator) else {
                throw Rational.Overflow()
            }
            return Int(whole)
        }
        var units: [Int] = []
        for number in self { units.append(try whole(number)) }
        return (try whole(.one), units)
    }
}
