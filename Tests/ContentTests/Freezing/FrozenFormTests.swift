import Assessment
import Content
import MarkupReading
import TestSupport
import Testing

@Suite struct `Frozen content` {
    /// Everything of ours that can be frozen, as it is read from bytes.
    private static func frozen(in file: ContentFile, _ bytes: [UInt8]) throws -> [FrozenContent] {
        switch try #require(file.read(bytes).value) {
        case .bank(let bank):
            try bank.quizzes.map { try Freezing.quiz($0.id, of: bank) }
        case .rubric(let rubric): [try Freezing.rubric(rubric)]
        case .program(let program): [try Freezing.program(program)]
        case .sheet: []
        }
    }

    @Test(arguments: ContentFile.all)
    func `is the same for the same content in another form of XML`(_ file: ContentFile) throws {
        let bytes = try Project.bytes(file.path)
        let anew = try Reformatting.bytes(of: bytes)
        #expect(anew != bytes)
        #expect(file.read(anew).1.found.map(\.summary) == [])
        #expect(try file.read(anew).value == file.read().value)
        let frozen = try Self.frozen(in: file, bytes)
        #expect(try Self.frozen(in: file, anew) == frozen)
        for content in frozen {
            #expect(content.isIntact)
            #expect(content.contentHash != content.structureHash)
        }
    }

    @Test(arguments: ContentFile.all)
    func `is thawed as the values that were frozen`(_ file: ContentFile) throws {
        let bytes = try Project.bytes(file.path)
        let value = try #require(try file.read().value)
        for content in try Self.frozen(in: file, bytes) {
            switch (try Freezing.thaw(content), value) {
            case (.quiz(let quiz, let part), .bank(let bank)):
                #expect(bank.quizzes.contains(quiz))
                #expect(part == bank.cut(to: quiz))
                #expect(content.id == "\(bank.id)/\(quiz.id)")
                #expect(content.version == bank.version)
            case (.rubric(let thawed), .rubric(let rubric)):
                #expect(thawed == rubric)
                #expect(content.bytes == value.bytes)
            case (.program(let thawed), .program(let program)):
                #expect(thawed == program)
                #expect(content.bytes == value.bytes)
            default: #expect(Bool(false), "\(content.id) thaws as another kind of content")
            }
        }
    }

    @Test(arguments: [
        (#"points="1" "#, ""), (#" status="active""#, ""), (#"points="1""#, #"points="1.00""#),
        (#"pass="80%""#, #"pass="4/5""#), (#"pass="80%""#, #"pass="0.800""#),
        (#"time="45m""#, #"time="2700s""#), (#" feedback="after-submit""#, ""),
        (#"credit="50%""#, #"credit="1/2""#), (" xml:lang=\"en\"", " xml:lang='en'"),
        ("<prompt>Is it?</prompt>", "<prompt>\n      Is it?\n    </prompt>"),
        ("<prompt>Is it?</prompt>", "<prompt><![CDATA[Is it?]]></prompt>"),
        ("<prompt>Is it?</prompt>", "<prompt>Is <!-- or not --> it?</prompt>"),
        ("<hint>H</hint><review>R</review>", "<review>R</review><hint>H</hint>"),
        (#"<use item="i"/><draw count="1"/>"#, #"<draw count="1"/><use item="i"/>"#),
    ])
    func `does not depend on how a value is written`(_ one: String, _ other: String) throws {
        let first = """
            <bank xmlns="urn:assay:bank:1" id="b" version="1" xml:lang="en"><title>B</title>
            <item id="i" points="1" status="active"><prompt>Is it?</prompt>
            <choose><option id="a" key="true">A</option><option id="b" credit="50%">B</option></choose>
            <hint>H</hint><review>R</review></item>
            <item id="j"><prompt>Is that?</prompt><true-false key="true"/></item>
            <quiz id="q" pass="80%" time="45m" feedback="after-submit"><title>Q</title>
            <use item="i"/><draw count="1"/></quiz></bank>
            """
        // Blanks around a comment are words like any others.
        let other = other.replacing(" <!-- or not --> ", with: "<!-- or not --> ")
        let second = first.replacing(one, with: other)
        #expect(second != first, "the row changes nothing")
        let hashes = try [first, second].map { document in
            guard case .bank(let bank) = ContentReading.read(Array(document.utf8), as: .bank).value
            else { throw FreezingFault.noQuiz(id("q"), of: id("b")) }
            return try FreezingSample.freeze(bank).contentHash
        }
        #expect(hashes[0] == hashes[1])
    }

    @Test func `tells apart what only bytes tell apart`() throws {
        var bank = try FreezingSample.bank()
        bank.title = "caf\u{E9}"
        let before = try FreezingSample.freeze(bank)
        bank.title = "cafe\u{301}"
        #expect(try FreezingSample.freeze(bank).contentHash != before.contentHash)
    }

    @Test(arguments: [
        "Tests/ContentTests/Samples/every-interaction.xml", "QuestionBanks/module-210.xml",
    ])
    func `draws the same items as the bank it was cut from`(_ path: String) throws {
        guard case .bank(let bank) = try ContentFile(path: path).read().value else {
            return #expect(Bool(false), "no bank")
        }
        for quiz in bank.quizzes {
            let frozen = try Freezing.quiz(quiz.id, of: bank)
            guard case .quiz(let thawed, let part) = try Freezing.thaw(frozen) else {
                return #expect(Bool(false), "no quiz")
            }
            for seed: UInt64 in 0..<20 {
                #expect(
                    try Drawing.items(of: thawed, from: part.candidates, seed: seed)
                        == Drawing.items(of: quiz, from: bank.candidates, seed: seed))
            }
        }
    }
}

extension Bank {
    fileprivate var candidates: [Drawing.Candidate] {
        items.filter { $0.status == .active }
            .map { Drawing.Candidate(id: $0.id, objective: $0.objective) }
    }
}
