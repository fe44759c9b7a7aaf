import Commands
import TestSupport
import Testing

@Suite struct `Naming a quiz` {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let word: String
        let says: String
        let code: ExitCode
        var testDescription: String { word }
    }

    @Test(arguments: [
        Mistake(
            word: "@/none.xml",
            says: "there is no file '@/none.xml'\n  'assay quiz list' shows the quizzes there are",
            code: .noInput),
        Mistake(
            word: "@/bank.xml#qq",
            says: "@/bank.xml has no quiz 'qq'\n  did you mean 'q'?", code: .noInput),
        Mistake(
            word: "@/notes.txt",
            says: "'assay bank check' says everything that is wrong with it", code: .badData),
        Mistake(
            word: "@/notes",
            says: "there is no quiz '@/notes'\n  'assay quiz list' shows", code: .noInput),
    ]) func `says what is wrong with the name`(mistake: Mistake) throws {
        let room = try QuizRoom(bank: `Taking a quiz line by line`.mixed)
        _ = try room.folder.write("Notes on a quiz.\n", to: "notes.txt")
        let run = room.run("quiz show \(mistake.word)", isTerminal: false)
        #expect(run.errors.contains(mistake.says))
        #expect(run.code == mistake.code)
    }
}
