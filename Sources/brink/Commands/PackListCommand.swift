// `brink pack list`: what is installed.
import ArgumentParser
import Packs
import Rendering

/// Lists installed packs.
struct PackListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the installed packs.")

    @OptionGroup var output: OutputArguments

    func run() throws {
        let status = try Failure.reported {
            let store = PackStore(try UserFolders.required(UserFolders.packs))
            let rows = try store.lock().packs.map { pack in
                Record([
                    "pack": .text(pack.name), "version": .text(pack.version),
                    "rules": .integer(pack.rules.count),
                    "key": pack.key.flatMap { PublicKey($0) }.map { .text($0.idText) } ?? .null,
                    "origin": .text(pack.origin.description),
                    "for": .text(pack.isDirect ? "you" : "other packs"),
                ])
            }
            StandardOutput.write(Array(RecordWriter.text(rows, output.format ?? .table, width: output.width).utf8))
            return .fine
        }
        if status != .fine { throw status }
    }
}
