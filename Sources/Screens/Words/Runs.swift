extension [Int] {
    /// Places counted from 0, as people count them: of three or more in a row the first and the last.
    var runs: String {
        var runs: [ClosedRange<Int>] = []
        for place in self {
            if let run = runs.last, run.upperBound == place - 1 {
                runs[runs.count - 1] = run.lowerBound...place
            } else {
                runs.append(place...place)
            }
        }
        return runs.flatMap { run in
            run.count < 3
                ? run.map { "\($0 + 1)" } : ["\(run.lowerBound + 1) to \(run.upperBound + 1)"]
        }.joined(separator: ", ")
    }
}
