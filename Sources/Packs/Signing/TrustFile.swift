// The keys that the user trusts, one for each pack: who signed a pack once signs it always.
import EventModel
import Foundation

/// A file of trusted keys: a line for each pack, its name and its key; `#` begins a comment.
public struct TrustFile: Sendable {
    /// The file.
    public let url: URL
    /// The key of each pack.
    public private(set) var keys: [String: PublicKey] = [:]
    private var text = ""

    /// The keys of a file; none where it is not there.
    ///
    /// Throws `bad_trust` with the line.
    public init(_ url: URL) throws {
        self.url = url
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        text = try String(contentsOf: url, encoding: .utf8)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }
            guard !words.isEmpty else { continue }
            guard words.count == 2, let key = PublicKey(String(words[1])) else {
                throw PackError(
                    "bad_trust",
                    "this line is no pack and its key",
                    location: SourceLocation(file: url.path, line: number + 1, column: 1, excerpt: String(line)),
                    hint: "'name RW…'; repair it, for nothing is installed while it is doubtful"
                )
            }
            keys[String(words[0])] = key
        }
    }

    /// The key to verify a pack with: the one trusted, which an offered one cannot replace, else the one offered.
    ///
    /// `keyID` is the key that signed. Throws `changed_key` and `unknown_key`.
    public func key(for pack: String, signedBy keyID: [UInt8], offered: [PublicKey]) throws(PackError) -> PublicKey {
        let offer = offered.first { $0.id == keyID }
        guard let trusted = keys[pack] else {
            guard let offer else {
                throw PackError(
                    "unknown_key",
                    "'\(pack)' is signed by the key \(MinisignText.hex(keyID)), which is not known here",
                    hint: "get the author's public key and say --key FILE"
                )
            }
            return offer
        }
        guard trusted.id == keyID, offer.map({ $0 == trusted }) ?? true else {
            throw PackError(
                "changed_key",
                "'\(pack)' has always been signed by the key \(trusted.idText), "
                    + "and this is signed by \(MinisignText.hex(keyID))",
                hint: "ask the author by another way than the pack's; only if the key was replaced, say "
                    + "'brink pack trust \(pack) KEY' with the key that the author gives you"
            )
        }
        return trusted
    }

    /// Trusts a key for a pack, in place of any other; written by `save`.
    public mutating func trust(_ key: PublicKey, for pack: String) {
        guard keys[pack] != key else { return }
        forget(pack)
        keys[pack] = key
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        if text.isEmpty { text = "# The keys that packs must be signed by, each trusted since its first use.\n" }
        text += "\(pack) \(key)\n"
    }

    /// Trusts no key for a pack.
    public mutating func forget(_ pack: String) {
        guard keys.removeValue(forKey: pack) != nil else { return }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }.first.map(String.init) != pack
        }
        text = lines.joined(separator: "\n")
    }

    /// Writes the file, whole or not at all.
    public func save() throws {
        try AtomicFile.write(Array(text.utf8), to: url)
    }
}
