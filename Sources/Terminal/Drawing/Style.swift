/// What a piece of the screen is, so that its looks follow its meaning.
///
/// Looks alone never carry the meaning: whoever draws says it in words or marks, too.
package enum Style: UInt8, Sendable, Hashable, CaseIterable {
    case plain, title, chosen, right, wrong, help, warning, faint, flag, key, code, field
    /// The line that the keys act on.
    case marked
}
