package import Assessment

/// Tells what a file is by the name of its first tag, without reading on.
package enum RootName {
    /// Nil where no tag comes in the first sixteen thousand bytes.
    package static func of(_ source: SourceText) -> String? {
        var rest = source.bytes.prefix(16_384)[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            guard let first = rest.first else { return nil }
            switch first {
            case UInt8(ascii: "!"):
                guard let end = rest.firstRange(of: Array("-->".utf8)) else { return nil }
                rest = rest[end.upperBound...]
            case UInt8(ascii: "?"): continue
            default:
                return String(
                    decoding: rest.prefix { byte in
                        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
                            || byte == UInt8(ascii: "-")
                    }, as: UTF8.self)
            }
        }
        return nil
    }
}
