import Assessment
import Testing

@Suite struct `A moment` {
    /// The answers are those of Python's `datetime`.
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999999Z"),
            (-1_000_000, "1969-12-31T23:59:59Z"), (-26_481_600_000_000, "1969-02-28T12:00:00Z"),
            (951_782_400_000_000, "2000-02-29T00:00:00Z"),
            (951_868_800_000_000, "2000-03-01T00:00:00Z"),
            (-2_203_891_201_000_000, "1900-02-28T23:59:59Z"),
            (-2_203_891_200_000_000, "1900-03-01T00:00:00Z"),
            (1_709_251_199_000_001, "2024-02-29T23:59:59.000001Z"),
            (4_107_542_399_000_000, "2100-02-28T23:59:59Z"),
            (4_107_542_400_000_000, "2100-03-01T00:00:00Z"),
            (1_773_065_100_000_000, "2026-03-09T14:05:00Z"),
            (1_798_761_599_100_000, "2026-12-31T23:59:59.100000Z"),
            (-11_670_998_400_000_000, "1600-02-29T00:00:00Z"),
            (2_147_483_648_000_000, "2038-01-19T03:14:08Z"),
            (-62_135_596_800_000_000, "0001-01-01T00:00:00Z"),
            (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
        ] as [(Int64, String)])
    func `is a time of RFC 3339 in UTC`(_ microseconds: Int64, _ text: String) {
        let time = Timestamp(microseconds: microseconds)
        #expect("\(time)" == text)
        #expect(time.day == text.prefix(10))
    }

    /// Beyond what RFC 3339 can say; the answers count 292,277 years from 1970 either way.
    @Test(
        arguments: [
            (.max, "294247-01-10T04:00:54.775807Z"), (.min, "-290308-12-21T19:59:05.224192Z"),
            (-62_167_219_200_000_000, "0000-01-01T00:00:00Z"),
            (-62_167_219_200_000_001, "-0001-12-31T23:59:59.999999Z"),
        ] as [(Int64, String)])
    func `has a text whatever a file holds`(_ microseconds: Int64, _ text: String) {
        #expect("\(Timestamp(microseconds: microseconds))" == text)
    }

    @Test(arguments: [
        "", "2026", "2026-3-9", "2026-02-29", "2026-13-01", "2026-00-01", "2026-04-31",
        "2026-03-00", "+026-03-09", "2026-03-09Z", "2026-03-09T00:00:00Z", "２０２６-03-09",
        "-001-01-01", "20260309", "2026/03/09",
    ])
    func `is no day by any other text`(_ text: String) {
        #expect(Timestamp(day: text) == nil)
    }

    @Test func `is one second after the other through every day of 400 years`() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var day = Int64(-135_140)
        for year in 1_600..<2_000 {
            let isLeap =
                year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
            for (month, length) in lengths.enumerated() {
                for date in 1...(length + (isLeap && month == 1 ? 1 : 0)) {
                    let parts = [month + 1, date].map { $0 < 10 ? "0\($0)" : "\($0)" }
                    let time = Timestamp(microseconds: day * 86_400_000_000)
                    let text = time.day
                    if text != "\(year)-\(parts[0])-\(parts[1])" || Timestamp(day: text) != time {
                        Issue.record("\(text) is \(year)-\(parts[0])-\(parts[1])")
                        return
                    }
                    day += 1
                }
            }
        }
        #expect(day == 10_957)
    }
}
