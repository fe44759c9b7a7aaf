import Disk
import Foundation
import Testing

@Suite struct `A private file` {
    @Test(arguments: [0o000, 0o022, 0o077, 0o777] as [mode_t])
    func `is the owner's alone, whatever the umask and the file before`(_ mask: mode_t) async {
        await #expect(processExitsWith: .success) { [mask] in
            let scratch = try Scratch()
            try scratch.put("old", "wide", mode: 0o644)
            try scratch.put("old", "shut", mode: 0o400)
            umask(mask)
            for name in ["new", "wide", "shut"] {
                #expect(save("text of \(name)", scratch.path(name)) == nil)
                #expect(Scratch.mode(scratch.path(name)) == 0o600)
                #expect(scratch.text(name) == "text of \(name)")
            }
            let draft = try PrivateDraft(of: scratch.path("new"), replacing: true)
            #expect(Scratch.mode(draft.temporaryPath) == 0o600)
        }
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let name: String
        let kind: DiskFault.Kind
        let replacing: Bool
        var testDescription: String { "\(name.prefix(20)) \(replacing ? "replacing" : "new")" }

        init(_ name: String, _ kind: DiskFault.Kind, replacing: Bool = true) {
            self.name = name
            self.kind = kind
            self.replacing = replacing
        }
    }

    @Test(arguments: [
        Refusal("old", .exists, replacing: false),
        Refusal("link", .isLink), Refusal("link", .isLink, replacing: false),
        Refusal("nowhere", .isLink), Refusal("nowhere", .isLink, replacing: false),
        Refusal("loop", .isLink), Refusal("linked", .isLink),
        Refusal("folder", .isAFolder), Refusal("folder", .isAFolder, replacing: false),
        Refusal("folder/", .isAFolder), Refusal("folder/.", .isAFolder),
        Refusal("folder/..", .isAFolder), Refusal("/", .isAFolder),
        Refusal("pipe", .notAFile), Refusal("/dev/null", .notAFile),
        Refusal("/dev/full", .notAFile, replacing: false),
        Refusal("missing/new", .missing), Refusal("nowhere/new", .missing),
        Refusal("old/new", .notAFolder), Refusal("/dev/full/new", .notAFolder),
        Refusal("loop/new", .isLink),
        Refusal("", .badName), Refusal("ol\0d", .badName),
        Refusal(String(repeating: "n", count: 256), .badName),
        Refusal(String(repeating: "n/", count: 3000) + "n", .badName),
    ])
    func `is refused before anything is touched`(_ row: Refusal) throws {
        let scratch = try Scratch()
        try scratch.put("as it was", "old")
        try scratch.folder("folder")
        try scratch.link("link", to: "old")
        try scratch.link("nowhere", to: "created")
        try scratch.link("loop", to: "loop")
        try scratch.link("linked", to: "folder")
        mkfifo(scratch.path("pipe"), 0o600)
        let before = try scratch.names()

        let fault = save("new", scratch.path(row.name), replacing: row.replacing)
        #expect(fault?.kind == row.kind)
        #expect(fault?.operation == .save)
        #expect(fault?.path == scratch.path(row.name))
        #expect(scratch.text("old") == "as it was")
        #expect(try scratch.names() == before)
        #expect(try scratch.names("folder") == [])
    }

    @Test(arguments: [
        "/proc/assay-test", "/sys/assay-test", "/proc/self/fd/assay-test", "/sys/kernel/assay-test",
    ])
    func `is refused where the system makes no files`(_ path: String) {
        let kinds: [DiskFault.Kind?] = [.denied, .missing, .readOnly, .other]
        #expect(kinds.contains(save("new", path)?.kind))
    }

    @Test func `may lie behind a link to a folder, or where a name is a path's longest`() throws {
        let scratch = try Scratch()
        try scratch.folder("folder")
        try scratch.link("linked", to: "folder")
        #expect(save("one", scratch.path("linked/one"), replacing: false) == nil)
        let long = String(repeating: "n", count: 255)
        #expect(save("two", scratch.path("linked//\(long)"), replacing: false) == nil)
        #expect(try scratch.names("folder") == [long, "one"])
    }

    @Test(arguments: [true, false])
    func `does not follow a link planted under its temporary name`(_ isFree: Bool) throws {
        let scratch = try Scratch()
        try scratch.put("victim", "victim")
        try scratch.link("trap", to: "victim")
        try scratch.link("snare", to: "created")
        var names = ["trap", "snare"] + (isFree ? ["free"] : [])
        let found = fault { () throws(DiskFault) in
            var draft = try PrivateDraft(of: scratch.path("new"), replacing: true) {
                names.count > 1 ? names.removeFirst() : names[0]
            }
            try draft.write(Array("new".utf8))
            try draft.commit()
        }
        #expect(found?.kind == (isFree ? nil : .exists))
        #expect(scratch.text("victim") == "victim")
        #expect(scratch.text("new") == (isFree ? "new" : nil))
        #expect(try scratch.names() == (isFree ? ["new"] : []) + ["snare", "trap", "victim"])
    }

    struct Meddling: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let replacing: Bool
        let kind: DiskFault.Kind?
        let left: [String]
        let act: @Sendable (_ scratch: Scratch, _ temporary: String) throws -> Void

        init(
            _ description: String, replacing: Bool, _ kind: DiskFault.Kind?, left: [String],
            _ act: @escaping @Sendable (_ scratch: Scratch, _ temporary: String) throws -> Void
        ) {
            testDescription = description
            self.replacing = replacing
            self.kind = kind
            self.left = left
            self.act = act
        }
    }

    @Test(arguments: [
        Meddling("nothing", replacing: false, nil, left: ["mine", "new"]) { _, _ in },
        Meddling("a file appears", replacing: false, .exists, left: ["mine", "new"]) { place, _ in
            try place.put("theirs", "new")
        },
        Meddling(
            "a link appears where it must be new", replacing: false, .exists, left: ["mine", "new"]
        ) {
            place, _ in try place.link("new", to: "mine")
        },
        Meddling("a file may go", replacing: true, nil, left: ["mine", "new"]) { place, _ in
            try place.put("theirs", "new")
        },
        Meddling("a link appears", replacing: true, .isLink, left: ["mine", "new"]) { place, _ in
            try place.link("new", to: "mine")
        },
        Meddling("a folder appears", replacing: true, .isAFolder, left: ["mine", "new"]) {
            place, _ in try place.folder("new")
        },
        Meddling("the draft is removed", replacing: true, .replaced, left: ["mine"]) {
            place, temporary in try place.remove(temporary)
        },
        Meddling("the draft is a link now", replacing: true, .replaced, left: ["draft", "mine"]) {
            place, temporary in
            try place.remove(temporary)
            try place.link(temporary, to: "mine")
        },
        Meddling("the draft is readable", replacing: true, nil, left: ["mine", "new"]) {
            _, temporary in chmod(temporary, 0o644)
        },
    ])
    func `holds its own against what others do meanwhile`(_ row: Meddling) throws {
        let scratch = try Scratch()
        try scratch.put("mine", "mine")
        let found = fault { () throws(DiskFault) in
            var draft = try PrivateDraft(of: scratch.path("new"), replacing: row.replacing) {
                "draft"
            }
            #expect(draft.temporaryPath == scratch.path("draft"))
            try draft.write(Array("new".utf8))
            #expect(throws: Never.self) { try row.act(scratch, draft.temporaryPath) }
            try draft.commit()
        }
        #expect(found?.kind == row.kind)
        #expect(try scratch.names() == row.left)
        #expect(scratch.text("mine") == "mine")
        guard row.kind == nil else { return }
        #expect(scratch.text("new") == "new")
        #expect(Scratch.mode(scratch.path("new")) == 0o600)
    }

    @Test func `has one writer where it may not replace, and is whole where it may`() throws {
        let scratch = try Scratch()
        let texts = (0..<8).map { String(repeating: "\($0)", count: 200_000) }
        onThreads(8) { number in
            let found = save(texts[number], scratch.path("first"), replacing: false)
            #expect(found == nil || found?.kind == .exists)
            if found == nil { #expect(scratch.text("first") == texts[number]) }
            for _ in 0..<10 { #expect(save(texts[number], scratch.path("last")) == nil) }
        }
        #expect(texts.contains(scratch.text("first") ?? ""))
        #expect(texts.contains(scratch.text("last") ?? ""))
        #expect(try scratch.names() == ["first", "last"])
    }
}
