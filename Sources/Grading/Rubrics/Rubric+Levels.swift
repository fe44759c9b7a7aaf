package import Assessment

extension Rubric {
    /// The place of a mark among a criterion's scored levels, the worst being 0; nil where it is no
    /// such level.
    package func place(of value: ScoreSheet.Value?, on criterion: Criterion) -> Int? {
        guard case .level(let level) = value else { return nil }
        return Yardstick(criterion, in: self)?.steps.firstIndex { $0.level == level }
    }
}
