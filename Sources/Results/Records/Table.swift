/// How one kind of record is laid out: its columns, in the order every store keeps.
package struct Table: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        /// What a column is there for, beyond being kept.
        package enum Part: Sendable, Hashable {
            /// Together with the other keys it is what nothing else is.
            case key
            case plain
            /// Says something about a person, who may have it erased.
            case personal
        }

        package let name: String
        package let part: Part
        /// Whether records are looked up by it.
        package let isLooked: Bool

        package init(_ name: String, _ part: Part = .plain, isLooked: Bool = false) {
            self.name = name
            self.part = part
            self.isLooked = isLooked
        }
    }

    package let name: String
    package let columns: [Column]

    /// The keys come first and the personal columns last.
    package init(_ name: String, keys: [String], _ columns: Column...) {
        self.name = name
        self.columns = keys.map { Column($0, .key) } + columns
        let firstPersonal = self.columns.firstIndex { $0.part == .personal } ?? self.columns.count
        precondition(
            self.columns[firstPersonal...].allSatisfy { $0.part == .personal },
            "personal columns stand last, so that they can be sealed apart")
    }

    package var keyCount: Int { columns.prefix { $0.part == .key }.count }

    package var personalCount: Int { columns.count { $0.part == .personal } }

    package var holdsPersonal: Bool { columns.last?.part == .personal }

    package func index(of column: String) -> Int? {
        columns.firstIndex { $0.name == column }
    }

    package static func == (left: Self, right: Self) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// Every kind of record, in an order in which each comes after those it refers to.
    package static let all: [Table] = [
        PersonRecord.table, CohortRecord.table, MembershipRecord.table, ContentRecord.table,
        ProctorCodeRecord.table, SittingRecord.table, StepRecord.table, GradeRecord.table,
        RegradeRecord.table, ReleaseRecord.table, SubmissionRecord.table, AssignmentRecord.table,
        ReviewStepRecord.table, SheetRecord.table, EvaluationRecord.table,
        VerdictReleaseRecord.table, OverrideRecord.table, StandingRecord.table,
        ErasureRecord.table, MergeRecord.table,
    ]

    package static func named(_ name: String) -> Table? { all.first { $0.name == name } }
}
