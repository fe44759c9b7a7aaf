package import Assessment

/// Something that is not as it was when it was added.
package struct StoreFinding: Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The file itself, before any record is looked at.
        case file
        case chain, record, erasure, verdict
    }

    package let kind: Kind
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }
}

/// What verifying found, and how much it looked at.
package struct Verification: Sendable, Hashable {
    package fileprivate(set) var findings: [StoreFinding] = []
    package fileprivate(set) var records = 0
    package fileprivate(set) var entries = 0
    package fileprivate(set) var verdicts = 0
    /// Verdicts that cannot be computed again, because answers were erased or a grader is gone.
    package fileprivate(set) var unprovable: [String: Int] = [:]
    package fileprivate(set) var head: ChainHead?
}

/// What came of computing a verdict again.
package enum Recomputation: Sendable, Hashable {
    case same
    /// In words that hold no answer: `16 of 20 rather than 17 of 20`.
    case different(String)
    case impossible(String)
}

/// A grade, and all that it was computed from.
package struct GradeBasis: Sendable {
    package let grade: GradeRecord
    package let sitting: SittingRecord
    package let steps: [StepRecord]
    /// The quiz as it was asked, or as it was set right for this grade.
    package let content: FrozenContent
    /// What items earn whatever was answered to them.
    package let given: [Item.ID: Rational]

    package init(
        grade: GradeRecord, sitting: SittingRecord, steps: [StepRecord], content: FrozenContent,
        given: [Item.ID: Rational] = [:]
    ) {
        self.grade = grade
        self.sitting = sitting
        self.steps = steps
        self.content = content
        self.given = given
    }
}

/// Computes a grade again from what it was computed from.
package typealias Regrader = (GradeBasis) -> Recomputation

extension ResultsStore {
    /// Holds every record against the audit chain, and every verdict against the answers.
    ///
    /// `known` are hashes of entries that were written down elsewhere: where one is gone, history
    /// was cut. Finds what was changed, added or removed by hand; that the end of the own chain was
    /// cut off together with its mark it finds only by a known hash.
    package func verify(
        known: [Digest] = [], regrading compute: Regrader
    ) throws(StoreFault) -> Verification {
        try reading { () throws(StoreFault) in
            var result = Verification()
            try verifyChain(&result, known: known)
            try verifyRecords(&result)
            try verifyVerdicts(&result, compute)
            return result
        }
    }

    private func verifyChain(
        _ result: inout Verification, known: [Digest]
    ) throws(StoreFault) {
        let head = try self.head
        result.head = head
        var walk = ChainWalk()
        try forEachEntry { entry throws(StoreFault) in
            result.entries += 1
            if !walk.follow(entry) {
                result.find(.chain, "entry \(entry.sequence - 1) of the audit chain is gone")
            }
            guard entry.isIntact else {
                result.find(.chain, "entry \(entry.sequence) of the audit chain was changed")
                return
            }
            try verifyAdded(by: entry, &result)
        }
        var marked: Set<Digest> = [head.hash]
        try forEachRow(MergeRecord.table) { row throws(StoreFault) in
            if let merge = try? MergeRecord(RowReader(row)) { marked.insert(merge.head) }
        }
        let start = ChainHead.start(of: identity)
        for hash in marked.union(known).subtracting([start.hash]).sorted()
        where try entry(hash) == nil {
            result.find(.chain, "the audit chain lacks the entry \(hash)")
        }
        for hash in walk.ends.subtracting(marked).sorted() {
            result.find(.chain, "the audit chain goes on past its end with the entry \(hash)")
        }
        if head.sequence != (try entry(head.hash)?.sequence ?? 0) {
            result.find(.chain, "the audit chain does not end with entry \(head.sequence)")
        }
    }

    private func verifyAdded(
        by entry: AuditEntry, _ result: inout Verification
    ) throws(StoreFault) {
        guard let table = Table.named(entry.table), let key = [Field](encoded: entry.key),
            let row = try row(table, key: key)
        else {
            result.find(
                .record, "the \(entry.table) that entry \(entry.sequence) added is gone")
            return
        }
        if row.digest != entry.digest {
            result.find(
                .record, "the \(entry.table) that entry \(entry.sequence) added was changed")
        }
    }

