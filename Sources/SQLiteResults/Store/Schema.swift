/// The tables of a store, version by version.
enum Schema {
    static let migrations = [Migration(to: 1, version1)]

    static let newest = 1
}
