import Assessment

/// The names of all fields that a value is made of, as in `Item.prompt`.
enum FieldWalk {
    static func fields(of value: Any) -> Set<String> {
        var found: Set<String> = []
        walk(value, &found)
        return found
    }

    private static func walk(_ value: Any, _ found: inout Set<String>) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .struct where !isPlain(value):
            for child in mirror.children {
                found.insert("\(name(of: value)).\(child.label ?? "")")
                walk(child.value, &found)
            }
        case .enum:
            guard let payload = mirror.children.first else { return }
            let place = "\(name(of: value)).\(payload.label ?? "")"
            if isPlain(payload.value) { found.insert(place) }
            let parts = Mirror(reflecting: payload.value)
            guard parts.displayStyle == .tuple else { return walk(payload.value, &found) }
            for part in parts.children { found.insert("\(place).\(part.label ?? "")") }
        default: for child in mirror.children { walk(child.value, &found) }
        }
    }

    /// What has no fields that anybody sets one by one.
    private static func isPlain(_ value: Any) -> Bool {
        value is Rational || value is Seconds || value is String || value is Int || value is Bool
            || name(of: value).hasPrefix("Identifier<")
    }

    private static func name(of value: Any) -> String {
        let name = String(reflecting: type(of: value))
        return String(name.trimmingPrefix("Assessment."))
    }
}
