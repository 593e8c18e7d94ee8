// `brink pack outdated`: which installed packs have newer versions.
import ArgumentParser
import Packs
import Rendering

/// Lists packs that could be newer.
struct PackOutdatedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outdated",
        abstract: "List installed packs that have newer versions."
    )

    @OptionGroup var arguments: InstallArguments
    @OptionGroup var output: OutputArguments

    func run() throws {
        Interruption.endsProgram()
        let status = try Failure.reported {
            let rows = try arguments.installer().outdated().map { row in
                Record([
                    "pack": .text(row.pack.name), "installed": .text(row.pack.version),
                    "update": row.allowed.map { .text($0) } ?? .null, "newest": .text(row.newest),
                ])
            }
            StandardOutput.write(Array(RecordWriter.text(rows, output.format ?? .table, width: output.width).utf8))
            return .fine
        }
        if status != .fine { throw status }
    }
}
