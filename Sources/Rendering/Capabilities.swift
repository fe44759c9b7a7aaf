import Assessment
internal import CPango
internal import CQPDF
internal import CXLSXWriter

/// What documents are made with here: the libraries, and the scripts that fonts have letters for.
enum Capabilities {
    static var json: JSON {
        [
            "libraries": .array(
                libraries.map { ["name": .string($0.name), "version": .string($0.version)] }),
            "scripts": .array(
                scripts.map { name, sample in
                    [
                        "name": .string(name),
                        "missing": .array(
                            ReportPages.missingFonts(for: sample).sorted().map { .string($0) }),
                    ]
                }),
        ]
    }

    private static var libraries: [(name: String, version: String)] {
        [
            ("cairo", cairo_version_string()), ("pango", pango_version_string()),
            ("libxlsxwriter", lxw_version()), ("qpdf", qpdf_get_qpdf_version()),
        ].map { ($0, $1.map { String(cString: $0) } ?? "unknown") }
    }

    /// Scripts with letters of names and texts in them, those that few fonts have included.
    private static let scripts = [
        ("Latin", "Ågårdh, Çelik, Łódź, Nguyễn Văn"), ("Greek", "Ελληνικά, Ὅμηρος"),
        ("Cyrillic", "Кириллица, Ђорђевић, Їжак"), ("Arabic", "العربية، پارسی"),
        ("Hebrew", "עברית"), ("Devanagari", "देवनागरी"), ("Chinese", "简体 繁體"),
        ("Japanese", "ひらがな カタカナ 漢字"), ("Korean", "한국어"), ("Emoji", "🎓👍🏽"),
    ]
}
