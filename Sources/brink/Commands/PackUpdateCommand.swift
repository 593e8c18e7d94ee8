// `brink pack update`: newer versions of installed packs.
import ArgumentParser
import Packs

/// Updates packs.
struct PackUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Bring installed packs to the newest versions that their ranges allow."
    )

    @Argument(help: "The packs; without any, all.")
    var packs: [String] = []

    @OptionGroup var arguments: InstallArguments

    func run() throws {
        Interruption.endsProgram()
        let status = try Failure.reported {
            InstallArguments.show(try arguments.installer().update(packs))
            return .fine
        }
        if status != .fine { throw status }
    }
}
