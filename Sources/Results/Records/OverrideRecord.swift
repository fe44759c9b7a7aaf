package import Assessment

/// That a lead decided otherwise than the rules did, and why.
package struct OverrideRecord: Record {
    package static let table = Table(
        "override", keys: ["learner", "target", "id"], .init("at"), .init("by"), .init("kind"),
        .init("before"), .init("after"), .init("reason", .personal))

    /// What was decided anew.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case grade, evaluation, standing
    }

    package let learner: Person.ID
    /// The id of the record it overrides.
    package let target: UniqueID<any Record>
    package let id: UniqueID<OverrideRecord>
    package let time: Timestamp
    package let author: String
    package let kind: Kind
    package let before: String
    package let after: String
    /// Nil once it is erased, never before.
    package let reason: String?

    package init(
        learner: Person.ID, target: UniqueID<any Record>, id: UniqueID<OverrideRecord>,
        time: Timestamp, author: String, kind: Kind, before: String, after: String, reason: String?
    ) {
        self.learner = learner
        self.target = target
        self.id = id
        self.time = time
        self.author = author
        self.kind = kind
        self.before = before
        self.after = after
        self.reason = reason
    }

    package var fields: [Field] {
        [
            .id(learner), .id(target), .id(id), .time(time), .text(author), .text(kind.rawValue),
            .text(before), .text(after), .optional(reason),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        target = try row.id("target")
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        kind = try row.value("kind") { Kind(rawValue: $0) }
        before = try row.text("before")
        after = try row.text("after")
        reason = try row.optionalText("reason")
    }
}
