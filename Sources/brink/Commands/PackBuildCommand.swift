// `brink pack build`: one archive of a pack, the same bytes for the same files.
import ArgumentParser
import EventModel
import Foundation
import Packs
import Rules

/// Packs a folder.
struct PackBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make the archive of a pack.",
        discussion: """
            The archive has pack.lua, rules, modules, lexicon, README.md, CHANGELOG.md, LICENSE and NOTICE, and nothing
            else of the folder. The same files give the same bytes on every machine with the same zlib.

              brink pack build reprisals
            """
    )

    @Argument(help: "The pack's folder.")
    var folder = "."

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The archive. Default: NAME-VERSION.brinkpack here.", valueName: "file")
    )
    var output: String?

    func run() throws {
        let status = try Failure.reported {
            let files = try PackFolder.files(URL(filePath: folder))
            let manifest = try files.manifest(of: folder)
            // What does not load here would not load there.
            let pack = try Rooms().packLoader().pack(folder)
            if let error = pack.errors.first { throw error }
            for (key, value) in [("summary", manifest.summary), ("licence", manifest.licence)] where value.isEmpty {
                throw Failure(code: "incomplete", message: "\(folder)/pack.lua: '\(key)' is missing")
            }
            guard !manifest.authors.isEmpty, manifest.brink != .any else {
                let key = manifest.authors.isEmpty ? "authors" : "brink"
                throw Failure(code: "incomplete", message: "\(folder)/pack.lua: '\(key)' is missing")
            }
            let archive = try ArchiveWriter.archive(files)
            let path = output ?? "\(manifest.name)-\(manifest.version).brinkpack"
            // What cannot be read back is not handed out.
            _ = try ArchiveReader.files(archive, name: path)
            try Data(archive).write(to: URL(filePath: path), options: .atomic)
            print("\(path): \(Count.of(files.count, "file")), \(archive.count) bytes, sha256 \(Digest.sha256(archive))")
            return .fine
        }
        if status != .fine { throw status }
    }
}
