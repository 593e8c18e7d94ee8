// `brink pack remove`: takes packs away, and those that only they needed.
import ArgumentParser
import Packs

/// Removes packs.
struct PackRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove installed packs, and those that only they needed."
    )

    @Argument(help: "The packs.")
    var packs: [String]

    func run() throws {
        let status = try Failure.reported {
            InstallArguments.show(try InstallArguments.parse([]).installer().remove(packs))
            return .fine
        }
        if status != .fine { throw status }
    }
}
