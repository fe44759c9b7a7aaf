import Assessment
import Content
import MarkupReading
import TestSupport
import Testing

@Suite struct `What we ship` {
    @Test(arguments: ContentFile.all)
    func `has no fault and no warning`(_ file: ContentFile) throws {
        let (_, diagnostics) = try file.read()
        #expect(diagnostics.found.map(\.summary) == [])
    }

    @Test(arguments: ContentFile.all)
    func `is the same value after being written, and the same bytes when written again`(
        _ file: ContentFile
    ) throws {
        let value = try #require(try file.read().value)
        let written = value.bytes
        let (again, diagnostics) = file.read(written)
        #expect(diagnostics.found.map(\.summary) == [])
        #expect(again == value)
        #expect(again?.bytes == written)
    }

    @Test(arguments: ContentFile.all)
    func `fits the published grammar, as it stands and as it is written`(
        _ file: ContentFile
    ) throws {
        let bytes = try Project.bytes(file.path)
        #expect(RelaxNG.faults(in: bytes, by: file.schema.bytes) == [])
        let value = try #require(try file.read().value)
        #expect(RelaxNG.faults(in: value.bytes, by: file.schema.bytes) == [])
    }

    @Test func `names no quiz, rubric or competency that is not shipped`() throws {
        var quizzes: Set<String> = []
        var rubrics: Set<String> = []
        var programs: [Program] = []
        for file in ContentFile.shipped {
            switch try file.read().value {
            case .bank(let bank): quizzes.formUnion(bank.quizzes.map { "\(bank.id)/\($0.id)" })
            case .rubric(let rubric): rubrics.insert(rubric.id.text)
            case .program(let program): programs.append(program)
            case .sheet, nil: break
            }
        }
        #expect(programs.count == 2)
        for component in programs.flatMap(\.components) {
            if let quiz = component.quiz { #expect(quizzes.contains("\(quiz)")) }
            for rubric in [component.rubric] + component.validations.map(\.rubric) {
                if let rubric { #expect(rubrics.contains(rubric.text), "\(rubric)") }
            }
        }
    }

    @Test func `draws twenty questions of Module 210 and asks for sixteen`() throws {
        let (value, _) = try ContentFile(path: "QuestionBanks/module-210.xml").read()
        guard case .bank(let bank) = value else { return #expect(Bool(false), "not a bank") }
        let quiz = try #require(bank.quizzes.first)
        #expect(bank.items.count >= 72)
        #expect(quiz.length == 20)
        #expect(try Rational(16, over: 20) == quiz.passMark)
        let kinds = Set(
            bank.items.flatMap(\.interactions).map { "\($0.kind)".prefix { $0 != "(" } })
        #expect(kinds.count == 10, "every interaction is used: \(kinds)")
    }
}
