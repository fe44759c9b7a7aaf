import Sealing
import Testing

@Suite struct `A kept password` {
    /// From the tests of Argon2's authors: https://github.com/P-H-C/phc-winner-argon2, src/test.c.
    @Test(
        arguments: [
            (
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                    + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "password", true
            ),
            (
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                    + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "passwore", false
            ),
            (
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
                    + "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", "password", true
            ),
            (
                "$argon2id$v=19$m=65536,t=2,p=1$ZGlmZnNhbHQ$"
                    + "vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw", "password", true
            ),
            ("$argon2id$", "", false), ("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$", "", false),
        ] as [(String, String, Bool)])
    func `is recognized by its hash alone`(
        _ text: String, _ password: String, _ isRight: Bool
    ) throws {
        #expect(try #require(PasswordHash(text: text)).matches(password) == isRight)
    }

    @Test(arguments: [
        "chalk-4711", "", "Zo\u{EB}", "a\u{0}b", String(repeating: "x", count: 5_000),
    ])
    func `is hashed with salt of its own`(_ password: String) throws {
        let hash = try #require(PasswordHash(of: password))
        #expect(hash.matches(password))
        #expect(!hash.matches(password + "x") && !hash.matches("Zoe\u{308}"))
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
        #expect(PasswordHash(text: hash.text) == hash)
        #expect(PasswordHash(of: password) != hash)
    }

    @Test(arguments: [
        "", "chalk-4711", "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$AAAA", "$argon2id$\u{0}",
        "$argon2id$ é", "$argon2id$" + String(repeating: "A", count: 200),
    ])
    func `is no other text`(_ text: String) { #expect(PasswordHash(text: text) == nil) }
}
