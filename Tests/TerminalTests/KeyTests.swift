import Terminal
import Testing

@Suite struct `Keys` {
    struct Row: Sendable, CustomTestStringConvertible {
        let bytes: [UInt8]
        let inputs: [Input]
        var testDescription: String { String(reflecting: String(decoding: bytes, as: UTF8.self)) }

        init(_ text: String, _ inputs: Input...) {
            bytes = Array(text.utf8)
            self.inputs = inputs
        }

        init(bytes: [UInt8], _ inputs: Input...) {
            self.bytes = bytes
            self.inputs = inputs
        }

        init(_ text: String, _ keys: Key...) {
            bytes = Array(text.utf8)
            inputs = keys.map { .key($0) }
        }
    }

    private static let place = Grid.Position(row: 4, column: 11)

    /// What terminals send, by xterm's ctlseqs, linux's console_codes(4), rxvt's and kitty's manual.
    static let rows: [Row] = [
        Row(
            "aZ1 ~", .character("a"), .character("Z"), .character("1"), .character(" "),
            .character("~")),
        Row("é日👩", .character("é"), .character("日"), .character("👩")),
        Row("e\u{301}\u{200D}", .character("e"), .character("\u{301}"), .character("\u{200D}")),
        Row("\r\n\t\u{7F}\u{8}", .enter, .enter, .tab, .backspace, .backspace),
        Row(
            "\u{3}\u{1A}\u{0}\u{1C}\u{1D}\u{1F}", .control("c"), .control("z"), .control(" "),
            .control("\\"), .control("]"), .control("_")),
        Row("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", .up, .down, .right, .left),
        Row("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", .up, .down, .right, .left),
        Row(
            "\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", .home, .end,
            .home, .end, .home, .end, .home, .end),
        Row(
            "\u{1B}[5~\u{1B}[6~\u{1B}[2~\u{1B}[3~\u{1B}[Z", .pageUp, .pageDown, .insert, .delete,
            .backTab),
        Row(
            "\u{1B}OP\u{1B}OS\u{1B}[[A\u{1B}[[E\u{1B}[15~\u{1B}[17~\u{1B}[21~\u{1B}[23~\u{1B}[24~",
            .function(1), .function(4), .function(1), .function(5), .function(5), .function(6),
            .function(10), .function(11), .function(12)),
        Row(
            "\u{1B}[1;5D\u{1B}[1;5C\u{1B}[1;3D\u{1B}[1;2A\u{1B}[3;5~", .wordLeft, .wordRight,
            .wordLeft, .up, .delete),
        Row("\u{1B}b\u{1B}f\u{1B}\r\u{1B}\u{7F}", .alt("b"), .alt("f"), .lineBreak, .deleteWord),
        Row("\u{1B}\u{1B}[A\u{1B}\u{3}", .escape, .up, .escape, .control("c")),
        Row(
            "\u{1B}OM\u{1B}Op\u{1B}Oy\u{1B}Ok\u{1B}On", .enter, .character("0"), .character("9"),
            .character("+"), .character(".")),
        // kitty, and xterm's modifyOtherKeys.
        Row(
            "\u{1B}[27u\u{1B}[97u\u{1B}[97;5u\u{1B}[97;3u\u{1B}[13;2u\u{1B}[127;5u\u{1B}[9;2u",
            .escape, .character("a"), .control("a"), .alt("a"), .lineBreak, .deleteWord, .backTab),
        Row(
            "\u{1B}[97:65;2u\u{1B}[97;2u\u{1B}[57414u\u{1B}[57400u\u{1B}[57419u", .character("A"),
            .character("A"), .enter, .character("1"), .up),
        Row("\u{1B}[97;1:3u\u{1B}[1;1:3A\u{1B}[57441;2ux", .character("x")),
        Row("\u{1B}[27;5;99~\u{1B}[27;2;13~", .control("c"), .lineBreak),
        // The mouse and the window.
        Row("\u{1B}[<0;12;5M", .mouse(.press(button: 0, at: place))),
        Row(
            "\u{1B}[<0;12;5m\u{1B}[<64;12;5M\u{1B}[<65;12;5M\u{1B}[<32;12;5M\u{1B}[<18;12;5M",
            .mouse(.release(at: place)), .mouse(.wheelUp(at: place)), .mouse(.wheelDown(at: place)),
            .mouse(.drag(at: place)), .mouse(.press(button: 2, at: place))),
        Row(
            "\u{1B}[<0;300;200M",
            .mouse(.press(button: 0, at: Grid.Position(row: 199, column: 299)))),
        Row("\u{1B}[I\u{1B}[O", .focus(true), .focus(false)),
        Row(
            "\u{1B}[200~1\rq\r\n\u{1B}[A\u{3}é\u{1B}[201~y", .paste("1\nq\n\u{1B}[A\u{3}é"),
            .key(.character("y"))),
        Row("\u{1B}[200~\u{1B}[201~", .paste("")),
        Row("\u{1B}[201~q", .character("q")),
        Row(
            bytes: Array("\u{1B}[200~a".utf8) + [0xFF] + Array("\u{1B}[201~".utf8),
            .paste("a\u{FFFD}")),
        // Answers nobody asked for.
        Row(
            "\u{1B}]11;rgb:0000/0000/0000\u{7}x\u{1B}P1$r0m\u{1B}\\y\u{1B}_Gi=1;OK\u{1B}\\z",
            .character("x"), .character("y"), .character("z")),
        // What means nothing does no harm to what follows.
        Row("\u{1B}[999~x\u{1B}[?62;c", .unknown, .key(.character("x")), .unknown),
        Row("\u{1B}[1;2\u{3}\u{1B}[\u{1B}[A", .unknown, .key(.control("c")), .unknown, .key(.up)),
        Row("\u{1B}[M !!q", .unknown, .key(.character("q"))),
        Row("\u{1B}]0;never ending\u{3}", .unknown, .key(.control("c"))),
        Row("\u{1B}[<0;0;5M\u{1B}[<0;5Mq", .unknown, .unknown, .key(.character("q"))),
        Row(
            "\u{1B}[" + String(repeating: "1;", count: 500) + "Aq", .unknown, .key(.character("q"))),
        Row("\u{1B}[99999999999999999999Aq", .unknown, .key(.character("q"))),
        Row("\u{85}\u{202E}\u{FFFE}a", .unknown, .unknown, .unknown, .key(.character("a"))),
        Row(
            bytes: [0xFF, 0x80, 0xC0, 0xAF, 0x61], .unknown, .unknown, .unknown, .unknown,
            .key(.character("a"))),
        Row(
            bytes: [0xE6, 0x97, 0x61, 0xF0, 0x1B, 0x5B, 0x41], .unknown, .key(.character("a")),
            .unknown, .key(.up)),
        Row(bytes: [0xED, 0xA0, 0x80, 0x61], .unknown, .key(.character("a"))),
    ]

