// `brink pack`: packs are made, signed, installed and kept up to date.
import ArgumentParser

/// The group of commands on packs.
struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Make, sign, install and update rule packs.",
        discussion: """
            A pack is a folder with pack.lua and rules. Nothing is installed that nobody has signed, and nothing of a
            pack is run while it is installed. docs/packs.md shows the whole life of a pack.

              brink pack new reprisals           a pack that passes its tests
              brink pack build reprisals         reprisals-0.1.0.brinkpack
              brink pack sign reprisals-0.1.0.brinkpack
              brink pack install reprisals-0.1.0.brinkpack
              brink check news/ --rules reprisals
            """,
        subcommands: [
            PackNewCommand.self, PackBuildCommand.self, PackKeygenCommand.self, PackSignCommand.self,
            PackVerifyCommand.self, PackIndexCommand.self, PackInstallCommand.self, PackUpdateCommand.self,
            PackOutdatedCommand.self, PackListCommand.self, PackRemoveCommand.self, PackRollbackCommand.self,
            PackVendorCommand.self, PackTrustCommand.self, PackDocsCommand.self,
        ]
    )
}
