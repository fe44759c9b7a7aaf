import Assessment
import Glibc
import Results
import SQLiteResults

/// Adds a learner's steps one by one, and says of each what became of it.
///
/// `ack STEP` is sent once the step is saved. After a fault the store is opened anew: a step that
/// is not saved is tried with another id, and one of which nobody knows with the same.
final class Writing {
    private let request: Request
    private let learner: Learner
    private var opened: SQLiteStore?
    private var lease: Lease?
    private var worst = Duration.zero

    init(_ request: Request) {
        self.request = request
        learner = Learner(number: request.worker)
    }

    /// Whether everything that was asked for is saved.
    func run() throws(StoreFault) -> Bool {
        guard insist("begin", add(beginningsTo:)) else { return false }
        var place = 0
        let isFound = insist("resume") { store throws(StoreFault) in
            place = try learner.nextPlace(in: store)
        }
        guard isFound else { return false }
        if request.gate == .once { _ = readLine() }
        for done in 0..<request.count {
            if request.gate == .each, readLine() == nil { break }
            guard add(place + done) else { return false }
            if request.checkpointEvery > 0, (done + 1).isMultiple(of: request.checkpointEvery) {
                guard insist("checkpoint", { store throws(StoreFault) in try store.checkpoint() })
                else { return false }
            }
        }
        if let lease {
            guard insist("give-back", { store throws(StoreFault) in try store.giveBack(lease) })
            else { return false }
        }
        let isClosed = insist("close") { store throws(StoreFault) in try store.close() }
        Output.worst(worst)
        return isClosed
    }

    private func add(beginningsTo store: SQLiteStore) throws(StoreFault) {
        try store.add(learner.beginnings, at: .now)
    }

    private func add(_ place: Int) -> Bool {
        let isFirst = place.isMultiple(of: Learner.stepsPerSitting)
        if isFirst || lease == nil {
            guard take(learner.sitting(place / Learner.stepsPerSitting + 1)) else { return false }
        }
        var chance = UInt64.random(in: 1...UInt64.max)
        var records = learner.records(at: place, chance: chance, time: .now)
        for turn in 1...request.tries {
            let id = StepID(worker: request.worker, place: place, chance: chance)
            let start = ContinuousClock.now
            do throws(StoreFault) {
                try store().add(records, at: .now, holding: lease)
                worst = max(worst, start.duration(to: .now))
                Output.saved(id)
                return true
            } catch {
                Output.fault(error, at: "\(id)", doing: "add")
                if turn < request.tries { beginAnew() }
                if error.outcome == .notSaved {
                    chance = UInt64.random(in: 1...UInt64.max)
                    records = learner.records(at: place, chance: chance, time: .now)
                }
            }
        }
        return false
    }

    private func take(_ sitting: UniqueID<SittingRecord>) -> Bool {
        let lease = Lease(
            sitting: sitting, token: UniqueID(bits: UInt128.random(in: 1...UInt128.max)),
            holder: Process.own, time: .now)
        self.lease = lease
        return insist("lease") { store throws(StoreFault) in
            try store.take(lease) { Process.start(of: $0.process) == $0.processStart }
        }
    }

    private func insist(
        _ action: String, _ body: (SQLiteStore) throws(StoreFault) -> Void
    ) -> Bool {
        for turn in 1...request.tries {
            do throws(StoreFault) {
                try body(store())
                return true
            } catch {
                Output.fault(error, doing: action)
                if turn < request.tries { beginAnew() }
            }
        }
        return false
    }

    private func store() throws(StoreFault) -> SQLiteStore {
        if let opened { return opened }
        let store = try SQLiteStore.openOrCreate(request.store)
        opened = store
        return store
    }

    private func beginAnew() {
        if request.pause > 0 { usleep(UInt32(request.pause) * 1_000) }
        do throws(StoreFault) {
            try opened?.reopen()
        } catch {
            Output.fault(error, doing: "reopen")
        }
    }
}

extension Timestamp {
    static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}
