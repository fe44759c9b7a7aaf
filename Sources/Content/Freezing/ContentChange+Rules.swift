import Assessment

extension Quiz {
    /// The rules that are not the same in a later version.
    func rules(changedIn later: Quiz) -> Set<ContentChange.Rule> {
        let (old, new) = (structure, later.structure)
        var rules: Set<ContentChange.Rule> = []
        if old.passMark != new.passMark { rules.insert(.passMark) }
        if old.draws != new.draws || old.fixedItems != new.fixedItems { rules.insert(.selection) }
        return rules.union(old.policy.rules(changedIn: new.policy))
    }
}

extension QuizPolicy {
    fileprivate func rules(changedIn later: QuizPolicy) -> Set<ContentChange.Rule> {
        var rules: Set<ContentChange.Rule> = []
        if timeLimit != later.timeLimit || grace != later.grace || clock != later.clock {
            rules.insert(.timing)
        }
        if attempts != later.attempts || wait != later.wait || counting != later.counting {
            rules.insert(.attempts)
        }
        if retake != later.retake { rules.insert(.selection) }
        if isProctored != later.isProctored || allowsBacktracking != later.allowsBacktracking {
            rules.insert(.conduct)
        }
        return rules
    }
}

extension Rubric {
    /// The rules that are not the same in a later version.
    func rules(changedIn later: Rubric) -> Set<ContentChange.Rule> {
        let (old, new) = (structure, later.structure)
        var rules: Set<ContentChange.Rule> = []
        if old.combination != new.combination { rules.insert(.combination) }
        if old.scoring != new.scoring || old.subjects != new.subjects { rules.insert(.scoring) }
        if old.panel != new.panel { rules.insert(.panel) }
        if old.sources != new.sources { rules.insert(.sources) }
        if old.profiles != new.profiles { rules.insert(.profiles) }
        if old.gaps != new.gaps { rules.insert(.gaps) }
        if old.bands != new.bands { rules.insert(.bands) }
        return rules
    }
}
