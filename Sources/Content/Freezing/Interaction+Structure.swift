import Assessment

extension Interaction {
    /// Answers are held by the ids of what was picked and by the place of the interaction, so ids
    /// and that order count; what an id says may be reworded.
    var structure: Interaction {
        var interaction = self
        interaction.kind = kind.structure
        return interaction
    }
}

extension Interaction.Kind {
    var structure: Self {
        switch self {
        case .choose(let choice): .choose(choice.structure)
        case .chooseMany(let choice): .chooseMany(choice.structure)
        case .trueFalse(let statement): .trueFalse(statement.structure)
        case .match(let match): .match(match.structure)
        case .order(let order): .order(order.structure)
        case .sort(let sort): .sort(sort.structure)
        case .number(let number): .number(number.structure)
        case .shortText(let text): .shortText(text.structure)
        case .blanks(let blanks): .blanks(blanks.structure)
        case .written(let written): .written(written.structure)
        }
    }
}

extension Entry {
    var structure: Entry {
        var entry = self
        entry.text = ""
        entry.feedback = nil
        return entry
    }
}

// MARK: Choices

extension Option {
    /// Where it stands on the screen changes no mark.
    var structure: Option {
        var option = self
        option.entry = entry.structure
        option.isPinned = false
        return option
    }
}

extension ChooseOne {
    var structure: ChooseOne {
        var choice = self
        choice.options = options.map(\.structure)
        choice.shuffles = true
        return choice
    }
}

extension ChooseMany {
    /// The limit counts: it says which answers can be given.
    var structure: ChooseMany {
        var choice = self
        choice.options = options.map(\.structure)
        choice.shuffles = true
        return choice
    }
}

extension TrueFalse {
    var structure: TrueFalse {
        var statement = self
        statement.feedbackWhenTrue = nil
        statement.feedbackWhenFalse = nil
        return statement
    }
}

// MARK: Arrangements

extension Match {
    var structure: Match {
        var match = self
        match.pairs = pairs.map(\.structure)
        match.extras = extras.map(\.structure)
        return match
    }
}

extension Match.Pair {
    var structure: Match.Pair {
        var pair = self
        pair.left = ""
        pair.right = ""
        pair.feedback = nil
        return pair
    }
}

extension Order {
    /// The order of the entries is the key.
    var structure: Order {
        var order = self
        order.entries = entries.map(\.structure)
        return order
    }
}

extension Sort {
    var structure: Sort {
        var sort = self
        sort.groups = groups.map(\.structure)
        sort.members = members.map(\.structure)
        return sort
    }
}

extension Sort.Member {
    var structure: Sort.Member {
        var member = self
        member.entry = entry.structure
        return member
    }
}

// MARK: Typed answers

extension NumberEntry {
    /// Units count with their names, since a learner may type either.
    var structure: NumberEntry {
        var number = self
        number.accepted = accepted.map { accepted in
            var accepted = accepted
            accepted.feedback = nil
            return accepted
        }
        return number
    }
}

extension ShortText {
    /// The accepted texts count: they are the key.
    var structure: ShortText {
        var text = self
        text.accepted = accepted.map { accepted in
            var accepted = accepted
            accepted.feedback = nil
            return accepted
        }
        return text
    }
}

extension Blanks {
    var structure: Blanks {
        var blanks = self
        blanks.passage = ""
        blanks.blanks = self.blanks.map { blank in
            var blank = blank
            blank.filling = blank.filling.structure
            return blank
        }
        return blanks
    }
}

extension Blanks.Filling {
    var structure: Self {
        switch self {
        case .typed(let text): .typed(text.structure)
        case .picked(let options): .picked(options.map(\.structure))
        }
    }
}

extension Written {
    /// Which rubric scores it counts; what that rubric says is frozen with each score sheet.
    var structure: Written {
        var written = self
        written.guidance = nil
        written.modelAnswer = nil
        return written
    }
}
