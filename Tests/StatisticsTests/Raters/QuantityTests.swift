import Assessment
import Statistics
import Testing

@Suite struct `A quantity` {
    @Test func `is exact while it fits, and near from there on`() throws {
        let third = Quantity(1, over: 3)
        #expect(third + third + third == .one)
        var product = Quantity.one
        for factor in 1...40 { product = product * Quantity(factor) }
        guard case .near(let number) = product else {
            Issue.record("40! fits into no 128 bits")
            return
        }
        #expect(isClose(number, 8.159152832478977e47, relative: 1e-12))
        #expect(isClose((product / product).double, 1))
        #expect(product > .one && .zero - product < .zero)
    }

    @Test(arguments: [
        ("2", 2), ("2.1", 3), ("0", 0), ("-2", -2), ("-2.1", -2), ("1/3", 1), ("-1/3", 0),
    ]) func `is rounded up to the next whole number`(_ text: String, _ whole: Int) throws {
        let value = try Rational(exactly: text)
        #expect(Quantity.exact(value).roundedUp == Quantity(whole))
        #expect(Quantity.near(Double(value)).roundedUp.double == Double(whole))
    }
}
