import Glibc
import Results

/// What a driver reads: whole lines, each sent by one call of the system's.
enum Output {
    static func line(_ text: String) {
        send(text + "\n")
    }

    static func send(_ text: String) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
            // Nobody is there any more to hear of what is saved.
            guard count > 0 else { exit(9) }
            sent += count
        }
    }

    /// `ack STEP TIME`: it is saved, and was by this time of the clock that no hand can set.
    static func saved(_ step: StepID) {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        line("ack \(step) \(Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))")
    }

    /// The longest that anything was waited for, in microseconds.
    static func worst(_ wait: Duration) {
        line("worst \(Int64(wait / .microseconds(1)))")
    }

    /// `fault OUTCOME KIND STEP DOING MESSAGE`, where a step is `WORKER SEQUENCE CHANCE` or `- - -`.
    static func fault(_ fault: StoreFault, at step: String = "- - -", doing: String) {
        line("fault \(fault.outcome) \(fault.kind) \(step) \(doing) \(fault.message)")
    }
}
