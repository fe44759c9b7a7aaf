/// What other systems take from us.
package enum ExchangeFormat: String, Sendable, Hashable, CaseIterable {
    case qti, openbadges, xapi, caliper, oneroster, canvas, moodle
    case moodleXML = "moodle-xml"
    case ags

    /// Whether it is an archive, which no terminal should be shown.
    package var isArchive: Bool { [.qti, .openbadges, .oneroster].contains(self) }

    /// The same sittings always give the same bytes; each learner has one sitting of a quiz.
    package func export(
        _ sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws(ExchangeFault) -> Exported {
        do {
            return switch self {
            case .qti: try QTIResults.archive(of: sittings, settings)
            case .openbadges: try OpenBadgeDrafts.archive(of: sittings, settings)
            case .xapi: try XAPIStatements.lines(of: sittings, settings)
            case .caliper: try CaliperEvents.envelope(of: sittings, settings)
            case .oneroster: try OneRosterGradebook.archive(of: sittings, settings)
            case .canvas: try CanvasGradebook.table(of: sittings, settings)
            case .moodle: try MoodleGrades.table(of: sittings, settings)
            case .moodleXML: try MoodleGrades.markup(of: sittings, settings)
            case .ags: try ScoreMessages.lines(of: sittings, settings)
            }
        } catch let fault as ExchangeFault {
            throw fault
        } catch {
            throw .tooLarge
        }
    }
}
