import Assessment
import Reports
import Testing

@Suite struct `A value of a report` {
    struct Case: Sendable, CustomTestStringConvertible {
        let value: Value
        let text: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(value: .mark(Rational(17)), text: "17"),
        Case(value: .mark(rational("15.996"), cut: Rational(16)), text: "15.99"),
        Case(value: .share(rational("0.85"), cut: rational("0.8")), text: "85%"),
        Case(value: .share(rational("0.79996"), cut: rational("0.8")), text: "79.99%"),
        Case(value: .share(rational("2/3")), text: "66.7%"),
        Case(value: .estimate(-0.0849), text: "−0.08"), Case(value: .estimate(0), text: "0.00"),
        Case(value: .estimate(.infinity), text: "inf"), Case(value: .estimate(.nan), text: "nan"),
        Case(value: .estimate(1e300), text: "1e+300"),
        Case(value: .seconds(65), text: "1:05"), Case(value: .seconds(3_725), text: "1:02:05"),
        Case(value: .verdict(.notPassed), text: "not passed"),
        Case(value: .moment(Timestamp(microseconds: 0)), text: "1970-01-01"),
        Case(value: .missing("too few learners"), text: "too few learners"),
        Case(value: .missing(), text: "–"),
    ]) func `is printed alike everywhere, and on its side of a cut`(row: Case) {
        #expect(row.value.text == row.text)
    }

    private static func rational(_ text: String) -> Rational {
        (try? Rational(exactly: text)) ?? .zero
    }
}
