// `brink pack verify`: whether an archive is what its author signed.
import ArgumentParser
import Foundation
import Packs

/// Verifies archives.
struct PackVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify the signatures of archives; ends with 1 where one does not fit, 3 where one is missing.",
        discussion: "  brink pack verify reprisals-0.1.0.brinkpack --key author.pub"
    )

    @Argument(help: "The archives, each with its .minisig beside it.")
    var archives: [String]

    @OptionGroup var keyArguments: KeyArguments

    func run() throws {
        let status = try Failure.reported {
            let keys = try keyArguments.keys()
            let trust = try TrustFile(UserFolders.required(UserFolders.trust))
            var status = ExitStatus.fine
            for path in archives {
                do {
                    let sealed = try SealedPack(file: URL(filePath: path))
                    // A key that is given is the only one that counts.
                    let pack = try sealed.open(
                        keys: keys.isEmpty ? Array(trust.keys.values) : keys,
                        allowUnsigned: false
                    )
                    guard let key = pack.key, keys.isEmpty || keys.contains(key) else {
                        throw Failure(code: "wrong_key", message: "\(path) is signed by another key")
                    }
                    if keys.isEmpty { try pack.trusted(by: trust) }
                    let isKnown = !keys.isEmpty || trust.keys[pack.manifest.name] == key
                    let standing = isKnown ? "" : ", which is not trusted yet: it came with the archive"
                    print("ok: \(pack.manifest.name) \(pack.manifest.version), signed by \(key.idText)\(standing)")
                } catch {
                    printError("error: \(error)")
                    status.rise(to: (error as? PackError)?.code == "no_file" ? .badInput : .findings)
                }
            }
            return status
        }
        if status != .fine { throw status }
    }
}
