import Commands
import Testing

@Suite struct `An amount of bytes` {
    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (1_023, "1023 bytes"), (1_024, "1 KiB"),
        (1_536, "1.5 KiB"), (102_400, "100 KiB"), (1_048_575, "1023 KiB"), (1_048_576, "1 MiB"),
        (5_368_709_120, "5 GiB"), (Int.max, "8388607 TiB"),
    ])
    func `is told roughly`(_ bytes: Int, _ text: String) {
        #expect(ByteSize.text(bytes) == text)
    }
}
