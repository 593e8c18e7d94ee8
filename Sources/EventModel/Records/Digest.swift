// Stable identities: the same parts give the same name on every machine and in every run.
import CSodium

/// Short names by SHA-256 (FIPS 180-4, libsodium's).
public enum Digest {
    /// The first 16 hexadecimal digits of the SHA-256 of the parts, each followed by a line feed.
    public static func hex(_ parts: [String]) -> String {
        var message: [UInt8] = []
        for part in parts {
            message.append(contentsOf: part.utf8)
            message.append(0x0A)
        }
        return String(sha256(message).prefix(16))
    }

    /// The SHA-256 of bytes as 64 hexadecimal digits.
    public static func sha256(_ message: [UInt8]) -> String {
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&hash, message, UInt64(message.count))
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in hash {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// An event's id: `e_` and 16 digits over article id, sentence span, trigger span and ordinal.
    public static func eventID(article: String, span: Range<Int>, trigger: Range<Int>, ordinal: Int) -> String {
        let numbers = [span.lowerBound, span.upperBound, trigger.lowerBound, trigger.upperBound, ordinal]
        return "e_" + hex([article] + numbers.map(String.init))
    }
}
