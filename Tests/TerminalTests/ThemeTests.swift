import Terminal
import Testing

@Suite struct `Looks` {
    struct Row: Sendable, CustomTestStringConvertible {
        let choice: String?
        let variables: [String: String]
        let depth: ColorDepth
        let isTerminal: Bool
        var testDescription: String { "\(choice ?? "auto") \(variables) \(isTerminal)" }

        init(
            _ variables: [String: String], _ depth: ColorDepth, choice: String? = nil,
            isTerminal: Bool = true
        ) {
            self.choice = choice
            self.variables = variables
            self.depth = depth
            self.isTerminal = isTerminal
        }
    }

    /// By no-color.org, bixense.com/clicolors, and github.com/termstandard/colors.
    @Test(arguments: [
        Row([:], .none), Row(["TERM": "dumb"], .none), Row(["TERM": ""], .none),
        Row(["TERM": "xterm"], .sixteen), Row(["TERM": "linux"], .sixteen),
        Row(["TERM": "vt100"], .none), Row(["TERM": "vt220"], .none),
        Row(["TERM": "xterm-mono"], .none),
        Row(["TERM": "xterm-256color"], .twoHundredFiftySix),
        Row(["TERM": "tmux-256color"], .twoHundredFiftySix),
        Row(["TERM": "xterm-256color", "COLORTERM": "truecolor"], .trueColor),
        Row(["TERM": "xterm", "COLORTERM": "24bit"], .trueColor),
        Row(["TERM": "xterm", "COLORTERM": "gnome-terminal"], .sixteen),
        Row(["TERM": "xterm-direct"], .trueColor),
        Row(["TERM": "dumb", "COLORTERM": "truecolor"], .none),
        Row(["TERM": "xterm", "NO_COLOR": "1"], .none),
        Row(["TERM": "xterm", "NO_COLOR": "0"], .none),
        Row(["TERM": "xterm", "NO_COLOR": ""], .sixteen),
        Row(["TERM": "xterm", "NO_COLOR": "1", "CLICOLOR_FORCE": "1"], .none),
        Row(["TERM": "xterm", "NO_COLOR": "1"], .sixteen, choice: "always"),
        Row(["TERM": "xterm"], .none, choice: "never"),
        Row(["TERM": "xterm-256color"], .twoHundredFiftySix, choice: "always"),
        Row(["TERM": "xterm"], .sixteen, choice: "auto"),
        Row(["TERM": "xterm", "CLICOLOR": "0"], .none),
        Row(["TERM": "xterm", "CLICOLOR": "1"], .sixteen),
        Row(["TERM": "xterm", "CLICOLOR": "0", "CLICOLOR_FORCE": "1"], .sixteen),
        Row(["TERM": "xterm"], .none, isTerminal: false),
        Row(["TERM": "xterm", "CLICOLOR_FORCE": "1"], .sixteen, isTerminal: false),
        Row(["CLICOLOR_FORCE": "0"], .none, isTerminal: false),
    ])
    func `have the colors that are wanted and to be had`(_ row: Row) {
        let depth = ColorDepth(choice: row.choice, isTerminal: row.isTerminal) {
            row.variables[$0]
        }
        #expect(depth == row.depth)
    }

    @Test(arguments: ColorDepth.allCases)
    func `never set a background, and only colors of their depth`(_ depth: ColorDepth) {
        let theme = Theme(depth: depth)
        for style in Style.allCases {
            let sequence = theme.sequence(for: style)
            let numbers = sequence.dropFirst(2).dropLast().split(separator: ";").map { Int($0) }
            #expect(sequence.hasPrefix("\u{1B}[0") && sequence.hasSuffix("m"))
            #expect(numbers.first == 0)
            let colors = numbers.dropFirst().compactMap(\.self).filter { $0 >= 30 }
            switch (depth, colors.first) {
            case (_, nil): break
            case (.sixteen, let color?):
                // Yellow and white vanish on light windows, black and blue on dark ones.
                #expect([31, 32, 35, 36].contains(color) && colors.count == 1)
            case (.twoHundredFiftySix, let color?):
                #expect(color == 38 && numbers.suffix(3).first == 38)
                let index = (numbers.last ?? nil) ?? 0
                #expect(Self.contrasts(index).allSatisfy { $0 > 3.85 }, "\(style)")
            case (.trueColor, let color?):
                #expect(color == 38 && numbers.suffix(5).first == 38)
                let rgb = numbers.suffix(3).map { $0 ?? 0 }
                #expect(Self.contrasts(rgb).allSatisfy { $0 > 4.5 }, "\(style)")
            case (.none, _?): Issue.record("\(style) has a color")
            }
        }
        // Not by color alone: what one has to find looks different without any.
        for style in [Style.title, .chosen, .wrong, .marked, .field] {
            #expect(theme.sequence(for: style) != theme.sequence(for: .plain))
        }
    }

