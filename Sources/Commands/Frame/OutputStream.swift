/// A buffered way out for text: standard output, standard error, or memory in tests.
package final class OutputStream {
    package let isTerminal: Bool
    /// The error number of the first write that failed; nothing is written after it.
    package private(set) var failure: Int32?
    private var buffer: [UInt8] = []
    /// Whether the last line is one that goes when anything is written.
    private var isPassing = false
    private let drain: (([UInt8]) -> Int32)?
    private static let capacity = 1 << 16

    /// A stream that hands its bytes to `drain`, which answers 0 or an error number.
    package init(isTerminal: Bool, drain: @escaping ([UInt8]) -> Int32) {
        self.isTerminal = isTerminal
        self.drain = drain
    }

    /// A stream that only remembers.
    package init(isTerminal: Bool = false) {
        self.isTerminal = isTerminal
        drain = nil
    }

    /// What was written and not yet handed on.
    package var text: String { String(decoding: buffer, as: UTF8.self) }

    package func write(_ text: some StringProtocol) {
        write(bytes: text.utf8)
    }

    package func write(bytes: some Sequence<UInt8>) {
        if failure != nil { return }
        if isPassing {
            isPassing = false
            // To the left edge, and everything to the right of it away: ECMA-48, EL.
            buffer.append(contentsOf: "\r\u{1B}[K".utf8)
        }
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.capacity { flush() }
    }

    /// Shows a line on a terminal until anything else is written.
    package func writePassing(_ text: some StringProtocol) {
        write(text)
        isPassing = true
        flush()
    }

    package func flush() {
        guard let drain, failure == nil, !buffer.isEmpty else { return }
        let result = drain(buffer)
        buffer.removeAll(keepingCapacity: true)
        if result != 0 { failure = result }
    }
}
