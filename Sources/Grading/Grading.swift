/// How answers become marks.
package enum Grading {
    /// Stored with each grade: a later version may judge an old answer otherwise.
    package static let version = "1"
}
