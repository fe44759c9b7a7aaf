import Assessment
import Content
import Testing

/// The files of ours that hold everything their kind can, made so that all of it is frozen.
///
/// Each is read once: hundreds of rows begin with it.
enum FreezingSample {
    private struct Missing: Error {}

    /// Every item can be asked by the quiz `whole`.
    static func bank() throws -> Bank { try bankOnce.get() }

    private static let bankOnce = Result { () throws -> Bank in
        guard case .bank(var bank) = try value("every-interaction") else { throw Missing() }
        for index in bank.items.indices { bank.items[index].status = .active }
        return bank
    }

    /// With the fuller of our two panels.
    static func rubric() throws -> Rubric { try rubricOnce.get() }

    private static let rubricOnce = Result { () throws -> Rubric in
        guard case .rubric(var rubric) = try value("every-criterion"),
            case .rubric(let other) = try value("panel")
        else { throw Missing() }
        let (first, second) = (try #require(rubric.panel), try #require(other.panel))
        var panel = second
        panel.toleranceTotal = first.toleranceTotal
        panel.toleranceLevels = first.toleranceLevels
        rubric.panel = panel
        return rubric
    }

    static func program() throws -> Program { try programOnce.get() }

    private static let programOnce = Result { () throws -> Program in
        guard case .program(let program) = try value("program") else { throw Missing() }
        return program
    }

    static func freeze(_ bank: Bank) throws -> FrozenContent {
        let quiz = try #require(bank.quizzes.first)
        return try Freezing.quiz(quiz.id, of: bank)
    }

    private static func value(_ name: String) throws -> ContentValue {
        try #require(try ContentFile(path: "Tests/ContentTests/Samples/\(name).xml").read().value)
    }
}