    /// WCAG 2.2: the contrast with white and with black.
    private static func contrasts(_ rgb: [Int]) -> [Double] {
        let weights = [0.2126, 0.7152, 0.0722]
        let luminance = zip(rgb, weights).reduce(0.0) { sum, part in
            let value = Double(part.0) / 255
            let linear = value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
            return sum + linear * part.1
        }
        return [1.05 / (luminance + 0.05), (luminance + 0.05) / 0.05]
    }

    /// To the power of 2.4, by the fifth root.
    private static func power(_ value: Double) -> Double {
        var root = 1.0
        for _ in 0..<60 {
            root -= (root * root * root * root * root - value) / (5 * root * root * root * root)
        }
        return value * value * root * root
    }

    /// xterm's 256 colors: the cube from 16 on, then greys.
    private static func contrasts(_ index: Int) -> [Double] {
        let steps = [0, 95, 135, 175, 215, 255]
        if index >= 232 { return contrasts(Array(repeating: 8 + (index - 232) * 10, count: 3)) }
        let place = index - 16
        return contrasts([steps[place / 36], steps[place / 6 % 6], steps[place % 6]])
    }

    @Test(arguments: [
        ([:], false), (["LANG": "en_US.UTF-8"], false), (["LANG": "C.utf8"], false),
        (["LC_ALL": "C"], true), (["LC_ALL": "C", "LANG": "en_US.UTF-8"], true),
        (["LC_ALL": "", "LANG": "es_ES.UTF-8"], false), (["LANG": "POSIX"], true),
        (["LC_CTYPE": "de_DE.ISO-8859-1", "LANG": "de_DE.UTF-8"], true),
        (["TERM": "linux", "LANG": "en_US.UTF-8"], true),
    ])
    func `are ASCII where nothing else can be shown`(_ variables: [String: String], _ isASCII: Bool)
    {
        #expect(Glyphs(choosingASCII: false) { variables[$0] }.isASCII == isASCII)
        #expect(Glyphs(choosingASCII: true) { variables[$0] }.isASCII)
    }

    @Test(arguments: [false, true])
    func `have signs of one column`(_ isASCII: Bool) {
        let glyphs = Glyphs(isASCII: isASCII)
        let signs = [
            glyphs.rule, glyphs.bar, glyphs.barRest, glyphs.pointer, glyphs.bullet, glyphs.unseen,
            glyphs.seen, glyphs.right, glyphs.wrong, glyphs.arrow, glyphs.up, glyphs.down,
            glyphs.ellipsis,
        ]
        #expect(signs.allSatisfy { $0.columns == 1 })
        #expect(signs.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } == isASCII)
        #expect(glyphs.progress(7, of: 20, columns: 10).clusters.count == 10)
        #expect(Glyphs(isASCII: true).progress(7, of: 20, columns: 10) == "###-------")
        #expect(Glyphs(isASCII: true).progress(30, of: 20, columns: 4) == "####")
        #expect(Glyphs(isASCII: true).progress(1, of: 0, columns: 4) == "----")
    }

    @Test(arguments: [
        ("Café – “naïve” … Straße", "Cafe - \"naive\" . Stra?e"), ("日本", "????"), ("a→b", "a?b"),
        ("👩‍🏫!", "??!"), ("ابن", "???"),
    ])
    func `of letters without Unicode are their twins`(_ text: String, _ twin: String) {
        #expect(text.clusters.map(\.asciiTwin.text).joined() == twin)
    }

    @Test(arguments: [
        (["TERM": "xterm"], true, true, false, Face.fullScreen),
        (["TERM": "xterm"], true, true, true, .lines),
        (["TERM": "xterm"], false, true, false, .lines),
        (["TERM": "xterm"], true, false, false, .lines),
        ([:], true, true, false, .lines), (["TERM": "dumb"], true, true, false, .lines),
        (["TERM": "xterm", "ACCESSIBLE": "1"], true, true, false, .lines),
        (["TERM": "xterm", "ACCESSIBLE": "0"], true, true, false, .fullScreen),
        (["TERM": "xterm", "ACCESSIBLE": "False"], true, true, false, .fullScreen),
        (["TERM": "xterm", "ACCESSIBLE": ""], true, true, false, .fullScreen),
    ])
    func `are lines where a screen is not wanted or not to be had`(
        _ variables: [String: String], _ input: Bool, _ output: Bool, _ isPlain: Bool, _ face: Face
    ) {
        let found = Face(isPlain: isPlain, inputIsTerminal: input, outputIsTerminal: output) {
            variables[$0]
        }
        #expect(found == face)
    }
}
