import Assessment
import Testing

@Suite struct `The times away from a sitting` {
    private static let watched = QuizPolicy { $0.isProctored = true }

    /// A script, and each absence by its first and last second and how it began.
    @Test(arguments: [
        ("^,t5,+a x,t9,.", ""), ("^,t5,l,t9,i,t20,.", "left-screen 5-9"),
        ("^,t5,l,t9,i,t20,l,t21,i", "left-screen 5-9, left-screen 20-21"),
        ("^,t5,l,t6,+a x,t9,i", "left-screen 5-9"), ("^,t5,l,t9,.", "left-screen 5-9"),
        ("^,t5,l", "left-screen 5-"), ("^,t5,p,t90,~", "paused 5-90"), ("^,t5,p", "paused 5-"),
        ("^,t5,l,t5.5,p,t90,~,t95,.", "paused 5-90"), ("^,t5,p,t90,x", "paused 5-90"),
        ("^,t5,+a x,t8,c,t90,~", "cut-off 5-90"), ("^,t5,l,t8,c,t90,~", "cut-off 5-90"),
        ("^,t5,l,t8,c", "left-screen 5-"),
        // A clock that was set changes no length.
        ("^,t5,l,w3600,t9,i", "left-screen 5-9"), ("^,t5,l,w-3600,t9,i", "left-screen 5-9"),
        ("", ""),
    ])
    func `begin and end where its steps say`(_ script: String, _ expected: String) throws {
        let scene = try Scene(Self.watched, script)
        let begin = try Scene().now
        let found = Absence.all(in: scene.steps).map { absence in
            let start = absence.start.uptime(since: begin)?.components.seconds ?? -1
            let end = absence.length.map { "\(start + $0.components.seconds)" } ?? ""
            return "\(absence.kind.rawValue) \(start)-\(end)"
        }
        #expect(found.joined(separator: ", ") == expected)
    }

    /// Over a restart there is only the clock on the wall.
    @Test(arguments: [("^,t5,p,b,w60,~", 60), ("^,t5,p,b,w-60,~", 0)])
    func `are never shorter than nothing`(_ script: String, _ seconds: Int64) throws {
        let scene = try Scene(Self.watched, script)
        #expect(Absence.all(in: scene.steps).map(\.length) == [.seconds(seconds)])
    }
}
