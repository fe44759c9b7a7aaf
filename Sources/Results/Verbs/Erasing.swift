package import Assessment

/// How much of a kind of record erasing takes the words from.
package struct ErasureCount: Sendable, Hashable {
    package let table: Table
    package let records: Int
    /// The columns it empties.
    package let columns: [String]
}

extension ResultsStore {
    /// What ``erase(_:)`` would take, kind by kind; nothing where it is done already.
    package func erasure(of learner: Person.ID) throws(StoreFault) -> [ErasureCount] {
        try reading { () throws(StoreFault) in
            var counts: [ErasureCount] = []
            for table in Table.all where table.holdsPersonal {
                var records = 0
                try forEachRow(table, .learner(learner)) { row throws(StoreFault) in
                    if !row.isErased { records += 1 }
                }
                guard records > 0 else { continue }
                let columns = table.columns.filter { $0.part == .personal }.map(\.name)
                counts.append(ErasureCount(table: table, records: records, columns: columns))
            }
            return counts
        }
    }

    /// Takes what is personal from everything about the learner, and leaves a tombstone.
    ///
    /// Choices, marks and verdicts stay under an id that names nobody, and the chain still verifies.
    package func erase(_ erasure: ErasureRecord) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let table = ErasureRecord.table
            if try rows(table, .learner(erasure.learner), after: nil, limit: 1).isEmpty {
                try check(erasure)
                var generator = SystemRandomNumberGenerator()
                try insert(
                    own: SealedRow(table, erasure.fields, using: &generator), at: erasure.time)
            }
            try erasePersonal(of: erasure.learner)
        }
        try scrubWhatIsErased()
    }

    /// Whatever happens here, what is erased is saved as erased.
    func scrubWhatIsErased() throws(StoreFault) {
        do throws(StoreFault) { try scrub() } catch {
            var fault = error
            fault.outcome = .saved
            throw fault
        }
    }

    func erasePersonal(of learner: Person.ID) throws(StoreFault) {
        for table in Table.all where table.holdsPersonal {
            try forEachRow(table, .learner(learner)) { row throws(StoreFault) in
                if !row.isErased { try erasePersonal(row.erased()) }
            }
        }
    }
}
