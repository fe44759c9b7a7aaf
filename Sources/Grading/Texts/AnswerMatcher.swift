/// A wildcard or a pattern made ready to be held against answers.
///
/// Thompson's construction ("Regular expression search algorithm", CACM 1968): all ways to read the
/// answer are followed at once, so time grows with the length of the answer times that of the
/// pattern, whatever the two are. Nothing here calls itself, so no nesting is too deep.
struct AnswerMatcher {
    /// What one place of the pattern takes from the answer.
    fileprivate enum Place {
        case letter(Letter)
        case oneOf(LetterSet)
        case any
        /// Takes nothing and goes on at both places.
        case fork
    }

    fileprivate struct Node {
        let place: Place
        var next: Int?
        var other: Int?
    }

    private let nodes: [Node]
    private let start: Int
    private let end: Int

    fileprivate init(_ builder: MatcherBuilder, _ fragment: MatcherBuilder.Fragment) {
        nodes = builder.nodes
        start = fragment.start
        end = fragment.end
    }

    /// Whether the whole answer fits.
    func matches(_ answer: [Letter]) -> Bool {
        var walk = Walk(nodes)
        walk.follow(start, at: 0)
        for (index, letter) in answer.enumerated() {
            guard walk.take(letter, at: index + 1) else { return false }
        }
        return walk.reached[end] == answer.count
    }

    /// The places that the letters so far lead to, all at once.
    private struct Walk {
        let nodes: [Node]
        /// After how many letters each node was last reached.
        var reached: [Int]
        /// The nodes that may take the next letter; the lists are kept to save allocations.
        var current: [Int] = []
        var previous: [Int] = []
        var forks: [Int] = []

        init(_ nodes: [Node]) {
            self.nodes = nodes
            reached = [Int](repeating: -1, count: nodes.count)
        }

        /// False where no place can take the letter.
        mutating func take(_ letter: Letter, at step: Int) -> Bool {
            swap(&current, &previous)
            current.removeAll(keepingCapacity: true)
            var isTaken = false
            for node in previous {
                let isFitting =
                    switch nodes[node].place {
                    case .letter(let wanted): wanted == letter
                    case .oneOf(let wanted): wanted.contains(letter)
                    case .any: true
                    case .fork: false
                    }
                guard isFitting, let next = nodes[node].next else { continue }
                follow(next, at: step)
                isTaken = true
            }
            return isTaken
        }

        /// Adds the places that are reached without taking a letter, each once.
        mutating func follow(_ first: Int, at step: Int) {
            var index = 0
            add(first, at: step)
            while index < forks.count {
                let node = forks[index]
                if let next = nodes[node].next { add(next, at: step) }
                if let other = nodes[node].other { add(other, at: step) }
                index += 1
            }
            forks.removeAll(keepingCapacity: true)
        }

        private mutating func add(_ node: Int, at step: Int) {
            guard reached[node] != step else { return }
            reached[node] = step
            if case .fork = nodes[node].place { forks.append(node) } else { current.append(node) }
        }
    }
}

/// What `[abx-z]` stands for.
struct LetterSet {
    let letters: Set<Letter>
    let ranges: [ClosedRange<Unicode.Scalar>]

    func contains(_ letter: Letter) -> Bool {
        letters.contains(letter)
            || letter.marks.isEmpty && ranges.contains { $0.contains(letter.base) }
    }
}

/// Puts a matcher together from parts that each have one way in and one way out.
struct MatcherBuilder {
    /// The way out is a fork that leads nowhere yet.
    struct Fragment {
        let start: Int
        let end: Int
    }

    fileprivate private(set) var nodes: [AnswerMatcher.Node] = []

    func matcher(_ fragment: Fragment) -> AnswerMatcher { AnswerMatcher(self, fragment) }

    mutating func empty() -> Fragment {
        let node = fork()
        return Fragment(start: node, end: node)
    }

    mutating func any() -> Fragment { taking(.any) }

    /// All the letters, one after the other.
    mutating func sequence(_ letters: [Letter]) -> Fragment {
        guard let first = letters.first else { return empty() }
        var whole = taking(.letter(first))
        for letter in letters.dropFirst() { whole = joined(whole, taking(.letter(letter))) }
        return whole
    }

    /// One of the members, which are letters more often than not.
    mutating func oneOf(
        _ members: [[Letter]], _ ranges: [ClosedRange<Unicode.Scalar>] = []
    ) -> Fragment {
        let letters = Set(members.filter { $0.count == 1 }.joined())
        var whole = taking(.oneOf(LetterSet(letters: letters, ranges: ranges)))
        for member in members where member.count > 1 { whole = either(whole, sequence(member)) }
        return whole
    }

    mutating func joined(_ first: Fragment, _ second: Fragment) -> Fragment {
        nodes[first.end].next = second.start
        return Fragment(start: first.start, end: second.end)
    }

    mutating func either(_ first: Fragment, _ second: Fragment) -> Fragment {
        let end = fork()
        nodes[first.end].next = end
        nodes[second.end].next = end
        return Fragment(start: fork(first.start, second.start), end: end)
    }

    mutating func optional(_ part: Fragment) -> Fragment {
        let end = fork()
        nodes[part.end].next = end
        return Fragment(start: fork(part.start, end), end: end)
    }

    mutating func repeated(_ part: Fragment) -> Fragment {
        let end = fork()
        nodes[part.end].next = part.start
        nodes[part.end].other = end
        return Fragment(start: part.start, end: end)
    }

    private mutating func taking(_ place: AnswerMatcher.Place) -> Fragment {
        let end = fork()
        nodes.append(AnswerMatcher.Node(place: place, next: end))
        return Fragment(start: nodes.count - 1, end: end)
    }

    private mutating func fork(_ next: Int? = nil, _ other: Int? = nil) -> Int {
        nodes.append(AnswerMatcher.Node(place: .fork, next: next, other: other))
        return nodes.count - 1
    }
}
