/// One column of one row on a ``Grid``.
///
/// A cluster of several columns is in the first of its cells; the others hold nothing.
package struct Cell: Sendable, Hashable {
    package let text: String
    /// The columns of the cluster that begins here, or 0 amid one.
    package let width: Int
    package let style: Style

    init(_ cluster: Cluster, _ style: Style) {
        text = cluster.text
        width = cluster.width
        self.style = style
    }

    private init(amid style: Style) {
        text = ""
        width = 0
        self.style = style
    }

    static func amid(_ style: Style) -> Cell { Cell(amid: style) }

    static let blank = Cell(.blank, .plain)

    var isASCII: Bool { text.utf8.count == 1 }

    /// Whether erasing the line leaves the same to be seen.
    var isErased: Bool { text == " " && style.isUnseenOnBlanks }

    func styled(_ style: Style) -> Cell { Cell(text: text, width: width, style: style) }

    private init(text: String, width: Int, style: Style) {
        self.text = text
        self.width = width
        self.style = style
    }
}

extension Style {
    /// Whether a blank looks plain in this style: it is neither underlined nor reversed.
    fileprivate var isUnseenOnBlanks: Bool { self != .field && self != .marked }
}
