import Assessment
import Content
import Testing

@Suite struct `A frozen copy` {
    struct Row: Sendable, CustomTestStringConvertible {
        let words: String
        let copy: @Sendable (FrozenContent) throws -> FrozenContent

        init(
            _ words: String, _ copy: @escaping @Sendable (FrozenContent) throws -> FrozenContent
        ) {
            self.words = words
            self.copy = copy
        }

        var testDescription: String { words }
    }

    @Test(arguments: [
        Row(
            "the kept copy of rubric 'every-criterion' 2.0.1 is damaged: "
                + "it is not what its hash stands for"
        ) { frozen in
            var bytes = frozen.bytes
            bytes[bytes.count / 2] ^= 1
            return frozen.with(bytes: bytes)
        },
        Row(
            "the kept copy of rubric 'every-criterion' 2.0.1 is damaged: "
                + "it is not what its hash stands for"
        ) { $0.with(bytes: []) },
        Row(
            "the kept copy of rubric 'every-criterion' 2.0.1 cannot be read from line 2 on "
                + "[unknown-element]"
        ) { frozen in
            let bytes = Array("<?xml version=\"1.0\"?>\n<other/>".utf8)
            return frozen.with(bytes: bytes, hash: Digest.sha256(bytes))
        },
        Row(
            "the kept copy of rubric 'every-criterion' 2.0.1 cannot be read from line 134 on "
                + "[xml-syntax]"
        ) { frozen in
            let bytes = Array(frozen.bytes.dropLast(9))
            return frozen.with(bytes: bytes, hash: Digest.sha256(bytes))
        },
        Row(
            "the kept copy of quiz 'every-criterion' 2.0.1 cannot be read from line 2 on "
                + "[unknown-element]"
        ) { $0.with(kind: .quiz) },
        Row("what is kept as rubric 'briefing' 2.0.1 is rubric 'every-criterion' 2.0.1") {
            $0.with(id: "briefing")
        },
        Row("what is kept as rubric 'every-criterion' 3 is rubric 'every-criterion' 2.0.1") {
            $0.with(version: "3")
        },
    ])
    func `that is not what it should be is refused`(_ row: Row) throws {
        let copy = try row.copy(try Freezing.rubric(FreezingSample.rubric()))
        let fault = #expect(throws: FreezingFault.self) { try Freezing.thaw(copy) }
        #expect(fault?.description == row.words)
    }

    @Test func `is not made of what could not be thawed`() throws {
        var rubric = try FreezingSample.rubric()
        rubric.title = " blanks around "
        #expect(throws: FreezingFault.notWritable("rubric 'every-criterion' 2.0.1")) {
            try Freezing.rubric(rubric)
        }
        rubric.title = "a\u{0}b"
        #expect(throws: FreezingFault.self) { try Freezing.rubric(rubric) }
        let bank = try FreezingSample.bank()
        #expect(throws: FreezingFault.noQuiz(id("nowhere"), of: bank.id)) {
            try Freezing.quiz(id("nowhere"), of: bank)
        }
    }

    /// A later release may find fault with what was fine once; the marks were given all the same.
    @Test func `is thawed in spite of faults that its reader finds, where nothing is lost`() throws
    {
        var rubric = try FreezingSample.rubric()
        rubric.bands.removeLast()
        let frozen = try Freezing.rubric(rubric)
        #expect(ContentReading.read(frozen.bytes, as: .rubric).1.hasErrors)
        #expect(try Freezing.thaw(frozen) == .rubric(rubric))
    }

    @Test func `goes past the limits for files of strangers`() throws {
        var rubric = try FreezingSample.rubric()
        rubric.notes = [String(repeating: "long ", count: 220_000) + "note"]
        let frozen = try Freezing.rubric(rubric)
        #expect(ContentReading.read(frozen.bytes, as: .rubric).1.hasErrors)
        #expect(try Freezing.thaw(frozen) == .rubric(rubric))
    }
}

extension FrozenContent {
    fileprivate func with(
        kind: Kind? = nil, id: String? = nil, version: String? = nil, bytes: [UInt8]? = nil,
        hash: Digest? = nil
    ) -> FrozenContent {
        FrozenContent(
            kind: kind ?? self.kind, id: id ?? self.id, version: version ?? self.version,
            contentHash: hash ?? contentHash, structureHash: structureHash,
            bytes: bytes ?? self.bytes)
    }
}
