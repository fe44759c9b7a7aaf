/// Which program this is, for `--version`, the manual and every file that names its maker.
package enum Release {
    package static let name = "assay"
    package static let version = "0.1.0"
    /// The day of the release, as the manual page shows it.
    package static let date = "2026-11-21"
}
