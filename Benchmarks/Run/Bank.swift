import Assessment
import CReference
import Content

/// Checking a bank as large as banks get.
extension Benchmark {
    static func bank(_ place: Workplace) throws -> [Benchmark] {
        let bank = try largeBank(like: place.source("QuestionBanks/module-210.xml"))
        let source = SourceText(name: "large.xml", bytes: BankWriter.bytes(of: bank))
        let megabytes = (source.bytes.count + 500_000) / 1_000_000
        return [
            Benchmark(
                "check 25,000 items, \(megabytes) MB", against: "libxml2, counting elements",
                pairs: 7
            ) {
                try timed(.processor) {
                    var diagnostics = Diagnostics()
                    var count = 0
                    _ = BankReader.read(source, into: &diagnostics) { _ in count += 1 }
                    guard count == bank.items.count, !diagnostics.hasErrors else {
                        throw Failure("the bank was not read")
                    }
                }
            } reference: {
                try timed(.processor) {
                    let count = source.bytes.withUnsafeBytes {
                        assay_reference_sax(
                            $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
                    }
                    guard count > 0 else { throw Failure("the bank is not well formed") }
                }
            }
        ]
    }

    /// A bank with the same items over and over, under other ids and with other prompts.
    private static func largeBank(like source: SourceText) throws -> Bank {
        var diagnostics = Diagnostics()
        guard var bank = BankReader.bank(from: source, into: &diagnostics), !bank.items.isEmpty
        else { throw Failure("\(source.name) is no bank") }
        let few = bank.items
        bank.items = try (0..<25_000).map { number in
            var item = few[number % few.count]
            guard let id = Item.ID("\(item.id)-\(number)") else { throw Failure("no such id") }
            item.id = id
            item.prompt = "Case \(number). " + item.prompt
            return item
        }
        return bank
    }
}
