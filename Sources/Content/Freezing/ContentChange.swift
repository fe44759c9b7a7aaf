package import Assessment

/// What changed between two frozen versions of a quiz or a rubric, and whose marks that touches.
///
/// ```swift
/// let change = try ContentChange.between(frozenThen, frozenNow)
/// let touched = sittings.filter { change.canChangeMarks(onParts: $0.askedItems) }
/// ```
package struct ContentChange: Sendable, Hashable {
    /// What became of an item or a criterion.
    package enum Fate: Sendable, Hashable {
        case added, removed
        /// It reads or looks different, and earns the same marks.
        case reworded
        case rescored(Set<Aspect>)
    }

    /// What it is about an item or a criterion that can change marks.
    package enum Aspect: String, Sendable, Hashable, CaseIterable {
        /// Which answers are right.
        case key
        /// What a partly right answer earns.
        case credit
        case points
        /// Which answers can be given.
        case answers
        case objective
        /// Words moved from one id to another: an answer held by that id now says something else.
        case meaning
        /// How much a criterion, or a group it is in, counts.
        case weight
        /// Which marks a criterion allows, and what each is worth.
        case levels
        case gate
        /// Who is asked, and what has to stand beside a mark.
        case conditions
        case other
    }

    /// What it is about the whole that can change a verdict.
    package enum Rule: String, Sendable, Hashable, CaseIterable {
        case passMark = "pass-mark"
        /// Time limit, grace and clock.
        case timing
        /// How many sittings, how far apart, and which of them counts.
        case attempts
        /// Which items are asked.
        case selection
        /// Whether somebody watches, and whether there is a way back.
        case conduct
        case combination, scoring, panel, sources, profiles, gaps, bands
        /// Anything else, such as the order of criteria.
        case other
    }

    /// An item or a criterion that is not what it was.
    package struct Part: Sendable, Hashable {
        package let id: String
        package let fate: Fate

        package init(id: String, fate: Fate) {
            self.id = id
            self.fate = fate
        }
    }

    package let kind: FrozenContent.Kind
    /// In the order of the later version, and behind them those that are gone.
    package let parts: [Part]
    package let rules: Set<Rule>

    /// Reads both versions and compares them part by part, in time linear in their size.
    package static func between(
        _ before: FrozenContent, _ after: FrozenContent
    ) throws(FreezingFault) -> ContentChange {
        guard before.kind == after.kind, before.id == after.id else {
            throw .notComparable(before.name, after.name)
        }
        let parts: [Part]
        var rules: Set<Rule>
        switch (try Freezing.thaw(before), try Freezing.thaw(after)) {
        case (.quiz(let oldQuiz, let old), .quiz(let newQuiz, let new)):
            parts = ComparedPart.changes(from: old.comparedItems, to: new.comparedItems)
            rules = oldQuiz.rules(changedIn: newQuiz)
        case (.rubric(let old), .rubric(let new)):
            parts = ComparedPart.changes(from: old.comparedCriteria, to: new.comparedCriteria)
            rules = old.rules(changedIn: new)
        default: throw .notComparable(before.name, after.name)
        }
        let isExplained = !rules.isEmpty || parts.contains { $0.fate != .reworded }
        if !isExplained, before.structureHash != after.structureHash { rules.insert(.other) }
        return ContentChange(kind: after.kind, parts: parts, rules: rules)
    }

    /// Whether a sitting that asked these items, or a sheet on these criteria, could come to other
    /// marks or another verdict by the later version.
    ///
    /// A quiz that asks other items from now on leaves past sittings alone. Criteria are weighed
    /// against each other, so that a change to one of them reaches every sheet.
    package func canChangeMarks(onParts ids: some Sequence<String>) -> Bool {
        if !rules.subtracting([.selection]).isEmpty { return true }
        let touched = parts.filter { part in
            switch part.fate {
            case .reworded: false
            case .added: kind != .quiz
            case .removed, .rescored: true
            }
        }
        if kind != .quiz { return !touched.isEmpty }
        let touchedIDs = Set(touched.map(\.id))
        return ids.contains(where: touchedIDs.contains)
    }
}
