import MarkupReading

/// Which other parts of a workbook a part leads to.
struct PartLinks {
    struct Target {
        let kind: String
        let name: String

        var isSheet: Bool { kind == "worksheet" }
    }

    private var targets: [String: Target] = [:]
    private var order: [Target] = []

    /// The links of the part of that name, or of the whole file where it has none; a part without
    /// links leads nowhere.
    init(of part: String, in archive: ZipArchive) throws(WorkbookFault) {
        let folder = part.split(separator: "/").dropLast().map { String($0) }
        let file = part.split(separator: "/").last.map { String($0) } ?? ""
        let name = (folder + ["_rels", file + ".rels"]).joined(separator: "/")
        guard let links = try WorkbookPart.ifAny(name, in: archive) else { return }
        for link in try links.tree().elements where link.name == "Relationship" {
            guard let id = link.attribute("Id")?.value, let type = link.attribute("Type")?.value,
                let target = link.attribute("Target")?.value,
                link.attribute("TargetMode")?.value != "External"
            else { continue }
            // Of the two families of names for the same thing only the last word is alike.
            let kind = type.split(separator: "/").last.map { String($0) } ?? ""
            let path = Self.resolved(target, from: folder)
            let found = Target(kind: kind, name: path)
            targets[id] = found
            order.append(found)
        }
    }

    func target(of id: String) -> Target? { targets[id] }

    func target(ofKind kind: String) -> String? { order.first { $0.kind == kind }?.name }

    private static func resolved(_ target: String, from folder: [String]) -> String {
        var path = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = path.popLast()
            default: path.append(String(step))
            }
        }
        return path.joined(separator: "/")
    }
}
