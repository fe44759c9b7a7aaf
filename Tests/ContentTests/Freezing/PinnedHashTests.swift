import Assessment
import Content
import Testing

/// What is frozen today must be known by the same hashes in ten years: each of these is what
/// `sha256sum` says of the bytes beside it.
@Suite struct `The hashes of frozen content` {
    private static let file = """
        <bank version='1.2' id='demo' xml:lang='en' xmlns='urn:assay:bank:1'>
        <!-- As somebody wrote it. -->
        <title>A small bank</title><description>Of two questions.</description>
        <quiz pass='4/5' id='check' time='2700s' feedback='never'><title>Check</title>
        <draw count='1' objective='reviews'/></quiz>
        <objective id='reviews' weight='3'><title>Code review</title></objective>
        <objective id='names'><title>Names</title></objective>
        <item objective='reviews' id='r-01'>
        <explanation>Names &amp; such follow.</explanation>
        <prompt>What should a first comment
                be about?</prompt>
        <choose>
        <option key='true' id='a'>Its design</option>
        <option id='b' credit='1/4'>Its names<feedback>Names follow.</feedback></option>
        </choose></item>
        <item objective='names' id='n-01'><prompt>Is it one?</prompt><true-false key='true'/></item>
        </bank>
        """

    private static let canonical = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bank xmlns="urn:assay:bank:1" id="demo" version="1.2" xml:lang="en">
          <title>A small bank</title>
          <objective id="reviews" weight="3">
            <title>Code review</title>
          </objective>
          <item id="r-01" objective="reviews">
            <prompt>
              What should a first comment
              be about?
            </prompt>
            <choose>
              <option id="a" key="true">Its design</option>
              <option id="b" credit="25%">Its names
                <feedback>Names follow.</feedback>
              </option>
            </choose>
            <explanation>Names &amp; such follow.</explanation>
          </item>
          <quiz id="check" pass="80%" time="45m" feedback="never">
            <title>Check</title>
            <draw objective="reviews" count="1"/>
          </quiz>
        </bank>

        """

    private static let structure = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bank xmlns="urn:assay:bank:1" id="demo" version="">
          <title></title>
          <objective id="reviews">
            <title></title>
          </objective>
          <item id="r-01" objective="reviews">
            <prompt></prompt>
            <choose>
              <option id="a" key="true"></option>
              <option id="b" credit="25%"></option>
            </choose>
          </item>
          <quiz id="check" pass="80%" time="45m">
            <title></title>
            <draw objective="reviews" count="1"/>
          </quiz>
        </bank>

        """

    @Test func `are those of its canonical form and of its structure`() throws {
        guard case .bank(let bank) = ContentReading.read(Array(Self.file.utf8), as: .bank).value
        else { return #expect(Bool(false), "no bank") }
        let quiz = try #require(bank.quizzes.first)
        let frozen = try Freezing.quiz(quiz.id, of: bank)
        #expect(frozen.kind == .quiz)
        #expect(frozen.id == "demo/check")
        #expect(frozen.version == "1.2")
        #expect(String(decoding: frozen.bytes, as: UTF8.self) == Self.canonical)
        #expect(
            frozen.contentHash.hex
                == "7580cf2137cd44ca573618e2b13521be500b5fdb01ebcf71a20a769f98faa91e")
        let structure = BankWriter.bytes(of: bank.cut(to: quiz).structure)
        #expect(String(decoding: structure, as: UTF8.self) == Self.structure)
        #expect(
            frozen.structureHash.hex
                == "825fde17d9a7d8e78560fe525f75813c5794ff0ce36969881e517c63a7aa1402")
    }
}
