// `brink pack rollback`: what was installed before the last change.
import ArgumentParser
import Packs

/// Goes one change back.
struct PackRollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Go back to what was installed before the last change; again for the one before that, up to ten."
    )

    func run() throws {
        let status = try Failure.reported {
            InstallArguments.show(try InstallArguments.parse([]).installer().rollback())
            return .fine
        }
        if status != .fine { throw status }
    }
}
