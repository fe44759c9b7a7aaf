package import Assessment
internal import CSodium

extension Digest {
    /// BLAKE2b-256 of the bytes: nobody can find other bytes with the same digest.
    ///
    /// With a key of 16 to 64 bytes, nobody who lacks it can tell which bytes have the digest.
    package static func sealing(_ bytes: [UInt8], key: [UInt8] = []) -> Digest {
        precondition(Sodium.isReady, "libsodium could not be started")
        var hash = [UInt8](repeating: 0, count: 32)
        let status = crypto_generichash(
            &hash, hash.count, bytes, UInt64(bytes.count), key, key.count)
        guard status == 0, let digest = Digest(bytes: hash) else {
            preconditionFailure("BLAKE2b takes every input and every such key")
        }
        return digest
    }
}

package enum Sodium {
    /// The version of libsodium that this process runs with.
    package static var version: String { String(cString: sodium_version_string()) }

    /// Started once, on first use, by whichever thread comes first.
    static let isReady = sodium_init() >= 0
}
