/// The RELAX NG grammars of our files, for editors and for validators of other makers.
///
/// Reading does not need them: it checks the same rules with better messages. Tests hold the two
/// against each other.
package enum Schema: String, Sendable, CaseIterable {
    case bank, rubric
    case scoreSheet = "score-sheet"
    case program

    package var bytes: [UInt8] {
        switch self {
        case .bank: PackageResources.bank_rng
        case .rubric: PackageResources.rubric_rng
        case .scoreSheet: PackageResources.score_sheet_rng
        case .program: PackageResources.program_rng
        }
    }
}
