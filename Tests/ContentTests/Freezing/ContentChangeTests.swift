import Assessment
import Content
import Testing

@Suite struct `A change of content` {
    private static let file = ContentFile(path: "QuestionBanks/module-210.xml")

    private func freeze(_ bank: Bank) throws -> FrozenContent { try FreezingSample.freeze(bank) }

    @Test func `of one key touches those who were asked that item, and nobody else`() throws {
        guard case .bank(var bank) = try Self.file.read().value else {
            return #expect(Bool(false), "no bank")
        }
        let before = try freeze(bank)
        let index = try #require(
            bank.items.firstIndex { item in
                if case .choose = item.interactions[0].kind { true } else { false }
            })
        let wrong = bank.items[index].id.text
        var choice = bank.items[index].interactions[0].kind.choose
        for option in choice.options.indices {
            choice.options[option].isKey = option == 0 ? !choice.options[0].isKey : false
        }
        bank.items[index].interactions[0].kind.choose = choice
        bank.items[index + 1].prompt += " Think twice."
        bank.version = "1.0.1"
        bank.quizzes[0].draws[0].count -= 1
        let change = try ContentChange.between(before, freeze(bank))
        #expect(change.kind == .quiz)
        #expect(change.rules == [.selection])
        #expect(
            change.parts == [
                .init(id: wrong, fate: .rescored([.key])),
                .init(id: bank.items[index + 1].id.text, fate: .reworded),
            ])
        #expect(change.canChangeMarks(onParts: ["none-such", wrong]))
        #expect(!change.canChangeMarks(onParts: bank.items.map(\.id.text).filter { $0 != wrong }))
    }

    @Test func `of a rule touches everybody`() throws {
        let bank = try FreezingSample.bank()
        for edit: (inout Quiz) -> Void in [
            { $0.passMark = .one }, { $0.policy.timeLimit = nil }, { $0.policy.counting = .last },
        ] {
            var edited = bank
            edit(&edited.quizzes[0])
            let change = try ContentChange.between(freeze(bank), freeze(edited))
            #expect(change.parts == [])
            #expect(change.canChangeMarks(onParts: []))
        }
    }

    @Test func `names items that are new or gone, and those who were asked what is gone`() throws {
        let bank = try FreezingSample.bank()
        var edited = bank
        edited.items[0].id = id("newcomer")
        let change = try ContentChange.between(freeze(bank), freeze(edited))
        #expect(
            change.parts == [
                .init(id: "newcomer", fate: .added), .init(id: "choose.1", fate: .removed),
            ])
        #expect(change.rules == [])
        #expect(change.canChangeMarks(onParts: ["choose.1"]))
        #expect(!change.canChangeMarks(onParts: ["choose.2", "newcomer"]))
    }

    /// The ids of the right answers stay, and so does the structure hash; what they say does not.
    @Test(arguments: [
        Edit<Bank>.part(\.choose, "choose.1", "Option.entry", .words) { choice in
            let texts = choice.options.map(\.entry.text)
            choice.options[0].entry.text = texts[1]
            choice.options[1].entry.text = texts[0]
        },
        .part(\.match, "match.1", "Match.Pair.right", .words) { match in
            let rights = match.pairs.map(\.right)
            match.pairs[0].right = rights[1]
            match.pairs[1].right = rights[0]
        },
        .part(\.match, "match.1", "Match.extras", .words) { match in
            let right = match.pairs[0].right
            match.pairs[0].right = match.extras[0].text
            match.extras[0].text = right
        },
        .part(\.order, "order.1", "Order.entries", .words) { order in
            let texts = order.entries.map(\.text)
            order.entries[0].text = texts[1]
            order.entries[1].text = texts[0]
        },
        .part(\.sort, "sort.1", "Sort.groups", .words) { sort in
            let texts = sort.groups.map(\.text)
            sort.groups[0].text = texts[1]
            sort.groups[1].text = texts[0]
        },
        .part(\.blanks, "blanks.1", "Blanks.Blank.filling", .words) { blanks in
            let texts = blanks.blanks[1].filling.picked.map(\.entry.text)
            blanks.blanks[1].filling.picked[0].entry.text = texts[1]
            blanks.blanks[1].filling.picked[1].entry.text = texts[0]
        },
    ])
    func `is no rewording where words move from one id to another`(_ edit: Edit<Bank>) throws {
        let bank = try FreezingSample.bank()
        var edited = bank
        edit.apply(&edited)
        let (before, after) = (try freeze(bank), try freeze(edited))
        #expect(before.structureHash == after.structureHash)
        let change = try ContentChange.between(before, after)
        #expect(change.parts.map(\.fate) == [.rescored([.meaning])])
    }

    @Test func `of a group or a scale reaches each criterion that counts by it`() throws {
        let rubric = try FreezingSample.rubric()
        let before = try Freezing.rubric(rubric)
        for (edit, fate, criteria): ((inout Rubric) -> Void, ContentChange.Fate, [String]) in [
            ({ $0.firstGroup.weight = .one }, .rescored([.weight]), ["depth", "names", "style"]),
            ({ $0.firstGroup.title = "T" }, .reworded, ["depth", "names", "style"]),
            ({ $0.scales[1].levels[1].points = Rational(2) }, .rescored([.levels]), ["style"]),
            ({ $0.scales[1].levels[1].label = "Yes" }, .reworded, ["style"]),
        ] {
            var edited = rubric
            edit(&edited)
            let change = try ContentChange.between(before, Freezing.rubric(edited))
            #expect(change.parts == criteria.map { .init(id: $0, fate: fate) })
            #expect(change.rules == [])
            #expect(change.canChangeMarks(onParts: []) == (fate != .reworded))
        }
    }

    @Test func `is nothing between a version and itself`() throws {
        let frozen = try freeze(FreezingSample.bank())
        let change = try ContentChange.between(frozen, frozen)
        #expect(change.parts == [] && change.rules == [])
        #expect(!change.canChangeMarks(onParts: ["choose.1"]))
    }

    @Test func `is not told between things that are not versions of one`() throws {
        let bank = try FreezingSample.bank()
        let first = try freeze(bank)
        let second = try Freezing.quiz(bank.quizzes[1].id, of: bank)
        let rubric = try Freezing.rubric(FreezingSample.rubric())
        let program = try Freezing.program(FreezingSample.program())
        for (one, other) in [(first, second), (first, rubric), (program, program)] {
            let fault = #expect(throws: FreezingFault.self) {
                try ContentChange.between(one, other)
            }
            #expect(
                fault?.description.contains("are not two versions of one quiz or rubric") == true)
        }
    }
}

extension Rubric {
    fileprivate var firstGroup: CriterionGroup {
        get {
            guard case .group(let group) = criteria[0] else { preconditionFailure("no group") }
            return group
        }
        set { criteria[0] = .group(newValue) }
    }
}
