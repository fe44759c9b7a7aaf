import Foundation

/// A terminal without a window: what programs write to one side can be read on the other.
package final class Pty {
    /// The window's side.
    package let window: Int32
    /// The program's side.
    package private(set) var line: Int32
    package let path: String

    package init(columns: UInt16 = 40, rows: UInt16 = 12) throws {
        var window: Int32 = -1
        var line: Int32 = -1
        var name = [CChar](repeating: 0, count: 128)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&window, &line, &name, nil, &size) == 0 else { throw POSIXError(.ENXIO) }
        // A child that kept the window's side would keep the terminal alive.
        _ = fcntl(window, F_SETFD, FD_CLOEXEC)
        _ = fcntl(line, F_SETFD, FD_CLOEXEC)
        _ = fcntl(window, F_SETFL, O_NONBLOCK)
        self.window = window
        self.line = line
        path = String(
            decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        hangUp()
        close(line)
    }

    private var isHungUp = false

    package func hangUp() {
        if !isHungUp { close(window) }
        isHungUp = true
    }

    package func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(window, bytes, bytes.count)
    }

    package func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(window, UInt(TIOCSWINSZ), &size)
    }

    /// What was written so far and not read yet.
    package func seen() -> String {
        var all: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(window, &bytes, bytes.count)
            if count <= 0 { break }
            all += bytes[..<count]
        }
        return String(decoding: all, as: UTF8.self)
    }

    /// Reads until the text has come, for at most ten seconds.
    package func seen(upTo text: String) -> String {
        var all = ""
        for _ in 0..<1000 where !all.contains(text) {
            all += seen()
            usleep(10_000)
        }
        return all
    }

    /// The same without holding up a thread that the other end may need to get started.
    package func seen(awaiting text: String) async -> String {
        var all = ""
        for _ in 0..<12_000 where !all.contains(text) {
            all += seen()
            try? await Task.sleep(for: .milliseconds(10))
        }
        return all
    }

    /// Whether keys come one by one, without echo and signals.
    package var isRaw: Bool {
        var modes = termios()
        tcgetattr(line, &modes)
        return modes.c_lflag & UInt32(ICANON | ECHO | ISIG) == 0
    }

    /// Whether lines are edited and shown by the terminal itself, as in a shell.
    package var isCooked: Bool {
        var modes = termios()
        tcgetattr(line, &modes)
        let all = UInt32(ICANON | ECHO | ISIG)
        return modes.c_lflag & all == all && modes.c_oflag & UInt32(OPOST) != 0
    }
}
