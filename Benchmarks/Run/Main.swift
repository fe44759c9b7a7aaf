import Disk
import Glibc

/// Prints how long what people wait for takes, as ratios to outside references of the same run.
///
/// Names of subjects as arguments run only those.
@main
enum Main {
    /// A new subject is a file of its own, and a line here.
    private static let subjects:
        [(name: String, benchmarks: @Sendable (Workplace) throws -> [Benchmark])] = [
            ("start", Benchmark.start), ("bank", Benchmark.bank), ("store", Benchmark.store),
            ("items", Benchmark.items),
        ]

    static func main() {
        ProcessSafety.prepare()
        let wanted = CommandLine.arguments.dropFirst()
        let names = subjects.map(\.name)
        guard wanted.allSatisfy(names.contains) else {
            print("usage: Benchmarks [\(names.joined(separator: "|"))]…")
            exit(64)
        }
        do {
            let place = try Workplace()
            defer { place.remove() }
            let report = Report(try place.machine)
            for subject in subjects where wanted.isEmpty || wanted.contains(subject.name) {
                for benchmark in try subject.benchmarks(place) {
                    report.add(benchmark, try benchmark.run())
                }
            }
        } catch {
            print("error: \(error)")
            exit(1)
        }
    }
}
