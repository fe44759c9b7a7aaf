import Assessment
import Foundation
import Terminal
import TestSupport
import Testing

@Suite struct `Rendering` {
    private static func shown(_ text: String) -> String { text.replacing("\u{1B}", with: "␛") }

    @Test(arguments: [
        (["abc", "xyz"], ["abc", "xyz"], ""),
        (["abc", "xyz"], ["abc", "xYz"], "␛[2;2HY"),
        (["abcdefgh", ""], ["Abcdefgh", "n"], "␛[1;1HA␛[2;1Hn"),
        (["abcdefgh", ""], ["aBcdeFgh", ""], "␛[1;2HB␛[6GF"),
        (["abcdef", ""], ["abc", ""], "␛[1;4H␛[K"),
        (["a日b", ""], ["a日c", ""], "␛[1;1Ha日␛[4Gc"),
        (["日日", ""], ["日", ""], "␛[1;1H日␛[3G␛[K"),
        (["日", ""], ["ab", ""], "␛[1;1Hab"),
    ])
    func `sends what changed`(_ before: [String], _ after: [String], _ bytes: String) {
        var renderer = Renderer(theme: Theme(depth: .sixteen))
        _ = renderer.frame(Self.grid(before))
        let frame = String(decoding: renderer.frame(Self.grid(after)), as: UTF8.self)
        let whole = bytes.isEmpty ? "" : "␛[?2026h␛[?25l␛[0m\(bytes)␛[?2026l"
        #expect(Self.shown(frame) == whole)
    }

    @Test func `sends all of a first frame, of another size, and after forgetting`() {
        var renderer = Renderer(theme: Theme(depth: .none))
        var grid = Self.grid(["ab", "  c"])
        grid.restyle(row: 0, columns: 0..<1, as: .title)
        grid.cursor = Grid.Position(row: 1, column: 3)
        let all = "␛[?2026h␛[?25l␛[0m␛[2J␛[1;1H␛[0;1ma␛[0mb␛[2;3Hc␛[?25h␛[?2026l"
        for _ in 0..<2 {
            #expect(Self.shown(String(decoding: renderer.frame(grid), as: UTF8.self)) == all)
            renderer.forget()
        }
        _ = renderer.frame(grid)
        let larger = renderer.frame(Grid(columns: 21, rows: 2))
        #expect(String(decoding: larger, as: UTF8.self).contains("[2J"))
        #expect(renderer.frame(Grid(columns: 21, rows: 2)) == [])
    }

    @Test(arguments: ColorDepth.allCases, [false, true])
    func `shows on a terminal what is drawn`(_ depth: ColorDepth, _ isASCII: Bool) {
        let theme = Theme(depth: depth)
        var random = SeededGenerator(seed: UInt64(depth.rawValue))
        var renderer = Renderer(theme: theme, isASCII: isASCII)
        var emulator = Emulator(columns: 17, rows: 6)
        var grid = Grid(columns: 17, rows: 6)
        for step in 0..<500 {
            for _ in 0..<random.index(below: 5) { grid.drawAnything(using: &random) }
            if step % 100 == 99 { renderer.forget() }
            let frame = renderer.frame(grid)
            if isASCII { #expect(frame.allSatisfy { $0 < 0x80 }) }
            emulator.take(frame)
            let wanted = isASCII ? grid.asciiText : grid.text
            let differs = (0..<6).contains { row in
                grid.row(row).indices.contains { index in
                    let cell = grid.row(row)[index]
                    let place = index - row * 17
                    // Where nothing is to be seen, styles may differ.
                    return cell.width > 0 && cell.text != " "
                        && "\u{1B}[\(emulator.styles[row][place])m"
                            != theme.sequence(for: cell.style).replacing("[0m", with: "[m")
                }
            }
            let cursor = grid.cursor
            guard emulator.text == wanted, emulator.faults.isEmpty, !differs,
                emulator.hasCursor == (cursor != nil),
                cursor == nil || cursor == Grid.Position(row: emulator.row, column: emulator.column)
            else {
                Issue.record("\(emulator.faults) \(emulator.text) is not \(wanted)")
                return
            }
        }
    }

    @Test func `lets no control through but its own`() {
        for text in HostileTexts.all {
            for isASCII in [false, true] {
                var renderer = Renderer(theme: Theme(depth: .trueColor), isASCII: isASCII)
                var emulator = Emulator(columns: 70, rows: 2)
                var grid = Grid(columns: 70, rows: 2)
                emulator.take(renderer.frame(grid))
                grid.draw(text, row: 0, style: .chosen)
                grid.draw(text, row: 1, column: 60)
                emulator.take(renderer.frame(grid))
                #expect(emulator.faults == [])
                #expect(emulator.text == (isASCII ? grid.asciiText : grid.text))
            }
        }
    }

    @Test func `agrees with tmux`() throws {
        let folder = try Folder([])
        var random = SeededGenerator(seed: 5)
        var renderer = Renderer(theme: Theme(depth: .twoHundredFiftySix))
        var grid = Grid(columns: 40, rows: 12)
        // tmux 3.3 cuts clusters of more than 21 bytes and has its own mind about joined emoji.
        let samples = [
            "plain words", "日本語", "e\u{301}tude", "한국어", "ابن خلدون", "─│█░", "Ἀριστοτέλης", "«¿?»",
            " ",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<60 {
            for _ in 0..<4 {
                grid.draw(
                    samples[random.index(below: samples.count)], row: random.index(below: 12),
                    column: random.index(below: 38),
                    style: Style.allCases[random.index(below: 13)])
            }
            bytes += renderer.frame(grid)
        }
        let file = try folder.write(bytes, to: "frames")
        let ready = folder.url.appending(path: "ready").path
        let script = """
            export TMUX_TMPDIR="$1"; unset TMUX
            tmux -f /dev/null -u new-session -d -x 40 -y 12 "stty -opost -echo; cat '$2'; touch '$3'; while [ -e '$3' ]; do sleep 0.1; done" || exit 77
            tmux set -g status off
            for i in $(seq 100); do [ -e "$3" ] && break; sleep 0.1; done
            sleep 0.3
            tmux capture-pane -p; rm -f "$3"; tmux kill-server
            """
        let result = try Outside.run(
            "bash", ["-c", script, "bash", folder.url.path, file, ready], in: folder.url)
        guard let result, result.status == 0, !result.output.isEmpty else {
            try Test.cancel("there is no tmux")
        }
        var lines = result.output.components(separatedBy: "\n")
        if lines.last?.isEmpty == true { lines.removeLast() }
        let padded = lines + Array(repeating: "", count: max(12 - lines.count, 0))
        #expect(padded.prefix(12).map(\.trimmedAtEnd) == grid.text)
    }

    private static func grid(_ lines: [String]) -> Grid {
        var grid = Grid(columns: 20, rows: lines.count)
        for (row, line) in lines.enumerated() { grid.draw(line, row: row) }
        return grid
    }
}

extension Grid {
    /// The rows as a terminal without Unicode shows them.
    var asciiText: [String] {
        (0..<rows).map { index in
            row(index).map { cell in
                cell.width == 0 ? "" : cell.text.clusters.map(\.asciiTwin.text).joined()
            }.joined().trimmedAtEnd
        }
    }
}

extension String {
    var trimmedAtEnd: String {
        var text = self
        while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
        return text
    }
}
