// Detached signatures as minisign writes them: `FILE.minisig`.
import CSodium
import Foundation

/// A signature over a file, with a comment that is signed too.
public struct Signature: Sendable, Equatable {
    /// Whether the file's BLAKE2b-512 is signed (`ED`), or the file itself as old versions did (`Ed`).
    let isPrehashed: Bool
    /// The id of the key.
    let keyID: [UInt8]
    /// Ed25519 over the file.
    let signature: [UInt8]
    /// The comment that the signature vouches for.
    public let trustedComment: String
    /// Ed25519 over signature and comment.
    let commentSignature: [UInt8]

    private static let commentMark = "trusted comment: "

    init(isPrehashed: Bool, keyID: [UInt8], signature: [UInt8], trustedComment: String, commentSignature: [UInt8]) {
        self.isPrehashed = isPrehashed
        self.keyID = keyID
        self.signature = signature
        self.trustedComment = trustedComment
        self.commentSignature = commentSignature
    }

    /// A signature from the text of a `.minisig` file; throws `bad_signature` where it is none.
    public init(_ text: String, name: String) throws(PackError) {
        let lines = MinisignText.lines(text)
        guard lines.count == 4, lines[0].hasPrefix("untrusted comment:"), lines[2].hasPrefix(Self.commentMark),
            let bytes = MinisignText.bytes(lines[1]), bytes.count == 74, bytes[0] == UInt8(ascii: "E"),
            bytes[1] == UInt8(ascii: "D") || bytes[1] == UInt8(ascii: "d"),
            let commentSignature = MinisignText.bytes(lines[3]), commentSignature.count == 64
        else { throw PackError("bad_signature", "\(name) is no minisign signature") }
        self.init(
            isPrehashed: bytes[1] == UInt8(ascii: "D"),
            keyID: Array(bytes[2..<10]),
            signature: Array(bytes[10...]),
            trustedComment: String(lines[2].dropFirst(Self.commentMark.count)),
            commentSignature: commentSignature
        )
    }

    /// The text of a `.minisig` file.
    public var file: String {
        let kind = Array((isPrehashed ? "ED" : "Ed").utf8)
        return """
            untrusted comment: signature from a brink pack key
            \(MinisignText.base64(kind + keyID + signature))
            \(Self.commentMark)\(trustedComment)
            \(MinisignText.base64(commentSignature))

            """
    }

    /// The key that the trusted comment names, as `brink pack sign` writes it; nothing vouches for it but itself.
    public var offeredKey: PublicKey? {
        trustedComment.split { $0 == " " || $0 == "\t" }.first { $0.hasPrefix("key:") }
            .flatMap { PublicKey(String($0.dropFirst(4))) }
    }

    /// Throws where the signature is not this key's over these bytes.
    ///
    /// `wrong_key`, `tampered`, `tampered_comment`; `name` is the file's.
    public func verify(_ bytes: [UInt8], with key: PublicKey, name: String) throws(PackError) {
        guard keyID == key.id else {
            throw PackError(
                "wrong_key",
                "\(name) is signed by the key \(MinisignText.hex(keyID)), not by \(key.idText)"
            )
        }
        let message = isPrehashed ? Self.hash(bytes) : bytes
        guard Self.isValid(signature, message, key) else {
            throw PackError(
                "tampered",
                "\(name) is not what was signed: the signature does not fit",
                hint: "fetch it again; if that does not help, do not use it and tell whoever made it"
            )
        }
        guard Self.isValid(commentSignature, signature + Array(trustedComment.utf8), key) else {
            throw PackError("tampered_comment", "the comment of \(name)'s signature is not what was signed")
        }
    }

    private static func isValid(_ signature: [UInt8], _ message: [UInt8], _ key: PublicKey) -> Bool {
        crypto_sign_ed25519_verify_detached(signature, message, UInt64(message.count), key.key) == 0
    }

    /// BLAKE2b-512.
    static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: 64)
        crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), nil, 0)
        return hash
    }
}
