import Assessment
import Results
import SQLiteResults

/// Prints `step WORKER PLACE CHANCE` for every step of a store, and `head HASH`.
func count(_ path: String) throws(StoreFault) {
    let store = try SQLiteStore.open(path, .reading)
    var text = ""
    try store.reading { () throws(StoreFault) in
        for record in try store.records(StepRecord.self, .all) {
            let id = StepID(record.id)
            let attempt = Int(truncatingIfNeeded: record.sitting.bits & 0xFFFF_FFFF)
            let place = (attempt - 1) * Learner.stepsPerSitting + record.number - 1
            let isOwn = id.place == place && record.learner == Learner(number: id.worker).person
            text += (isOwn ? "step" : "stray") + " \(id)\n"
        }
        text += "head \(try store.head.hash.hex)\n"
    }
    try store.close()
    Output.send(text)
}

/// Looks at everything that verifying can look at; prints `finding …`, or `ok` with how much.
func verify(_ path: String, known: [Digest]) throws(StoreFault) -> Bool {
    var findings: [String] = []
    do throws(StoreFault) {
        findings = try SQLiteStore.fileFindings(at: path).map { "\($0.kind.rawValue) \($0)" }
    } catch {
        findings.append("file \(error)")
    }
    do throws(StoreFault) {
        let store = try SQLiteStore.open(path, .reading)
        let result = try store.verify(known: known) { _ in .impossible("no grader") }
        findings += result.findings.map { "\($0.kind.rawValue) \($0)" }
        try store.close()
        if findings.isEmpty { Output.line("ok \(result.records) \(result.entries)") }
    } catch {
        findings.append("store \(error)")
    }
    for finding in findings { Output.line("finding \(finding)") }
    return findings.isEmpty
}
