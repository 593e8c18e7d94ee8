// Secret keys as minisign writes them, with a password or without.
import CSodium

/// A key to sign with.
public struct SecretKey: Sendable {
    /// The key that verifies what this one signs.
    public let publicKey: PublicKey
    // Ed25519 seed and public key, 64 bytes.
    private let key: [UInt8]

    private static let signingMark = Array("Ed".utf8)
    private static let passwordMark = Array("Sc".utf8)
    private static let checksumMark = Array("B2".utf8)
    // Two bytes each for the three marks, then salt, opslimit, memlimit, and what may be encrypted.
    private static let saltRange = 6..<38
    private static let secretRange = 54..<158

    /// A new key.
    public init() {
        _ = sodium_init()
        var open = [UInt8](repeating: 0, count: 32)
        var secret = [UInt8](repeating: 0, count: 64)
        crypto_sign_ed25519_keypair(&open, &secret)
        var id = [UInt8](repeating: 0, count: 8)
        randombytes_buf(&id, id.count)
        self.init(id: id, key: secret)
    }

    private init(id: [UInt8], key: [UInt8]) {
        self.key = key
        publicKey = PublicKey(id: id, key: Array(key[32...]))
    }

    /// A key from the text of a key file; `password` is asked only where the key has one.
    ///
    /// Throws `bad_key`, `wrong_password`, and what `password` throws.
    public init(_ text: String, name: String, password: () throws -> String) throws {
        guard let line = MinisignText.lines(text).last, let bytes = MinisignText.bytes(line), bytes.count == 158,
            bytes.starts(with: Self.signingMark), Array(bytes[4..<6]) == Self.checksumMark
        else { throw PackError("bad_key", "\(name) is no minisign secret key") }
        var secret = Array(bytes[Self.secretRange])
        let isProtected = Array(bytes[2..<4]) == Self.passwordMark
        guard isProtected || bytes[2] | bytes[3] == 0 else {
            throw PackError("bad_key", "\(name): the key is encrypted in a way that is not known here")
        }
        if isProtected {
            let opslimit = Self.number(bytes[38..<46]), memlimit = Self.number(bytes[46..<54])
            let stream = try Self.stream(try password(), Array(bytes[Self.saltRange]), opslimit, memlimit)
            for index in secret.indices { secret[index] ^= stream[index] }
        }
        let id = Array(secret[..<8]), key = Array(secret[8..<72])
        // minisign leaves the checksum of a key without a password at zero; the key's own halves tell damage.
        let isWhole = isProtected ? Self.checksum(id, key) == Array(secret[72...]) : Self.isPair(key)
        guard isWhole else {
            throw isProtected
                ? PackError("wrong_password", "the password of \(name) is another one")
                : PackError("bad_key", "\(name): the key is damaged")
        }
        self.init(id: id, key: key)
    }

    /// The text of a key file, with a password unless it is empty.
    public func file(password: String) throws(PackError) -> String {
        let checksum = password.isEmpty ? [UInt8](repeating: 0, count: 32) : Self.checksum(publicKey.id, key)
        var secret = publicKey.id + key + checksum
        var head = Self.signingMark + (password.isEmpty ? [0, 0] : Self.passwordMark) + Self.checksumMark
        if password.isEmpty {
            head += [UInt8](repeating: 0, count: 48)
        } else {
            var salt = [UInt8](repeating: 0, count: 32)
            randombytes_buf(&salt, salt.count)
            let opslimit = UInt64(crypto_pwhash_scryptsalsa208sha256_opslimit_sensitive())
            let memlimit = UInt64(crypto_pwhash_scryptsalsa208sha256_memlimit_sensitive())
            let stream = try Self.stream(password, salt, opslimit, memlimit)
            for index in secret.indices { secret[index] ^= stream[index] }
            head += salt + Self.bytes(opslimit) + Self.bytes(memlimit)
        }
        let kind = password.isEmpty ? "unencrypted " : "encrypted "
        return "untrusted comment: minisign \(kind)secret key\n\(MinisignText.base64(head + secret))\n"
    }

    /// A signature over bytes and a comment of one line; `legacy` signs the bytes themselves, not their hash.
    public func sign(_ bytes: [UInt8], comment: String, legacy: Bool = false) -> Signature {
        let comment = String(comment.map { $0.isNewline ? " " : $0 })
        let signature = signature(legacy ? bytes : Signature.hash(bytes))
        return Signature(
            isPrehashed: !legacy,
            keyID: publicKey.id,
            signature: signature,
            trustedComment: comment,
            commentSignature: self.signature(signature + Array(comment.utf8))
        )
    }

    private func signature(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        crypto_sign_ed25519_detached(&signature, nil, message, UInt64(message.count), key)
        return signature
    }

    /// Whether the public half is that of the secret half.
    private static func isPair(_ key: [UInt8]) -> Bool {
        var open = [UInt8](repeating: 0, count: 32)
        var secret = [UInt8](repeating: 0, count: 64)
        crypto_sign_ed25519_seed_keypair(&open, &secret, Array(key[..<32]))
        return secret == key
    }

    /// BLAKE2b-256 over the kind of key, its id and the key.
    private static func checksum(_ id: [UInt8], _ key: [UInt8]) -> [UInt8] {
        let message = signingMark + id + key
        var hash = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&hash, hash.count, message, UInt64(message.count), nil, 0)
        return hash
    }

    // scrypt, as minisign has it; its usual cost is 1 GiB of memory for a second or two.
    private static func stream(
        _ password: String,
        _ salt: [UInt8],
        _ opslimit: UInt64,
        _ memlimit: UInt64
    ) throws(PackError) -> [UInt8] {
        let memlimitMax = UInt64(crypto_pwhash_scryptsalsa208sha256_memlimit_sensitive())
        guard memlimit <= memlimitMax, let memory = Int(exactly: memlimit) else {
            throw PackError("bad_key", "the key asks for more than \(memlimitMax) bytes of memory")
        }
        var stream = [UInt8](repeating: 0, count: secretRange.count)
        let count = UInt64(password.utf8.count)
        let status = password.withCString { text in
            crypto_pwhash_scryptsalsa208sha256(&stream, UInt64(stream.count), text, count, salt, opslimit, memory)
        }
        guard status == 0 else {
            throw PackError("no_memory", "there is not enough memory to open the key", hint: "it takes 1 GiB")
        }
        return stream
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }
}
