// Public keys as minisign writes them.
import Foundation

/// A key that signatures are verified with.
public struct PublicKey: Sendable, Hashable, CustomStringConvertible {
    /// The eight bytes by which signatures name their key.
    public let id: [UInt8]
    /// The Ed25519 key, 32 bytes.
    let key: [UInt8]

    init(id: [UInt8], key: [UInt8]) {
        self.id = id
        self.key = key
    }

    /// A key from the text of a `.pub` file, or from its second line alone; nil where it is none.
    public init?(_ text: String) {
        guard let line = MinisignText.lines(text).last, let bytes = MinisignText.bytes(line), bytes.count == 42,
            bytes.starts(with: Array("Ed".utf8))
        else { return nil }
        self.init(id: Array(bytes[2..<10]), key: Array(bytes[10...]))
    }

    /// The key in base64, as `minisign -P` takes it: `RW…`.
    public var description: String { MinisignText.base64(Array("Ed".utf8) + id + key) }

    /// The id as minisign prints it.
    public var idText: String { MinisignText.hex(id) }

    /// The text of a `.pub` file.
    public var file: String { "untrusted comment: minisign public key \(idText)\n\(self)\n" }
}

/// What minisign's files have in common.
enum MinisignText {
    /// The lines that are not empty, at most four.
    static func lines(_ text: String) -> [String] {
        guard text.utf8.count <= 1 << 16 else { return [] }
        return text.split { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    }

    /// The bytes of a text in base64; nil where it is none, or not as an encoder would write it: its last letter may hold
    /// bits that mean nothing, and a changed file must not pass for the one that was signed.
    static func bytes(_ base64: String) -> [UInt8]? {
        guard let data = Data(base64Encoded: base64), data.base64EncodedString() == base64 else { return nil }
        return [UInt8](data)
    }

    static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// A key's id is a number whose lowest byte comes first.
    static func hex(_ id: [UInt8]) -> String {
        id.reversed().map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
