import Assessment
import Testing

@Suite struct `The times that items were on screen` {
    private static let watched = QuizPolicy {
        $0.isProctored = true
        $0.timeLimit = Seconds(100)
    }

    /// A script, and each item with its seconds.
    @Test(arguments: [
        ("^,t5,+a x,t9,.", "a 9"), ("^,t5,@b,t7,+b x,t12,.", "a 5, b 7"),
        // Visits add up, and looking without a word counts.
        ("^,t5,@b,t6,@a,t16,@c,t17,.", "a 15, b 1, c 1"), ("^,t4,!a,t6,?a,t7,<,t9,.", "a 9"),
        // Away is away, and one comes back to the same item.
        ("^,t5,@b,t6,l,t50,i,t52,.", "a 5, b 3"), ("^,t5,p,t90,~,t92,.", "a 7"),
        ("^,t5,l,t7,p,t90,~,t92,.", "a 7"), ("^,t5,l,t6,@b,t9,i,t10,.", "a 5, b 1"),
        // A clock that was set changes nothing.
        ("^,t5,w3600,@b,t6,.", "a 5, b 1"), ("^,t5,w-3600,@b,t6,.", "a 5, b 1"),
        // Nobody knows how long it was in sight before the program ended, or time did.
        ("^,t5,@b,t8,c,t90,~,t91,.", "a 5"), ("^,t5,@b,t101,k", "a 5"),
        ("^,t5,@b,t8,l,t101,k", "a 5, b 3"),
        // Answers that came from elsewhere.
        ("^,+a x,+b x,.", "none"), ("^,t5,+b x,t9,@a,.", "none"), ("", ""),
    ])
    func `are added up while they are in sight`(_ script: String, _ expected: String) throws {
        let scene = try Scene(Self.watched, script)
        #expect(Self.text(of: scene.steps) == expected)
    }

    @Test func `end when what was right is shown`() throws {
        let practice = QuizPolicy { $0.feedback = .afterEach }
        let scene = try Scene(practice, "^,t5,+a x,=a,t60,@b,t62,@a,t70,.")
        #expect(Self.text(of: scene.steps) == "a 5, b 2")
    }

    private static func text(of steps: [Step]) -> String {
        guard let times = ScreenTimes(steps) else { return "none" }
        return times.known.sorted { $0.key.text < $1.key.text }.map {
            "\($0.key) \($0.value.components.seconds)"
        }.joined(separator: ", ")
    }
}
