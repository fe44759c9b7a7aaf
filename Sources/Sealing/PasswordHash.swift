internal import CSodium

/// A password kept so that it can be recognized and not read back: Argon2id, with salt of its own.
///
/// Making one and trying one each take 64 MiB and about a tenth of a second, so that guessing is slow.
package struct PasswordHash: Sendable, Hashable {
    /// The algorithm, its costs, the salt and the hash: `$argon2id$v=19$m=65536,t=2,p=1$…`.
    package let text: String

    /// Nil for what is no Argon2id hash.
    package init?(text: String) {
        guard text.hasPrefix("$argon2id$"), text.utf8.count < Self.size,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.text = text
    }

    /// Nil where the machine has no memory left for it.
    package init?(of password: String) {
        precondition(Sodium.isReady, "libsodium could not be started")
        var hash = [CChar](repeating: 0, count: Self.size)
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        let status = crypto_pwhash_str(
            &hash, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_opslimit_interactive()),
            crypto_pwhash_memlimit_interactive())
        guard status == 0 else { return nil }
        let text = hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        self.init(text: String(decoding: text, as: UTF8.self))
    }

    /// Whether it was made of this password, byte for byte.
    package func matches(_ password: String) -> Bool {
        precondition(Sodium.isReady, "libsodium could not be started")
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        return crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
    }

    /// With the zero that ends it.
    private static let size = Int(crypto_pwhash_strbytes())
}
