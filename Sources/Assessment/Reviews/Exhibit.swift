/// A file or a link that was handed in, as it was then.
package struct Exhibit: Sendable, Hashable {
    /// What a file held.
    package struct Contents: Sendable, Hashable, CustomStringConvertible {
        package let hash: Digest
        package let size: Int

        package init(hash: Digest, size: Int) {
            self.hash = hash
            self.size = size
        }

        package init(of bytes: [UInt8]) {
            self.init(hash: .sha256(bytes), size: bytes.count)
        }

        package var description: String { "\(hash.hex) \(size)" }

        /// Reads what ``description`` writes; nil for anything else.
        package init?(_ text: String) {
            let parts = text.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, let hash = Digest(hex: String(parts[0])),
                let size = Int(parts[1]), size >= 0
            else { return nil }
            self.init(hash: hash, size: size)
        }
    }

    /// A path or an address.
    package let link: String
    /// Which of the evidence that a program asks for it is.
    package let evidence: Component.Evidence.ID?
    /// Nil for a link, whose other end may change without notice.
    package let contents: Contents?

    package init(link: String, evidence: Component.Evidence.ID? = nil, contents: Contents? = nil) {
        self.link = link
        self.evidence = evidence
        self.contents = contents
    }
}

extension Exhibit: CustomStringConvertible {
    /// One line: `adr 9f86…0a08 4821 work/adr-7.md`, with `-` for what there is none of.
    package var description: String {
        "\(evidence?.text ?? "-") \(contents?.description ?? "- -") \(link.asOneLine)"
    }

    /// Reads what ``description`` writes; nil for anything else.
    package init?(_ line: String) {
        let parts = line.unicodeScalars.split(
            separator: " ", maxSplits: 3, omittingEmptySubsequences: false
        ).map { String(Substring($0)) }
        guard parts.count == 4, let link = String(oneLine: parts[3]) else { return nil }
        let evidence = Component.Evidence.ID(parts[0])
        let contents = Contents("\(parts[1]) \(parts[2])")
        guard evidence != nil || parts[0] == "-",
            contents != nil || (parts[1] == "-" && parts[2] == "-")
        else { return nil }
        self.init(link: link, evidence: evidence, contents: contents)
    }
}
