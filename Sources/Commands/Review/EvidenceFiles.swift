import Assessment
import Content
import MarkupReading

/// The files that evidence is: read to know them again, and shown without doing what they say.
enum EvidenceFiles {
    private static let limit = 1 << 30
    /// Nobody reads more than this in a terminal.
    private static let shownLimit = 1 << 20

    /// What `ID=FILE`, a file or an address says; a file has to be there.
    static func exhibit(_ word: String) throws(CommandFault) -> Exhibit {
        let parts = word.split(separator: "=", maxSplits: 1).map { String($0) }
        let named = parts.count == 2 ? Component.Evidence.ID(parts[0]) : nil
        let link = named == nil ? word : parts[1]
        if isAddress(link) { return Exhibit(link: link, evidence: named) }
        var diagnostics = Diagnostics()
        guard let file = SourceFile.read(link, limit: limit, into: &diagnostics) else {
            let fault = diagnostics.found.first
            throw CommandFault(
                .noInput, fault?.message ?? "\(link) cannot be read", advice: fault?.advice)
        }
        return Exhibit(link: link, evidence: named, contents: .init(of: file.bytes))
    }

    /// The same piece as it is now; without contents where the file is gone.
    static func now(_ exhibit: Exhibit) -> Exhibit {
        guard exhibit.contents != nil else { return exhibit }
        var diagnostics = Diagnostics()
        let file = SourceFile.read(exhibit.link, limit: limit, into: &diagnostics)
        return Exhibit(
            link: exhibit.link, evidence: exhibit.evidence,
            contents: file.map { .init(of: $0.bytes) })
    }

    /// `work/adr.md, 4821 bytes, as it was handed in`.
    static func line(on exhibit: Exhibit, now: Exhibit) -> String {
        let name = exhibit.evidence.map { "\($0): " } ?? ""
        guard let contents = exhibit.contents else { return name + exhibit.link }
        let state =
            now.contents == contents
            ? "as it was handed in"
            : now.contents == nil
                ? "NOT there any more" : "CHANGED since it was handed in"
        return "\(name)\(exhibit.link), \(counted(contents.size, "byte")), \(state)"
    }

    /// The words of a file, which a terminal does not act on; nil where it is none of text.
    static func text(of link: String) -> String? {
        var diagnostics = Diagnostics()
        guard let file = SourceFile.read(link, limit: shownLimit, into: &diagnostics),
            let text = String(validating: file.bytes, as: UTF8.self)
        else { return nil }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.terminalSafe() }.joined(separator: "\n")
    }

    private static func isAddress(_ link: String) -> Bool {
        ["http://", "https://"].contains { link.lowercased().hasPrefix($0) }
    }
}
