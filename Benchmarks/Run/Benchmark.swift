import Glibc

/// A piece of work of ours and an outside reference, timed in turn.
///
/// ```swift
/// Benchmark("check a bank", against: "libxml2, counting", pairs: 11) {
///     timed(.processor) { check(bank) }
/// } reference: {
///     timed(.processor) { count(bank) }
/// }
/// ```
struct Benchmark {
    let work: String
    let reference: String
    let pairs: Int
    /// The most that ours is meant to take.
    enum Limit {
        case time(Duration)
        /// So many times as long as the reference.
        case ratio(Double)
    }

    let limit: Limit?
    private let takeOurs: () throws -> Duration
    private let takeTheirs: () throws -> Duration

    init(
        _ work: String, against reference: String, pairs: Int, limit: Limit? = nil,
        ours: @escaping () throws -> Duration, reference theirs: @escaping () throws -> Duration
    ) {
        self.work = work
        self.reference = reference
        self.pairs = pairs
        self.limit = limit
        takeOurs = ours
        takeTheirs = theirs
    }

    /// Takes the two in turn, so that whatever else the machine does falls on both.
    func run() throws -> Outcome {
        // The first time finds files and caches cold.
        _ = (try takeTheirs(), try takeOurs())
        var (ours, theirs, ratios): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<pairs {
            let (their, our) = (
                try takeTheirs() / .milliseconds(1), try takeOurs() / .milliseconds(1)
            )
            theirs.append(their)
            ours.append(our)
            ratios.append(our / their)
        }
        return Outcome(
            ours: Quartiles(of: ours), theirs: Quartiles(of: theirs), ratio: Quartiles(of: ratios))
    }

    /// Milliseconds, and how many times as long ours takes.
    struct Outcome {
        let ours: Quartiles
        let theirs: Quartiles
        /// Of the ratio within each pair.
        let ratio: Quartiles
    }
}

/// The middle of some numbers, and the range that half of them lie in.
struct Quartiles {
    let low: Double
    let median: Double
    let high: Double

    init(of numbers: [Double]) {
        let sorted = numbers.sorted()
        low = sorted[sorted.count / 4]
        median = sorted[sorted.count / 2]
        high = sorted[sorted.count * 3 / 4]
    }
}

/// What time is told by.
enum Clock {
    /// What passes for somebody who waits.
    case wall
    /// What this thread keeps a processor busy for, whatever else the machine does.
    case processor

    fileprivate var now: Duration {
        var time = timespec()
        clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

/// How long the body takes.
func timed(_ clock: Clock, _ body: () throws -> Void) rethrows -> Duration {
    let start = clock.now
    try body()
    return clock.now - start
}

/// Why a benchmark could not be run.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
