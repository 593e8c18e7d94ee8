// Public keys on the command line.
import ArgumentParser
import Foundation
import Packs

/// The public keys that a user gives.
struct KeyArguments: ParsableArguments {
    @Option(help: ArgumentHelp("A public key, as a .pub file or as RW…; may be repeated.", valueName: "key"))
    var key: [String] = []

    /// The keys.
    func keys() throws -> [PublicKey] { try key.map(Self.key) }

    /// The key of a file or of a text; throws `bad_key`.
    static func key(_ text: String) throws -> PublicKey {
        if let key = PublicKey(text) { return key }
        if let file = try? String(contentsOfFile: text, encoding: .utf8), let key = PublicKey(file) { return key }
        throw Failure(
            code: "bad_key",
            message: "'\(text)' is no public key and no file of one",
            hint: "the .pub file of 'brink pack keygen' or of minisign, or its second line"
        )
    }
}
