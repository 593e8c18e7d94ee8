// `brink pack vendor`: all that is installed as a folder to keep beside a project, or to take where no network is.
import ArgumentParser
import Foundation
import Packs

/// Copies archives and signatures of installed packs.
struct PackVendorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vendor",
        abstract: "Copy the archives of all installed packs, their signatures and pack.lock into a folder.",
        discussion: """
            The folder is an index: elsewhere, without a network,

              brink pack install reprisals --index vendor
            """
    )

    @Argument(help: "The folder.")
    var folder = "vendor"

    func run() throws {
        let status = try Failure.reported {
            let lock = try InstallArguments.parse([]).installer().vendor(to: URL(filePath: folder))
            print("\(folder): \(Count.of(lock.packs.count, "pack"))")
            return .fine
        }
        if status != .fine { throw status }
    }
}
