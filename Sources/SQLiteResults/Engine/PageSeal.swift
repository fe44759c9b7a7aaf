/// The checksum that ends each page of a store.
///
/// It covers the page but for its own eight bytes, and the page's number, so that a page that was
/// written to another's place is found too.
enum PageSeal {
    /// Every store has pages of this size; it is also what the kernel maps.
    static let pageSize = 4_096
    static let size = 8

    /// The page that holds the bytes from 2³⁰ on.
    static let pageOfLocks = 0x4000_0000 / pageSize + 1

    /// Each step is one-to-one in the sum for a given word, and in the word for a given sum. So a
    /// change within one word always shows, and any other goes unseen once in 2⁶⁴ times.
    static func sum(of page: UnsafeRawBufferPointer, number: UInt32) -> UInt64 {
        // The finalizing steps of SplitMix64, which are one-to-one as well.
        var sum = mixed(UInt64(number) &+ 0x9E37_79B9_7F4A_7C15)
        for offset in stride(from: 0, to: pageSize - size, by: 8) {
            let word = UInt64(littleEndian: page.load(fromByteOffset: offset, as: UInt64.self))
            sum = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
            sum ^= sum &>> 32
        }
        return mixed(sum)
    }

    static func isIntact(_ page: UnsafeRawBufferPointer, number: UInt32) -> Bool {
        let kept = page.loadUnaligned(fromByteOffset: pageSize - size, as: UInt64.self)
        return UInt64(littleEndian: kept) == sum(of: page, number: number)
    }

    static func seal(_ page: UnsafeMutableRawBufferPointer, number: UInt32) {
        let sum = sum(of: UnsafeRawBufferPointer(page), number: number)
        page.storeBytes(of: sum.littleEndian, toByteOffset: pageSize - size, as: UInt64.self)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed &>> 31)
    }
}