    @Test(arguments: rows)
    func `are read alike however their bytes are cut`(_ row: Row) {
        for split in 0...row.bytes.count {
            var reader = KeyReader()
            let inputs = reader.read(row.bytes[..<split]) + reader.read(row.bytes[split...])
            #expect(inputs == row.inputs)
            #expect(reader.patience == nil)
        }
        var reader = KeyReader()
        #expect(row.bytes.flatMap { reader.read([$0]) } == row.inputs)
    }

    @Test(arguments: [
        Row("\u{1B}", .escape), Row("\u{1B}[", .alt("[")), Row("\u{1B}O", .alt("O")),
        Row("\u{1B}[1;", .unknown), Row("\u{1B}[200~half a", .paste("half a")),
        Row("\u{1B}[M ", .unknown),
        Row(bytes: [0xE6, 0x97], .unknown), Row(bytes: Array("\u{1B}]0;x".utf8)),
    ])
    func `that were begun are settled when nothing follows`(_ row: Row) {
        var reader = KeyReader()
        #expect(reader.read(row.bytes) == [])
        #expect(reader.patience != nil)
        #expect(reader.expire() == row.inputs)
        #expect(reader.patience == nil)
        #expect(reader.read(Array("q".utf8)) == [.key(.character("q"))])
    }

    @Test func `of a paste beyond its limit are dropped and its end is seen`() {
        var reader = KeyReader()
        let long = [UInt8](repeating: 0x61, count: KeyReader.pasteLimit + 1000)
        #expect(reader.read(Array("\u{1B}[200~".utf8) + long) == [])
        let inputs = reader.read(Array("\u{1B}[201~q".utf8))
        guard case .paste(let text) = inputs.first else {
            Issue.record("no paste")
            return
        }
        #expect(text.utf8.count == KeyReader.pasteLimit)
        #expect(inputs.dropFirst() == [.key(.character("q"))])
    }
}
