// `brink pack install`: packs from a path, a git repository or an index.
import ArgumentParser
import Packs

/// Installs packs.
struct PackInstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Install packs and the packs that they need.",
        discussion: """
            Every signature and hash is verified before anything is written; an install that is cut off changes nothing.
            The key that signed a pack is trusted for it from its first install on, and no other key is taken later.

              brink pack install reprisals-0.1.0.brinkpack
              brink pack install git+https://example.org/reprisals.git@^1.2
              brink pack install git+https://example.org/reprisals.git#v1.2.0
              brink pack install reprisals@^1.2 --index https://example.org/packs
            """
    )

    @Argument(help: "Archives, folders, git+URL, git+URL@RANGE, git+URL#TAG, or NAME@RANGE of an index.")
    var packs: [String]

    @OptionGroup var arguments: InstallArguments

    @Flag(help: "Fetch and write again what is installed already.")
    var repair = false

    func run() throws {
        Interruption.endsProgram()
        let status = try Failure.reported {
            let requests = try packs.map { try PackRequest($0) }
            InstallArguments.show(try arguments.installer(repairs: repair).install(requests))
            return .fine
        }
        if status != .fine { throw status }
    }
}
