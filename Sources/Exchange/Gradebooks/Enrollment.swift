internal import Assessment

/// The learners whom a gradebook can find, with their sittings, and those whom it cannot.
struct Enrollment {
    /// Each once, in the order of the sittings.
    let learners: [Person]
    let sittings: [GradedSitting]
    private let leftOut: [Exported.LeftOut]

    /// Leaves out those for whom there is a reason.
    init(_ sittings: [GradedSitting], leavingOut reason: (Person) -> String?) {
        var seen: Set<Person.ID> = []
        let everybody = sittings.map(\.learner).filter { seen.insert($0.id).inserted }
        leftOut = everybody.compactMap { learner in
            reason(learner).map { Exported.LeftOut(learner: learner, reason: $0) }
        }
        let lost = Set(leftOut.map(\.learner.id))
        learners = everybody.filter { !lost.contains($0.id) }
        self.sittings = sittings.filter { !lost.contains($0.learner.id) }
    }

    /// What was made of them; of all sittings, unless it is said of how many.
    func exported(_ bytes: [UInt8], count: Int? = nil) -> Exported {
        Exported(bytes: bytes, count: count ?? sittings.count, leftOut: leftOut)
    }
}
