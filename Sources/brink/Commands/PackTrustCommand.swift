// `brink pack trust`: the keys that packs must be signed by.
import ArgumentParser
import Packs
import Rules

/// Lists, sets and forgets trusted keys.
struct PackTrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "List, set or forget the keys that packs must be signed by.",
        discussion: """
            A key is trusted for a pack when the pack is first installed. Set another only if its author tells you so
            by another way than the pack's.

              brink pack trust
              brink pack trust reprisals author.pub
              brink pack trust --forget reprisals
            """
    )

    @Argument(help: "The pack.")
    var pack: String?

    @Argument(help: "Its author's public key: a .pub file, or RW….")
    var key: String?

    @Option(help: ArgumentHelp("Trust no key for this pack until it is installed again.", valueName: "pack"))
    var forget: String?

    func validate() throws {
        if pack != nil, key == nil { throw ValidationError("brink pack trust PACK needs the key, too") }
        if let pack, !PackManifest.isName(pack) { throw ValidationError("'\(pack)' is no name for a pack") }
    }

    func run() throws {
        let status = try Failure.reported {
            var trust = try TrustFile(UserFolders.required(UserFolders.trust))
            if let forget {
                guard trust.keys[forget] != nil else {
                    throw Failure(code: "not_trusted", message: "no key is trusted for '\(forget)'")
                }
                trust.forget(forget)
                try trust.save()
            }
            if let pack, let key {
                trust.trust(try KeyArguments.key(key), for: pack)
                try trust.save()
            }
            if pack == nil, forget == nil {
                for (name, key) in trust.keys.sorted(by: { $0.key < $1.key }) { print("\(name) \(key)") }
            }
            return .fine
        }
        if status != .fine { throw status }
    }
}
