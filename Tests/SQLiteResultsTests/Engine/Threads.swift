import Foundation
import Synchronization

/// Threads of their own for what blocks: a task would keep other tests waiting, and wait for them.
enum Threads {
    /// Runs the body on each of so many threads at once, and throws the first error of any.
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
        let failure = Failure()
        let group = DispatchGroup()
        for number in 0..<count {
            group.enter()
            Thread {
                defer { group.leave() }
                do { try body(number) } catch { failure.keep(error) }
            }.start()
        }
        group.wait()
        if let error = failure.first { throw error }
    }

    private final class Failure: Sendable {
        private let kept = Mutex<(any Error)?>(nil)

        var first: (any Error)? { kept.withLock { $0 } }

        func keep(_ error: any Error) {
            kept.withLock { $0 = $0 ?? error }
        }
    }
}
