import Assessment
import Results
import SQLiteResults

/// Copies the log into the file over and over, each time in turn; prints how often it was asked to.
func checkpoint(_ path: String, for time: Duration) throws(StoreFault) {
    let store = try SQLiteStore.openOrCreate(path)
    let end = ContinuousClock.now + time
    var count = 0
    while ContinuousClock.now < end {
        try store.checkpoint()
        count += 1
    }
    try store.close()
    Output.line("checkpoints \(count)")
}

/// Submits what every other process of this command submits, too: the same record of the same id.
func submit(_ path: String) throws(StoreFault) {
    let store = try SQLiteStore.openOrCreate(path)
    _ = readLine()
    let learner = Learner(number: 1)
    let step = learner.records(at: 0, chance: 1, time: Timestamp(microseconds: 1))
    let start = ContinuousClock.now
    try store.add(learner.beginnings + step, at: .now)
    let wait = start.duration(to: .now)
    Output.saved(StepID(worker: 1, place: 0, chance: 1))
    try store.close()
    Output.worst(wait)
}

/// Keeps a store open that others use, until its standard input ends.
func hold(_ path: String) throws(StoreFault) {
    let store = try SQLiteStore.openOrCreate(path)
    _ = try store.people()
    Output.line("held")
    while readLine() != nil {}
    try store.close()
}

extension SQLiteStore {
    /// Copies the log into the file; what a reader still needs stays.
    func checkpoint() throws(StoreFault) {
        do throws(StoreFault) { try scrub() } catch {
            guard error.kind == .busy else { throw error }
        }
    }
}