    private func verifyRecords(_ result: inout Verification) throws(StoreFault) {
        var erased: Set<Field> = []
        try forEachRow(ErasureRecord.table) { row throws(StoreFault) in
            erased.formUnion(row.key.prefix(1))
        }
        for table in Table.all {
            try forEachRow(table) { row throws(StoreFault) in
                result.records += 1
                if try entries(table, key: row.key).isEmpty {
                    result.find(.record, "a \(table.name) was added without an entry")
                }
                if !row.isSealIntact {
                    result.find(.record, "the personal part of a \(table.name) was changed")
                }
                guard table.holdsPersonal else { return }
                let isDue = row.key.first.map { erased.contains($0) } ?? false
                if row.isErased != isDue {
                    result.find(
                        .erasure,
                        isDue
                            ? "a \(table.name) of an erased person still has its words"
                            : "a \(table.name) lost its words without an erasure")
                }
            }
        }
    }

    private func verifyVerdicts(
        _ result: inout Verification, _ compute: Regrader
    ) throws(StoreFault) {
        var contents = Contents()
        try forEachRow(GradeRecord.table) { row throws(StoreFault) in
            result.verdicts += 1
            switch try recompute(row, &contents, by: compute) {
            case .same: break
            case .different(let how):
                result.find(.verdict, "a verdict computes to another value: \(how)")
            case .impossible(let why): result.unprovable[why, default: 0] += 1
            }
        }
    }

    private func recompute(
        _ row: SealedRow, _ contents: inout Contents, by compute: Regrader
    ) throws(StoreFault) -> Recomputation {
        do throws(StoreFault) {
            return try recompute(try GradeRecord(RowReader(row)), &contents, by: compute)
        } catch {
            guard error.kind == .damaged else { throw error }
            return .different("a record that it rests on cannot be read")
        }
    }

    private func recompute(
        _ grade: GradeRecord, _ contents: inout Contents, by compute: Regrader
    ) throws(StoreFault) -> Recomputation {
        let key: [Field] = [.id(grade.learner), .id(grade.sitting)]
        guard let row = try row(SittingRecord.table, key: key) else {
            return .different("its sitting is gone")
        }
        let sitting = try SittingRecord(RowReader(row))
        let regrade = try regrade(for: grade)
        if grade.cause == .regraded, regrade == nil { return .different("its correction is gone") }
        let hash = regrade?.content ?? sitting.content
        let content = try contents.content(hash) { () throws(StoreFault) in
            try self.row(ContentRecord.table, key: [.digest(hash)])
        }
        guard let content else { return .different("its content is gone") }
        var steps: [StepRecord] = []
        var isErased = false
        try forEachRow(StepRecord.table, .under(key)) { row throws(StoreFault) in
            isErased = isErased || row.isErased
            steps.append(try StepRecord(RowReader(row)))
        }
        let outcome = compute(
            GradeBasis(
                grade: grade, sitting: sitting, steps: steps, content: content,
                given: regrade?.given ?? [:]))
        // Typed answers are gone, so another value proves nothing.
        if isErased, outcome != .same { return .impossible("answers were erased") }
        return outcome
    }
}

/// Follows chains whose entries come by sequence, remembering only how far each has got.
private struct ChainWalk {
    private var sequence: Int64 = 0
    private var current: Set<Digest> = []
    private var previous: Set<Digest> = []
    /// The entries that no other one names so far.
    private(set) var ends: Set<Digest> = []

    /// Whether the entry begins a chain or follows one that was there.
    mutating func follow(_ entry: AuditEntry) -> Bool {
        if entry.sequence != sequence {
            previous = entry.sequence == sequence &+ 1 ? current : []
            current = []
            sequence = entry.sequence
        }
        current.insert(entry.hash)
        ends.insert(entry.hash)
        guard entry.sequence != 1 else { return true }
        ends.remove(entry.previous)
        return previous.contains(entry.previous)
    }
}

/// The content that verdicts rest on, a few at a time, since few serve many.
private struct Contents {
    private var kept: [Digest: FrozenContent] = [:]

    mutating func content(
        _ hash: Digest, _ find: () throws(StoreFault) -> SealedRow?
    ) throws(StoreFault) -> FrozenContent? {
        if let content = kept[hash] { return content }
        guard let row = try find() else { return nil }
        let content = try ContentRecord(RowReader(row)).content
        if kept.count == 16 { kept.removeAll() }
        kept[hash] = content
        return content
    }
}

extension Verification {
    fileprivate mutating func find(_ kind: StoreFinding.Kind, _ message: String) {
        findings.append(StoreFinding(kind, message))
    }
}
