package import Assessment
package import Content
package import Grading
package import Results

/// What sittings come to once items of a quiz are set right, before anything is kept.
package struct Revision: Sendable {
    /// A sitting that was asked what was set right.
    package struct Change: Sendable {
        package let sitting: KeptSitting
        package let before: GradeRecord
        package let after: QuizGrade
        let content: FrozenContent
        let given: [Item.ID: Rational]

        package var isOther: Bool {
            before.marks != after.marks || before.verdict != after.verdict
        }
    }

    /// In the order they began, learner by learner.
    package fileprivate(set) var changes: [Change] = []
    /// The items set right, or for which full marks are given, that anybody was asked.
    package fileprivate(set) var items: Set<Item.ID> = []
    /// Items of which more changed than how answers are marked, so that they stay as they were asked.
    package fileprivate(set) var unfit: [Item.ID: Set<ContentChange.Aspect>] = [:]
    /// How many sittings were looked at that have a grade.
    package fileprivate(set) var graded = 0
}

extension Invigilator {
    /// Grades every sitting once more, by the items as the quiz has them now and by the rules as they
    /// were when it began.
    ///
    /// The awarded items give everybody full marks; where it is lenient, nobody gets fewer marks for
    /// an item than before.
    package func revision(
        of quiz: Quiz, of bank: Bank, by learners: [Person.ID], awarding: Set<Item.ID> = [],
        isLenient: Bool = false
    ) throws(SittingFault) -> Revision {
        let later: FrozenContent
        do { later = try Freezing.quiz(quiz.id, of: bank) } catch { throw .content(error) }
        var revision = Revision()
        var known: [Digest: Correction] = [:]
        for learner in learners {
            for sitting in try sittings(of: learner, quiz: quiz.name(in: bank)) {
                guard let before = sitting.grade else { continue }
                revision.graded += 1
                let hash = sitting.content.contentHash
                let correction: Correction
                if let earlier = known[hash] {
                    correction = earlier
                } else {
                    correction = try Correction(of: sitting, by: later)
                    known[hash] = correction
                }
                try revision.add(sitting, before, correction, awarding, isLenient)
            }
        }
        return revision
    }

    /// Keeps the new grades, each beside the old one: all of them, or none.
    package func keep(_ revision: Revision, because reason: String) throws(SittingFault) {
        let time = surroundings.now.time
        var records: [any Record] = []
        var contents: Set<Digest> = []
        for change in revision.changes {
            let grade = change.sitting.record.record(
                change.after, id: surroundings.newID(), at: time, by: surroundings.author,
                cause: .regraded, reason: reason)
            if contents.insert(change.content.contentHash).inserted {
                records.append(ContentRecord(change.content))
            }
            records.append(grade)
            records.append(
                RegradeRecord(
                    grade, by: change.content.contentHash, giving: change.given))
        }
        try keeping { () throws(StoreFault) in try store.add(records, at: time) }
    }
}

extension Correction {
    fileprivate init(of sitting: KeptSitting, by later: FrozenContent) throws(SittingFault) {
        do throws(FreezingFault) { try self.init(of: sitting.content, by: later) } catch {
            throw .content(error)
        }
    }
}

extension Revision {
    fileprivate mutating func add(
        _ sitting: KeptSitting, _ before: GradeRecord, _ correction: Correction,
        _ awarding: Set<Item.ID>, _ isLenient: Bool
    ) throws(SittingFault) {
        let known = Dictionary(correction.bank.items.map { ($0.id, $0) }) { first, _ in first }
        let asked = sitting.record.items.compactMap { known[$0] }
        unfit.merge(correction.unfit.filter { sitting.record.items.contains($0.key) }) {
            $0.union($1)
        }
        var given = sitting.given
        for item in asked where awarding.contains(item.id) { given[item.id] = item.points }
        let touched = asked.map(\.id).filter { item in
            correction.items.contains(item) || given[item] != sitting.given[item]
        }
        guard !touched.isEmpty else { return }
        items.formUnion(touched)
        let answers = sitting.attempt.answers.current
        var after = try correction.quiz.grading(asked, answers, giving: given)
        if isLenient {
            for (item, earned) in before.items.map({ ($0.item, $0.marks.earned) })
            where after.items.contains(where: {
                // A text keeps waiting for its reviewer, who gives the whole item its marks.
                $0.item == item && !$0.needsReviewer && $0.marks.earned < earned
            }) {
                given[item] = earned
            }
            after = try correction.quiz.grading(asked, answers, giving: given)
        }
        changes.append(
            Change(
                sitting: sitting, before: before, after: after, content: correction.content,
                given: given))
    }
}
