package import Assessment

/// The structure of content is what can change a mark, a verdict, or whether a sitting or a sheet
/// counts: the same content with everything else taken out.
///
/// Each type takes out what it names and keeps the rest, so that a field added later counts until
/// somebody decides that it does not. Where it is unclear whether a field can change a mark, it
/// counts: two structures that differ may still mark alike. Two that are the same always do, as
/// long as ids keep their meaning; ``ContentChange`` tells where words moved to another id.
extension Bank {
    /// The order of items and objectives goes too, because draws do not depend on it.
    package var structure: Bank {
        var bank = self
        bank.version = ""
        bank.language = nil
        bank.title = ""
        bank.description = nil
        bank.objectives = objectives.map(\.structure).sorted { $0.id < $1.id }
        bank.items = items.map(\.structure).sorted { $0.id < $1.id }
        bank.quizzes = quizzes.map(\.structure)
        return bank
    }
}

extension Objective {
    /// Its id alone: the weight says how much of the course it is, and no mark reads that.
    var structure: Objective {
        var objective = self
        objective.title = ""
        objective.description = nil
        objective.weight = nil
        return objective
    }
}

extension Item {
    /// The status goes: what is asked is decided by which items are there at all.
    var structure: Item {
        var item = self
        item.status = .active
        item.prompt = ""
        item.interactions = interactions.map(\.structure)
        item.hints = []
        item.explanation = nil
        item.review = nil
        return item
    }
}

extension Quiz {
    /// Draws and fixed items count as sets.
    var structure: Quiz {
        var quiz = self
        quiz.title = ""
        quiz.description = nil
        quiz.policy = policy.structure
        quiz.draws = draws.sorted {
            ($0.objective?.text ?? "", $0.count) < ($1.objective?.text ?? "", $1.count)
        }
        quiz.fixedItems = fixedItems.sorted()
        return quiz
    }
}

extension QuizPolicy {
    /// What is left says what may be answered until when, what a second sitting asks, and which
    /// sittings count; when feedback shows, how questions are arranged and whether a learner says
    /// how sure they are changes no mark.
    var structure: QuizPolicy {
        let usual = QuizPolicy()
        var policy = self
        policy.feedback = usual.feedback
        policy.arrangement = usual.arrangement
        policy.asksConfidence = usual.asksConfidence
        return policy
    }
}
