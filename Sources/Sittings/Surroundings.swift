package import Assessment
package import Results

/// What a sitting needs of the world around it; tests put their own in its place.
package struct Surroundings {
    /// Whom grades are said to come from: whoever runs the program.
    package let author: String
    /// Where this program runs, for the person at another terminal.
    package let holder: Lease.Holder
    private let clock: () -> Moment
    private let draw: () -> UInt64
    private let look: (Lease.Holder) -> Bool

    package init(
        author: String, holder: Lease.Holder, clock: @escaping () -> Moment,
        chance: @escaping () -> UInt64, isRunning: @escaping (Lease.Holder) -> Bool
    ) {
        self.author = author
        self.holder = holder
        self.clock = clock
        draw = chance
        look = isRunning
    }

    /// What the clocks say now.
    package var now: Moment { clock() }

    package func isRunning(_ holder: Lease.Holder) -> Bool { look(holder) }

    func newSeed() -> UInt64 { draw() }

    func newID<Named>(_ type: Named.Type = Named.self) -> UniqueID<Named> {
        var chance = Chance(draw: draw)
        return UniqueID(at: now.time, using: &chance)
    }

    private struct Chance: RandomNumberGenerator {
        let draw: () -> UInt64

        func next() -> UInt64 { draw() }
    }
}
