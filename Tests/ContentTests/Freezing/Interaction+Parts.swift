import Assessment

/// Each kind of interaction as a value that a row can change in place.
extension Interaction.Kind {
    private func missing(_ kind: String) -> Never { preconditionFailure("this is no \(kind)") }

    var choose: ChooseOne {
        get { if case .choose(let value) = self { value } else { missing("choose") } }
        set { self = .choose(newValue) }
    }

    var chooseMany: ChooseMany {
        get { if case .chooseMany(let value) = self { value } else { missing("choose-many") } }
        set { self = .chooseMany(newValue) }
    }

    var trueFalse: TrueFalse {
        get { if case .trueFalse(let value) = self { value } else { missing("true-false") } }
        set { self = .trueFalse(newValue) }
    }

    var match: Match {
        get { if case .match(let value) = self { value } else { missing("match") } }
        set { self = .match(newValue) }
    }

    var order: Order {
        get { if case .order(let value) = self { value } else { missing("order") } }
        set { self = .order(newValue) }
    }

    var sort: Sort {
        get { if case .sort(let value) = self { value } else { missing("sort") } }
        set { self = .sort(newValue) }
    }

    var number: NumberEntry {
        get { if case .number(let value) = self { value } else { missing("number") } }
        set { self = .number(newValue) }
    }

    var shortText: ShortText {
        get { if case .shortText(let value) = self { value } else { missing("short-text") } }
        set { self = .shortText(newValue) }
    }

    var blanks: Blanks {
        get { if case .blanks(let value) = self { value } else { missing("blanks") } }
        set { self = .blanks(newValue) }
    }

    var written: Written {
        get { if case .written(let value) = self { value } else { missing("written") } }
        set { self = .written(newValue) }
    }
}

extension Blanks.Filling {
    var typed: ShortText {
        get {
            guard case .typed(let text) = self else { preconditionFailure("nothing is typed") }
            return text
        }
        set { self = .typed(newValue) }
    }

    var picked: [Option] {
        get {
            guard case .picked(let options) = self else { preconditionFailure("no options") }
            return options
        }
        set { self = .picked(newValue) }
    }
}

extension Edit where Content == Bank {
    static func item(
        _ field: String, _ effect: Effect, in item: String = "choose.1",
        _ apply: @escaping @Sendable (inout Item) -> Void
    ) -> Edit {
        Edit(field, effect) { bank in
            guard let index = bank.items.firstIndex(where: { $0.id.text == item }) else { return }
            apply(&bank.items[index])
        }
    }

    /// A change to the first interaction of an item.
    static func part<Part>(
        _ path: any WritableKeyPath<Interaction.Kind, Part> & Sendable, _ item: String,
        _ field: String, _ effect: Effect, _ apply: @escaping @Sendable (inout Part) -> Void
    ) -> Edit {
        .item(field, effect, in: item) { apply(&$0.interactions[0].kind[keyPath: path]) }
    }

    static func quiz(
        _ field: String, _ effect: Effect, _ apply: @escaping @Sendable (inout Quiz) -> Void
    ) -> Edit {
        Edit(field, effect) { apply(&$0.quizzes[0]) }
    }

    static func policy(
        _ field: String, _ effect: Effect, _ apply: @escaping @Sendable (inout QuizPolicy) -> Void
    ) -> Edit {
        .quiz("QuizPolicy.\(field)", effect) { apply(&$0.policy) }
    }
}
