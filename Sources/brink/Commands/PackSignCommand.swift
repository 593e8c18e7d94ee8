// `brink pack sign`: a signature beside an archive, in minisign's format.
import ArgumentParser
import Foundation
import Packs

/// Signs archives.
struct PackSignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign archives of packs.",
        discussion: """
            Writes ARCHIVE.minisig, which 'minisign -V' verifies too. Its trusted comment names the pack, the version and
            the public key, so that others can trust the key at its first use.

              brink pack sign reprisals-0.1.0.brinkpack
            """
    )

    @Argument(help: "The archives.")
    var archives: [String]

    @Option(help: ArgumentHelp("The secret key. Default: pack.key in Brink's folder of settings.", valueName: "file"))
    var key: String?

    @Option(help: ArgumentHelp("Take the password from the first line of a file.", valueName: "file"))
    var passwordFile: String?

    func run() throws {
        let status = try Failure.reported {
            let url = try key.map { URL(filePath: $0) } ?? UserFolders.required(UserFolders.signingKey)
            guard let text = try? String(contentsOf: url, encoding: .utf8) else {
                throw Failure(
                    code: "no_key",
                    message: "there is no key \(url.path)",
                    hint: "'brink pack keygen' makes one"
                )
            }
            let secret = try SecretKey(text, name: url.path) {
                try Passwords.read("Password of \(url.lastPathComponent): ", file: passwordFile)
            }
            for path in archives {
                let file = URL(filePath: path)
                // Signing says: I vouch for this. What does not read as a pack is not vouched for.
                let sealed = SealedPack(name: path, archive: try FileBytes.read(path), signature: nil)
                let pack = try sealed.open(keys: [], allowUnsigned: true)
                let comment =
                    "pack:\(pack.manifest.name) version:\(pack.manifest.version) "
                    + "file:\(file.lastPathComponent) key:\(secret.publicKey)"
                let signature = secret.sign(sealed.archive, comment: comment)
                try signature.file.write(toFile: path + ".minisig", atomically: true, encoding: .utf8)
                print("\(path).minisig: \(pack.manifest.name) \(pack.manifest.version), key \(secret.publicKey.idText)")
            }
            return .fine
        }
        if status != .fine { throw status }
    }
}
