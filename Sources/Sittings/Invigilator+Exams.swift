internal import Assessment
internal import Results
internal import Sealing

/// What leads decide about a quiz that is watched, and what comes of it.
extension Invigilator {
    /// Whether a code has to be known before the quiz opens, here and now.
    package func needsCode(for quiz: String) throws(SittingFault) -> Bool {
        try currentCode(of: quiz) != nil
    }

    /// Whether the code opens the quiz; any does where none is set.
    package func admits(_ code: String, to quiz: String) throws(SittingFault) -> Bool {
        try currentCode(of: quiz)?.matches(code) ?? true
    }

    private func currentCode(of quiz: String) throws(SittingFault) -> PasswordHash? {
        try keeping { () throws(StoreFault) in try store.proctorCode(of: quiz)?.hash }
    }

    /// From now on the quiz opens with this code and no other, or with nil without one.
    package func setCode(_ code: String?, of quiz: String) throws(SittingFault) {
        let hash = code.map { PasswordHash(of: $0) }
        if case .some(nil) = hash {
            throw .store(StoreFault(.full, "there is not enough memory to hash the code"))
        }
        let record = ProctorCodeRecord(
            quiz: quiz, id: surroundings.newID(), time: surroundings.now.time,
            author: surroundings.author, hash: hash ?? nil)
        try keeping { () throws(StoreFault) in try store.add([record], at: record.time) }
    }

    /// Lets learners see what these sittings came to: all of them, or none.
    package func release(_ sittings: [KeptSitting]) throws(SittingFault) {
        let time = surroundings.now.time
        let records = sittings.map { sitting in
            ReleaseRecord(
                learner: sitting.record.learner, sitting: sitting.record.id,
                id: surroundings.newID(), time: time, author: surroundings.author)
        }
        try keeping { () throws(StoreFault) in try store.add(records, at: time) }
    }
}
