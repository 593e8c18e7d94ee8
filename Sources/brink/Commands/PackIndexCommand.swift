// `brink pack index`: makes a folder of archives a place to install from.
import ArgumentParser
import Foundation
import Packs

/// Writes `index.json`.
struct PackIndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Make a folder of archives an index that others install from.",
        discussion: """
            Writes index.json beside the archives. Put the folder on any web server; nothing runs there.

              brink pack index public/packs
            """
    )

    @Argument(help: "The folder with the archives and their signatures.")
    var folder: String

    func run() throws {
        let status = try Failure.reported {
            let url = URL(filePath: folder)
            let index = try PackIndex(of: url)
            try index.write(to: url)
            let count = index.packs.values.reduce(0) { $0 + $1.count }
            print("\(folder)/index.json: \(Count.of(index.packs.count, "pack")), \(Count.of(count, "archive"))")
            return .fine
        }
        if status != .fine { throw status }
    }
}
