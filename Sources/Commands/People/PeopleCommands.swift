/// The nouns for people and for the groups they take a program in.
extension CommandSpec {
    static let people: [CommandSpec] = []
}
