import Foundation
import TestSupport
import Testing

@Suite struct `What pages can be made with` {
    /// Fonts of one package alone, and what is missing then.
    private static let dejaVu = "/usr/share/fonts/truetype/dejavu"

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: dejaVu),
            "fonts-dejavu-core is not installed"),
        arguments: [
            (
                dejaVu,
                [
                    "Devanagari: fonts-noto-core", "Chinese: fonts-noto-cjk",
                    "Japanese: fonts-noto-cjk", "Korean: fonts-noto-cjk",
                    "Emoji: fonts-noto-color-emoji",
                ]
            ),
            (
                "/nowhere",
                [
                    "Latin: fonts-dejavu-core fonts-noto-core",
                    "Greek: fonts-dejavu-core fonts-noto-core",
                    "Cyrillic: fonts-dejavu-core", "Arabic: fonts-noto-core",
                    "Hebrew: fonts-noto-core", "Devanagari: fonts-noto-core",
                    "Chinese: fonts-noto-cjk", "Japanese: fonts-noto-cjk",
                    "Korean: fonts-noto-cjk", "Emoji: fonts-noto-color-emoji",
                ]
            ),
        ] as [(String, [String])])
    func `is what the fonts of the machine can draw`(
        _ fonts: String, _ missing: [String]
    ) throws {
        let folder = try Folder([])
        let configuration = try folder.write(
            """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>\(fonts)</dir><cachedir>\(folder.url.path)</cachedir></fontconfig>
            """, to: "fonts.conf")
        let line = #"echo '{"capabilities":true}' | FONTCONFIG_FILE=$0 $1"#
        let run = try #require(
            try Outside.run(
                "sh", ["-c", line, configuration, PtyProgram.path + "-render"], in: folder.url))
        struct Answer: Decodable {
            struct Script: Decodable {
                let name: String
                let missing: [String]
            }
            let scripts: [Script]
        }
        let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
        let found = answer.scripts.filter { !$0.missing.isEmpty }.map {
            "\($0.name): \($0.missing.joined(separator: " "))"
        }
        #expect(found == missing, "\(run.errors)")
    }
}
