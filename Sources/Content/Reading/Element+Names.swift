import MarkupReading

extension Markup.Attribute {
    /// The name as a person writes it, such as `xml:lang`.
    var fullName: String {
        switch namespace {
        case nil: name
        case "http://www.w3.org/XML/1998/namespace": "xml:\(name)"
        case .some: "…:\(name)"
        }
    }
}

extension Markup.Element {
    /// The attribute by the name a person writes.
    func attribute(called fullName: String) -> Markup.Attribute? {
        attributes.first { $0.fullName == fullName }
    }
}
