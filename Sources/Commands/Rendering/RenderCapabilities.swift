import Assessment

/// What the program that makes workbooks and pages is made with, and which scripts it can draw.
package struct RenderCapabilities: Sendable, Hashable {
    package struct Library: Sendable, Hashable {
        package let name: String
        package let version: String
    }

    package struct Script: Sendable, Hashable {
        package let name: String
        /// The packages of Debian that would bring the letters that no font here has.
        package let missing: [String]
    }

    package let libraries: [Library]
    package let scripts: [Script]

    /// Nil for what is no answer to the question.
    init?(_ answer: JSON) {
        guard let libraries = answer["libraries"]?.elements,
            let scripts = answer["scripts"]?.elements
        else { return nil }
        self.libraries = libraries.map {
            Library(name: $0["name"]?.text ?? "", version: $0["version"]?.text ?? "")
        }
        self.scripts = scripts.map {
            Script(
                name: $0["name"]?.text ?? "",
                missing: ($0["missing"]?.elements ?? []).compactMap(\.text))
        }
    }
}
