import Assessment
import MarkupReading

/// A kind of file of ours: the name and namespace of its root.
struct RootKind: Sendable {
    let element: String
    /// Without the version that ends it.
    let namespaceFamily: String
    let noun: String

    static let bank = RootKind(element: "bank", namespaceFamily: "urn:assay:bank:", noun: "bank")
    static let rubric = RootKind(
        element: "rubric", namespaceFamily: "urn:assay:rubric:", noun: "rubric")
    static let scoreSheet = RootKind(
        element: "score-sheet", namespaceFamily: "urn:assay:rubric:", noun: "score sheet")
    static let program = RootKind(
        element: "program", namespaceFamily: "urn:assay:program:", noun: "program")

    /// The command that reads files with this root.
    private static func command(for root: String) -> String? {
        switch root {
        case "bank", "rubric", "program": root
        // Nothing shows a score sheet yet.
        case "score-sheet": "rubric check"
        default: nil
        }
    }

    var namespace: String { namespaceFamily + "1" }

    /// Whether a root is of this kind and of a version we read; says why not.
    func admits(_ root: Markup.Element, in reading: Reading) -> Bool {
        if root.name != element {
            reading.error(
                .unknownElement,
                "a \(noun) begins with <\(element)>, and this file with <\(root.name)>",
                at: root.offset,
                advice: Self.command(for: root.name).map { "use 'assay \($0)' for this file" }
                    ?? "begin with <\(element) xmlns=\"\(namespace)\" …>")
            return false
        }
        if root.namespace == namespace { return true }
        let found = root.namespace ?? ""
        if found.hasPrefix(namespaceFamily), Int(found.dropFirst(namespaceFamily.count)) != nil {
            reading.error(
                .futureVersion,
                "the file uses \(found.shortened), a format newer than \(namespace)",
                at: root.offset, advice: "update assay, or save the file in format 1")
        } else {
            reading.error(
                .unknownNamespace,
                found.isEmpty
                    ? "<\(element)> names no namespace"
                    : "<\(element)> is in the namespace '\(found.shortened)'",
                at: root.offset, advice: "write <\(element) xmlns=\"\(namespace)\" …>")
        }
        return false
    }
}
