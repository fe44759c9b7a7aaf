import Disk
import Results

extension Checkup.Section {
    /// The store as `assay store check` sees it, whatever state it is in.
    static func store(_ call: Invocation, _ environment: Environment) -> Self {
        var section = Self(title: "Store")
        let place: StorePlace
        do throws(CommandFault) {
            place = try StorePlace(call, environment)
        } catch {
            section.add("path", error.message, .fault, advice: error.advice)
            return section
        }
        section.add("path", "\(place.path), \(place.origin.words)")
        let health = StoreHealth(place.path, environment, namingOwners: false)
        if let fault = health.fault, fault.kind == .missing {
            let fault = CommandFault(fault, at: place.path, in: environment)
            let advice = fault.suggestions.map { "did you mean \(CommandFault.quoted($0))?" }
            section.add(
                "state", "there is none yet", .note,
                advice: (advice + [fault.advice].compactMap(\.self)).joined(separator: "; "))
            return section
        }
        for (term, text) in health.facts where term != "engine" { section.add(term, text) }
        let isHeld = QueueLock.isHeld(place.path + ".lock")
        section.add(
            "lock",
            isHeld.map { $0 ? "held: a program is saving now" : "free" }
                ?? "not there, or not to be looked at")
        for note in health.notes { section.add("state", note, .note) }
        for problem in health.problems {
            section.add("state", problem.message, .fault, advice: problem.advice)
        }
        if health.problems.isEmpty { section.add("state", "no faults at a quick look") }
        return section
    }
}

extension StorePlace.Origin {
    fileprivate var words: String {
        switch self {
        case .option: "as --store says"
        case .variable: "as ASSAY_STORE says"
        case .dataFolder: "as XDG_DATA_HOME says"
        case .homeFolder: "where it usually is"
        }
    }
}
