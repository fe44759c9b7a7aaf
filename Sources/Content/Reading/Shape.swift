/// What an element may hold: everything else is reported with a guess at what was meant.
struct Shape: Sendable {
    let attributes: [String]
    let children: [String]
    /// Whether words may stand directly in the element.
    let holdsText: Bool

    init(attributes: [String] = [], children: [String] = [], holdsText: Bool = false) {
        self.attributes = attributes
        self.children = children
        self.holdsText = holdsText
    }

    /// Words alone.
    static let text = Shape(holdsText: true)
}
