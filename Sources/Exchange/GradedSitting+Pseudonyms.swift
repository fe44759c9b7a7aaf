package import Assessment

extension GradedSitting {
    /// The same result of somebody who cannot be told from it: other ids, no name, no words.
    ///
    /// `mask` turns an id into another one, always the same, in a way that nobody can undo without
    /// a key. What was chosen, sorted and put in order stays; what was typed or written goes.
    package func pseudonymized(_ mask: ([UInt8]) -> Digest) -> GradedSitting {
        let learner = learner.pseudonymized(mask)
        let items = items.map { asked in
            AskedItem(
                asked.item, asked.answer?.withoutWords, marks: asked.marks, outcome: asked.outcome)
        }
        return GradedSitting(
            id: ID(masking: id, mask), learner: learner, quiz: quiz, attempt: attempt,
            begun: begun, ended: ended, graded: graded, marks: marks, verdict: verdict,
            items: items, objectives: objectives)
    }
}

extension Person {
    /// Somebody with another id and a name made of it.
    package func pseudonymized(_ mask: ([UInt8]) -> Digest) -> Person {
        let other = ID(masking: id, mask)
        return Person(
            id: other, name: "Learner \(other.description.prefix(8))",
            externalID: other.description, roles: roles)
    }
}

extension Answer {
    fileprivate var withoutWords: Answer {
        Answer(responses.map { $0?.holdsWords == true ? nil : $0 })
    }
}

extension UniqueID {
    /// The id that another is known by to those who do not have the key.
    package init(masking id: UniqueID, _ mask: ([UInt8]) -> Digest) {
        // A UUID whose maker says what its bits are: RFC 9562, section 5.8.
        self.init(version: 8, bytes: mask(id.bytes).bytes)
    }
}
