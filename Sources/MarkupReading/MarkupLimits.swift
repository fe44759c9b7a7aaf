import Assessment

/// How much of each thing a file may hold before its reading is refused.
///
/// The limits keep memory and time in proportion to an honest file; each has a flag that raises it.
package struct MarkupLimits: Sendable, Hashable {
    /// The whole file.
    package var bytes = 256 << 20
    /// One tag with all its attributes.
    ///
    /// libxml2 compares every attribute of a tag with every other, so an uncapped tag of 4 MB
    /// costs it a minute.
    package var tagBytes = 16 << 10
    /// Elements within elements, at most the 256 that libxml2 allows.
    package var depth = 32
    /// Attributes and namespace declarations on one tag.
    package var attributes = 64
    /// The text between two tags.
    package var textBytes = 1 << 20

    package init() {}

    /// A comment or processing instruction, which costs little as nobody keeps it.
    package var commentBytes: Int {
        textBytes.multipliedReportingOverflow(by: 8).overflow ? .max : textBytes * 8
    }
}

extension MarkupLimits {
    /// Says that something goes past one of the limits, and which flag would let it.
    func exceeded(
        _ thing: String, by limit: KeyPath<MarkupLimits, Int>, at offset: Int?
    ) -> Diagnostic {
        let value = self[keyPath: limit]
        let (amount, flag): (String, String) =
            switch limit {
            case \.bytes: (Self.size(value), "--max-bytes")
            case \.tagBytes: (Self.size(value), "--max-tag")
            case \.depth: ("\(value) levels", "--max-depth")
            case \.attributes: ("\(value) attributes", "--max-attributes")
            default: (Self.size(value), "--max-text")
            }
        return Diagnostic(
            .error, "too-large", "\(thing) goes past the limit of \(amount)",
            advice: "make it smaller, or raise the limit with \(flag)", offset: offset)
    }

    private static func size(_ bytes: Int) -> String {
        if bytes >= 1 << 20, bytes.isMultiple(of: 1 << 20) { return "\(bytes >> 20) MiB" }
        if bytes >= 1 << 10, bytes.isMultiple(of: 1 << 10) { return "\(bytes >> 10) KiB" }
        return "\(bytes) bytes"
    }
}
