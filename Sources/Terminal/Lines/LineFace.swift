internal import Assessment
internal import Glibc

/// A conversation line by line: what is said is added at the end, and nothing moves or repaints.
///
/// For screen readers, pipes, scripts and terminals that know nothing else. Writes no escape
/// sequence, and never a control character but the line end.
package final class LineFace {
    package let isASCII: Bool
    private let input: Int32
    private let output: Int32
    private let signals: SignalPipe?
    private let isInteractive: Bool
    /// Lines that have come and were not asked for yet, and what has come of the next.
    private var lines: [[UInt8]] = []
    private var begun: [UInt8] = []
    private var isAtEnd = false
    private var ending: Ending?

    /// What came of a question.
    package enum Answer: Sendable, Hashable {
        /// A line without its end, perhaps empty.
        case line(String)
        /// The input is over: Ctrl-D, or the end of a file or pipe.
        case endOfInput
        /// Ctrl-C, another deadly signal, or nobody is there any more.
        case ended(Ending)
        /// Nothing was answered in time.
        case timeout
    }

    /// Bytes of one line that are kept.
    package static let lineLimit = 1 << 20

    /// Speaks through a pair of descriptors, by default the standard streams.
    package init(
        input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, isASCII: Bool = false
    ) {
        self.input = input
        self.output = output
        self.isASCII = isASCII
        isInteractive = isatty(input) == 1
        signals = SignalPipe([SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    }

    /// Says a text, each of its lines on a line.
    package func say(_ text: String = "") {
        write(text.terminalSafe(keepingLineBreaks: true) + "\n")
    }

    /// Asks, and waits for a line.
    package func ask(_ prompt: String, timeout: Duration? = nil) -> Answer {
        write(prompt.terminalSafe(keepingLineBreaks: true) + " ")
        let answer = answer(until: timeout.map { Deadline(after: $0) })
        // A terminal has shown the line end that was typed; elsewhere the next line begins here.
        if case .line = answer, isInteractive { return answer }
        write("\n")
        return answer
    }

    private func answer(until deadline: Deadline?) -> Answer {
        while true {
            if let ending { return .ended(ending) }
            if let line = takeLine() { return .line(line) }
            if isAtEnd {
                // Typed again after Ctrl-D, a terminal goes on; a pipe does not.
                isAtEnd = !isInteractive
                return .endOfInput
            }
            let ready = waitToRead([input, signals?.descriptor ?? -1], until: deadline)
            if ready[1], let signals {
                ending = signals.take().lazy.compactMap { Ending(signal: $0) }.first
            } else if ready[0] {
                switch readChunk(from: input) {
                case .bytes(let bytes): take(bytes)
                case .later: break
                case .end(let isFailure):
                    isAtEnd = true
                    if isFailure { ending = .hangup }
                }
            } else if let deadline, deadline.milliseconds == 0 {
                return .timeout
            }
        }
    }

    private func take(_ bytes: [UInt8]) {
        let pieces = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            begun += piece.prefix(max(Self.lineLimit - begun.count, 0))
            if index + 1 < pieces.count {
                lines.append(begun)
                begun = []
            }
        }
    }

    /// The first line that has come whole, or the rest where nothing more is coming.
    private func takeLine() -> String? {
        if lines.isEmpty, isAtEnd, !begun.isEmpty {
            lines.append(begun)
            begun = []
        }
        guard !lines.isEmpty else { return nil }
        var line = lines.removeFirst()
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }

    private func write(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let shown = isASCII ? lines.map { String($0).asciiTwin }.joined(separator: "\n") : text
        if ending == nil, writeAll(Array(shown.utf8), to: output) != 0 { ending = .hangup }
    }
}
