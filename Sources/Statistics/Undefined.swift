/// Why a figure has no value, in words that fit after "not defined:".
package enum Undefined: Error, Sendable, Hashable, CustomStringConvertible {
    case noData
    case tooFewUnits(needed: Int)
    case tooFewItems(needed: Int)
    case tooFewRaters(needed: Int)
    case noVariation
    case noSpread
    case noOverlap
    case unequalMarks
    case unusedLevel
    case notConnected
    case outOfReach
    case nothingToEarn
    case negativeCovariance
    case noConvergence
    case tooLarge

    package var description: String {
        switch self {
        case .noData: "there are no marks"
        case .tooFewUnits(let needed): "it needs \(needed) or more to compare"
        case .tooFewItems(let needed): "it needs \(needed) or more items"
        case .tooFewRaters(let needed): "it needs \(needed) or more reviewers"
        case .noVariation: "there is no variation"
        case .noSpread: "the marks spread no more than chance would make them"
        case .noOverlap: "no two reviewers have marked the same work"
        case .unequalMarks: "some work has more marks than other work"
        case .unusedLevel: "a level of the scale was never given"
        case .notConnected: "the marks do not connect all that is compared"
        case .outOfReach: "no number of reviewers would reach it"
        case .nothingToEarn: "there is nothing to earn"
        case .negativeCovariance: "those who do well here do worse in all"
        case .noConvergence: "the search for it found no end"
        case .tooLarge: "the exact result is too large to hold"
        }
    }
}
