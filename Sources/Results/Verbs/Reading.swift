package import Assessment

extension ResultsStore {
    /// Every record of a kind that the query means, in the order of their keys.
    package func records<Kept: Record>(
        _ type: Kept.Type = Kept.self, _ query: Query
    ) throws(StoreFault) -> [Kept] {
        try reading { () throws(StoreFault) in
            var records: [Kept] = []
            try forEachRow(Kept.table, query) { row throws(StoreFault) in
                records.append(try Kept(RowReader(row)))
            }
            return records
        }
    }

    /// Calls the body with every row, holding few of them at a time.
    func forEachRow(
        _ table: Table, _ query: Query = .all,
        _ body: (SealedRow) throws(StoreFault) -> Void
    ) throws(StoreFault) {
        let page = 1_000
        var last: [Field]?
        while true {
            let rows = try rows(table, query, after: last, limit: page)
            for row in rows { try body(row) }
            guard rows.count == page, let row = rows.last else { return }
            last = row.key
        }
    }

    func forEachEntry(_ body: (AuditEntry) throws(StoreFault) -> Void) throws(StoreFault) {
        let page = 1_000
        var last: AuditEntry?
        while true {
            let entries = try entries(after: last, limit: page)
            for entry in entries { try body(entry) }
            guard entries.count == page else { return }
            last = entries.last
        }
    }

    /// Everybody, as they are known now, by their ids; reads every record about every one.
    package func people() throws(StoreFault) -> [Person] {
        try Self.latest(records(PersonRecord.self, .all), of: \.person.id).map(\.person)
    }

    /// Nil where there is nobody with the id.
    package func person(_ id: Person.ID) throws(StoreFault) -> Person? {
        try Self.latest(records(PersonRecord.self, .learner(id)), of: \.person.id).first?.person
    }

    /// Every cohort as it is called now, by its id.
    package func cohorts() throws(StoreFault) -> [Cohort] {
        try Self.latest(records(CohortRecord.self, .all), of: \.cohort.id).map(\.cohort)
    }

    /// Who is in the cohort now.
    package func members(of cohort: Cohort.ID) throws(StoreFault) -> [Person.ID] {
        try Self.latest(records(MembershipRecord.self, .members(of: cohort)), of: \.person)
            .filter(\.isJoined).map(\.person)
    }

    /// What was last said of the code that opens the quiz, by a time or by now; nil where nothing
    /// was.
    package func proctorCode(
        of quiz: String, at time: Timestamp? = nil
    ) throws(StoreFault) -> ProctorCodeRecord? {
        let said = try records(ProctorCodeRecord.self, .codes(ofQuiz: quiz))
            .filter { code in time.map { code.time <= $0 } ?? true }
        return Self.latest(said, of: \.quiz).first
    }

    /// What a grade was computed from other than its sitting; nil where that was all.
    package func regrade(for grade: GradeRecord) throws(StoreFault) -> RegradeRecord? {
        guard grade.cause == .regraded else { return nil }
        let key: [Field] = [.id(grade.learner), .id(grade.sitting), .id(grade.id)]
        return try row(RegradeRecord.table, key: key).map { row throws(StoreFault) in
            try RegradeRecord(RowReader(row))
        }
    }

    /// The latest record about each subject, by the subjects' order.
    private static func latest<Kept: Dated, Subject: Hashable & Comparable>(
        _ records: [Kept], of subject: (Kept) -> Subject
    ) -> [Kept] {
        Dictionary(grouping: records, by: subject).sorted { $0.key < $1.key }.compactMap {
            $0.value.max { ($0.time, $0.order) < ($1.time, $1.order) }
        }
    }
}

/// A record of which the latest about a subject counts.
protocol Dated {
    var time: Timestamp { get }
    /// Decides between records of one time.
    var order: UInt128 { get }
}

extension PersonRecord: Dated { var order: UInt128 { id.bits } }
extension CohortRecord: Dated { var order: UInt128 { id.bits } }
extension MembershipRecord: Dated { var order: UInt128 { id.bits } }
extension ProctorCodeRecord: Dated { var order: UInt128 { id.bits } }
