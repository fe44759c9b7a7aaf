internal import Assessment

extension Draft {
    /// Changes what stands in a part; where that is refused, nothing changes.
    package mutating func edit(_ part: Part, _ edit: Edit) throws(Refusal) {
        switch (control(of: part), edit) {
        case (_, .clear): set(nil, part)
        case (.choose(let entries), .choose(let place)), (.choose(let entries), .toggle(let place)):
            guard entries.indices.contains(place) else { throw .notOffered }
            pick(entries[place].id, part)
        case (.chooseMany(let entries, let limit), .choose(let place)),
            (.chooseMany(let entries, let limit), .toggle(let place)):
            var places = chosen(in: part)
            if let held = places.firstIndex(of: place) {
                places.remove(at: held)
            } else {
                places.append(place)
            }
            try choose(places, of: entries, limit, part)
        case (.chooseMany(let entries, let limit), .chooseAll(let places)):
            try choose(places, of: entries, limit, part)
        case (.match(let left, let right), .pair(let pairs)):
            let ids = try joined(left, right, pairs, part)
            set(.paired(ids), part)
        case (.sort(let entries, let groups), .pair(let pairs)):
            let ids = try joined(entries, groups, pairs, part)
            set(.sorted(ids), part)
        case (.match(let left, _), .unpair(let place)), (.sort(let left, _), .unpair(let place)):
            guard left.indices.contains(place) else { throw .notOffered }
            unpair(left[place].id, part)
        case (.order(let entries), .arrange(let places)):
            guard places.sorted() == Array(entries.indices) else { throw .incomplete }
            set(.ordered(places.map { entries[$0].id }), part)
        case (.number, .type(let text)): type(text, as: Response.typed, part)
        case (.words, .type(let text)): type(text, as: Response.typed, part)
        case (.written, .type(let text)): type(text, as: Response.written, part)
        default: throw .notOffered
        }
    }

    private mutating func choose(
        _ places: [Int], of entries: [Entry], _ limit: Int?, _ part: Part
    ) throws(Refusal) {
        let places = Set(places)
        guard places.isSubset(of: entries.indices) else { throw .notOffered }
        if let limit, places.count > limit { throw .tooMany(limit: limit) }
        // In one order, so that two ways to the same set are one answer.
        let ids = places.map { entries[$0].id }.sorted()
        set(ids.isEmpty ? nil : .chosen(ids), part)
    }

    private mutating func pick(_ id: Entry.ID, _ part: Part) {
        if part.gap == nil { set(.chosen([id]), part) } else { fill(id.text, part) }
    }

    private mutating func type(
        _ text: String, as response: (String) -> Response, _ part: Part
    ) {
        let isBlank = text.allSatisfy(\.isWhitespace)
        if part.gap == nil {
            set(isBlank ? nil : response(text), part)
        } else {
            fill(isBlank ? nil : text, part)
        }
    }

    private func joined(
        _ left: [Entry], _ right: [Entry], _ pairs: [Int: Int], _ part: Part
    ) throws(Refusal) -> [Entry.ID: Entry.ID] {
        var ids = ids(in: part)
        for (from, to) in pairs {
            guard left.indices.contains(from), right.indices.contains(to) else {
                throw .notOffered
            }
            ids[left[from].id] = right[to].id
        }
        return ids
    }

    private mutating func unpair(_ id: Entry.ID, _ part: Part) {
        var ids = ids(in: part)
        ids[id] = nil
        guard !ids.isEmpty else { return set(nil, part) }
        if case .sorted = response(to: part) {
            set(.sorted(ids), part)
        } else {
            set(.paired(ids), part)
        }
    }

    private func ids(in part: Part) -> [Entry.ID: Entry.ID] {
        switch response(to: part) {
        case .paired(let ids), .sorted(let ids): ids
        default: [:]
        }
    }

    private mutating func fill(_ text: String?, _ part: Part) {
        guard let gap = part.gap else { return }
        var gaps: [Entry.ID: String] = [:]
        if case .filled(let filled) = response(to: part) { gaps = filled }
        gaps[gap] = text
        put(gaps.isEmpty ? nil : .filled(gaps), at: part.interaction)
    }

    private mutating func set(_ response: Response?, _ part: Part) {
        if part.gap != nil, response == nil {
            fill(nil, part)
        } else {
            put(response, at: part.interaction)
        }
    }
}
